/// What the journal has agreed with a payer apart from follow-ups: everything that is watched to its end, and stays on
/// record after it.
public struct Commitments: Hashable, Sendable {
    /// In journal order.
    public var promises: [Promise]
    /// Claimed payments, in journal order.
    public var claims: [Claim]
    /// Disputes in journal order, one case per item until it is resolved.
    public var disputes: [Dispute]
    /// Payment plans in journal order.
    public var plans: [Plan]

    /// Creates commitments as the journal folded them; empty by default.
    public init(promises: [Promise] = [], claims: [Claim] = [], disputes: [Dispute] = [], plans: [Plan] = []) {
        self.promises = promises
        self.claims = claims
        self.disputes = disputes
        self.plans = plans
    }

    /// Whether nothing was ever agreed that has to be watched.
    public var isEmpty: Bool { promises.isEmpty && claims.isEmpty && disputes.isEmpty && plans.isEmpty }

    /// Adds what a call or note agreed.
    mutating func add(_ agreed: Agreements, seq: Int64, on day: Day) {
        for (nth, planned) in agreed.promises.enumerated() {
            let part = EntryPart(entry: seq, nth: nth)
            giveOver(planned, to: part, on: day)
            promises.append(
                Promise(
                    part: part, made: day, amount: planned.amount, day: planned.day, who: planned.who,
                    channel: planned.channel, shares: planned.shares, namesItems: planned.namesItems))
        }
        for (nth, planned) in agreed.claims.enumerated() {
            claims.append(
                Claim(
                    part: EntryPart(entry: seq, nth: nth), made: day, amount: planned.amount,
                    day: planned.day, reference: planned.reference, who: planned.who))
        }
        for (nth, planned) in agreed.disputes.enumerated() {
            open(planned, EntryPart(entry: seq, nth: nth), on: day)
        }
        for (nth, planned) in agreed.plans.enumerated() {
            plans.append(
                Plan(
                    part: EntryPart(entry: seq, nth: nth), made: day, total: planned.total,
                    cadence: planned.cadence, instalments: planned.instalments, shares: planned.shares,
                    who: planned.who, rung: planned.rung, status: planned.status,
                    since: JudgedPromise.Moment(seq: seq, day: day)))
        }
    }

    /// The promises that a new one stands for give their shares over to it, the oldest first.
    private mutating func giveOver(_ planned: PlannedPromise, to part: EntryPart, on day: Day) {
        var cover = planned.shares
        for place in promises.indices
        where planned.replaces.contains(promises[place].part) && !promises[place].isReplaced {
            promises[place].giveOver(to: &cover, of: part, on: day)
        }
    }

    /// One case per item: what is said of an item whose case isn't resolved is said of that case.
    private mutating func open(_ planned: PlannedDispute, _ part: EntryPart, on day: Day) {
        if let place = disputes.firstIndex(where: { $0.item == planned.item && !$0.isResolved }) {
            disputes[place].amount = planned.amount
            disputes[place].reason = planned.reason
            disputes[place].owner = planned.owner
            disputes[place].due = planned.due
            disputes[place].text = planned.text
            disputes[place].state = .open
            return
        }
        disputes.append(
            Dispute(
                part: part, opened: day, item: planned.item, amount: planned.amount, reason: planned.reason,
                owner: planned.owner, due: planned.due, text: planned.text))
    }

    /// - Returns: whether there is such a dispute to be answered or resolved.
    @discardableResult
    mutating func apply(_ step: DisputeStep, of entry: Entry) -> Bool {
        guard let place = disputes.firstIndex(where: { $0.part == step.dispute }) else { return false }
        disputes[place].state =
            step.outcome.map { .resolved($0, on: entry.day, seq: entry.seq) }
            ?? .answered(on: entry.day, text: entry.text)
        return true
    }

    mutating func apply(_ step: PlanStep, of entry: Entry) {
        guard let place = plans.firstIndex(where: { $0.part == step.plan }) else { return }
        plans[place].status = step.status
        plans[place].since = JudgedPromise.Moment(seq: entry.seq, day: entry.day)
    }
}
