import Receivables

extension Watched {
    fileprivate var head: [Listing.Cell] { [.text(payer.text), .text(name)] }
    fileprivate func object(_ json: JSONValue) -> JSONValue {
        json.merging(["payer": .account(payer), "name": .string(name)])
    }
}

extension Listing {
    /// Promises by promised day.
    public static func promises(_ watched: [Watched], where isWanted: (JudgedPromise) -> Bool) -> Listing {
        var list = Listing(
            "promises",
            columns: [
                "promise", "account", "name", "made", "day", "window end", "amount", "came", "missing", "currency",
                "verdict", "level", "who",
            ])
        let all = watched.flatMap { payer in payer.followThrough.promises.filter(isWanted).map { (payer, $0) } }
        for (payer, judged) in all.sorted(by: {
            ($0.1.promise.day, $0.1.promise.part) < ($1.1.promise.day, $1.1.promise.part)
        }) {
            list.add(
                [.plain("\(judged.promise.part)")] + payer.head + [
                    .day(judged.promise.made), .day(judged.promise.day), .day(judged.windowEnd),
                    .plain(judged.promise.amount.decimal), .amount(judged.came, judged.currency),
                    .amount(judged.missing, judged.currency), .text(judged.currency.code), .text(judged.verdictWords),
                    .plain("\(judged.level)"), .text(judged.promise.who),
                ], payer.object(judged.json))
        }
        return list
    }

    /// Claimed payments by the day claimed.
    public static func claims(_ watched: [Watched], where isWanted: (JudgedClaim) -> Bool) -> Listing {
        var list = Listing(
            "claims",
            columns: ["claim", "account", "name", "made", "day", "until", "amount", "currency", "reference", "verdict"])
        let all = watched.flatMap { payer in payer.followThrough.claims.filter(isWanted).map { (payer, $0) } }
        for (payer, judged) in all.sorted(by: { ($0.1.claim.day, $0.1.claim.part) < ($1.1.claim.day, $1.1.claim.part) })
        {
            list.add(
                [.plain("\(judged.claim.part)")] + payer.head + [
                    .day(judged.claim.made), .day(judged.claim.day), .day(judged.until),
                    .plain(judged.claim.amount?.decimal ?? ""), .text(judged.claim.amount?.currency.code ?? ""),
                    .text(judged.claim.reference), .text(judged.verdict.word),
                ], payer.object(judged.json))
        }
        return list
    }

    /// Disputes by the day on which an answer is due.
    public static func disputes(_ watched: [Watched], where isWanted: (Dispute) -> Bool) -> Listing {
        var list = Listing(
            "disputes",
            columns: [
                "dispute", "account", "name", "item", "amount", "currency", "reason", "owner", "opened", "due", "state",
                "note",
            ])
        let all = watched.flatMap { payer in payer.followThrough.disputes.filter(isWanted).map { (payer, $0) } }
        for (payer, dispute) in all.sorted(by: { ($0.1.due, $0.1.part) < ($1.1.due, $1.1.part) }) {
            list.add(
                [
                    .plain("\(dispute.part)"), .text(dispute.item.account.text), .text(payer.name),
                    .text(dispute.item.number),
                ] + [
                    .plain(dispute.amount?.decimal ?? ""), .text(dispute.amount?.currency.code ?? ""),
                    .text(dispute.reason.rawValue), .text(dispute.owner), .day(dispute.opened), .day(dispute.due),
                    .text(dispute.word), .text(dispute.text),
                ], payer.object(dispute.json))
        }
        return list
    }

    /// Plans by the day of their next instalment, those without one last.
    public static func plans(_ watched: [Watched], where isWanted: (JudgedPlan) -> Bool) -> Listing {
        var list = Listing(
            "plans",
            columns: [
                "plan", "account", "name", "made", "total", "currency", "instalments", "cadence", "state", "next",
                "missing",
            ])
        let all = watched.flatMap { payer in payer.followThrough.plans.filter(isWanted).map { (payer, $0) } }
        func order(_ plan: JudgedPlan) -> (Day, EntryPart) {
            (plan.next?.promise.day ?? Day(number: .max), plan.plan.part)
        }
        for (payer, plan) in all.sorted(by: { order($0.1) < order($1.1) }) {
            list.add(
                [.plain("\(plan.plan.part)")] + payer.head + [
                    .day(plan.plan.made), .plain(plan.plan.total.decimal), .text(plan.plan.total.currency.code),
                    .plain("\(plan.plan.instalments.count)"), .text(plan.plan.cadence.text), .text(plan.state.rawValue),
                    .day(plan.next?.promise.day), .amount(plan.missing, plan.plan.total.currency),
                ], payer.object(plan.json))
        }
        return list
    }

    /// Follow-ups by day and minute; one person's after the other's, where they are wanted by owner.
    public static func followUps(_ watched: [Watched], byOwner: Bool = false, where isWanted: (FollowUp) -> Bool)
        -> Listing
    {
        var list = Listing(
            "followUps", columns: ["follow-up", "account", "name", "kind", "day", "why", "owner", "since"])
        let all = watched.flatMap { payer in payer.followUps.filter(isWanted).map { (payer, $0) } }
        for (payer, followUp) in all.sorted(by: { left, right in
            byOwner && left.1.owner != right.1.owner
                ? left.1.owner < right.1.owner : FollowUp.isEarlier(left.1, right.1)
        }) {
            list.add(
                [.plain("\(followUp.part)")] + payer.head + [
                    .text(followUp.kind.rawValue), .day(followUp.day), .text(followUp.why), .text(followUp.owner),
                    .day(followUp.since),
                ], payer.object(followUp.json))
        }
        return list
    }
}
