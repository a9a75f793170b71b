/// The points of a call, most important first: what was agreed, what is late, what stands in the way of money.
struct Agenda {
    private(set) var points: [String] = []

    init(_ dossier: Dossier) {
        addAgreed(dossier)
        addCash(dossier)
        addOverdue(dossier)
        addFallingDue(dossier)
        addPeople(dossier)
    }

    private mutating func addAgreed(_ dossier: Dossier) {
        addPromised(dossier)
        for followUp in dossier.facts.followUps where followUp.day <= dossier.today {
            let what = followUp.why.isEmpty ? "what was agreed on \(followUp.since.short)" : followUp.why
            switch followUp.kind {
            case .followUp: points.append("\(what) (set for \(followUp.day.short))")
            case .appointment: points.append("appointment: \(what)")
            case .owed: points.append("we owe them: \(what)")
            }
        }
        if dossier.facts.followUps.allSatisfy({ $0.day > dossier.today }), let last = dossier.lastConversation,
            case let said = Agenda.firstLine(of: last.entry.text), !said.isEmpty
        {
            points.append("since \(last.entry.day.short): \(said)")
        }
    }

    private mutating func addPromised(_ dossier: Dossier) {
        let known = dossier.cashKnownTo.map { " (payments up to \($0.short))" } ?? ""
        for (promise, missing) in dossier.facts.unkept {
            points.append("\(missing.withCurrency) promised for \(promise.promise.day.short) has not come\(known)")
        }
        for claim in dossier.facts.followThrough.claims where claim.isNews(since: dossier.facts.tally.lastContactEntry)
        {
            points.append("\(claim.words)\(known): how and from which account was it paid?")
        }
    }

    private mutating func addCash(_ dossier: Dossier) {
        for figures in dossier.standing.figures where figures.unapplied < 0 {
            let cash = Money(minor: -figures.unapplied, figures.currency)
            points.append("what is the \(cash.withCurrency) on account for?")
        }
        // Where nothing overdue is left to ask for, they are what the call is about.
        for figures in dossier.standing.figures
        where figures.credits < 0 && figures.collectable > 0 && figures.toCollect == 0 {
            let credits = dossier.facts.accounts.flatMap(\.items).filter {
                $0.open < 0 && $0.currency == figures.currency
            }.map(\.number)
            points.append(
                """
                which items does the credit of \(Money(minor: -figures.credits, figures.currency).withCurrency) \
                belong to
                """
                    + " (\(credits.prefix(3).joined(separator: ", ")))?")
        }
    }

    private mutating func addOverdue(_ dossier: Dossier) {
        let late = dossier.openItems.filter { $0.isOverdue(on: dossier.today) && $0.chaseable > 0 }
        guard let oldest = late.first else { return }
        let days = oldest.daysPastDue(on: dossier.today)
        points.append(
            "\(oldest.number), \(oldest.openMoney.withCurrency), is \(Reason.days(days)) late: when is it paid?")
        guard late.count > 1 else { return }
        let rest = late.dropFirst()
        if let largest = rest.max(by: { $0.open < $1.open }), largest.open > oldest.open, rest.count > 1 {
            points.append(
                """
                \(largest.number), \(largest.openMoney.withCurrency), the largest, \
                \(Reason.days(largest.daysPastDue(on: dossier.today))) late
                """
            )
        }
        points.append("\(Sums(of: late).text) overdue in \(late.count) items: one date for all of it")
    }

    /// Before its due day an invoice is asked about, never demanded.
    private mutating func addFallingDue(_ dossier: Dossier) {
        let soon = dossier.standing.askedItems.filter(\.isBeforeDue).sorted {
            ($1.daysPastDue, $0.number) < ($0.daysPastDue, $1.number)
        }
        guard dossier.standing.isBeforeDue else { return }
        for item in soon.prefix(3) {
            let days = -item.daysPastDue
            points.append(
                """
                \(item.number), \(item.amount.withCurrency), falls due \
                \(days == 0 ? "today" : "in \(Reason.days(days))"):
                """
                    + " has it arrived, is it approved, is it in a payment run?")
        }
        if soon.count > 3 { points.append("\(soon.count - 3) more invoices due soon: the same") }
    }

    private mutating func addPeople(_ dossier: Dossier) {
        if case .queue(.decision) = dossier.standing.place, let cause = dossier.standing.reasons.first {
            points.append(
                "to decide, \(cause.text): \(Decision.Choice.allCases.map(\.rawValue).joined(separator: ", "))?")
        }
        if let decision = dossier.facts.limits.decision { points.append("decided: \(decision.words)") }
        for hold in dossier.facts.limits.holds { points.append("on hold: \(hold.words)") }
        for language in dossier.facts.limits.languages { points.append(language.words) }
        if dossier.facts.limits.isInWritingOnly {
            points.append("in writing only: they asked not to be called")
        } else if !dossier.contacts.contains(where: { $0.contact.numbers.contains(where: \.isPossible) }) {
            let isBlank = dossier.contacts.allSatisfy(\.contact.phone.isEmpty)
            points.append("no telephone number on file\(isBlank ? "" : " that can be dialled"): find one, and who pays")
        } else if dossier.facts.tally.unreached >= 3 {
            points.append("not reached \(dossier.facts.tally.unreached) times in a row: another number, or in writing")
        }
    }

    /// The first line in words: what a structured one agreed stands on the page by itself.
    static func firstLine(of text: String) -> String {
        String(text.split(whereSeparator: \.isNewline).first { $0.first != "/" } ?? "")
    }
}
