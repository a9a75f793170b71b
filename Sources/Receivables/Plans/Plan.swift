/// An agreement to pay in instalments (DOMAIN.md §4).
public struct Plan: Hashable, Sendable {
    /// Where the journal recorded the plan; steps and commands name it so.
    public var part: EntryPart
    /// The day on which it was agreed or offered.
    public var made: Day
    /// What is paid in all, the down payment included.
    public var total: Money
    /// How often instalments fall due.
    public var cadence: Cadence
    /// The payments in the order of their days, a down payment first.
    public var instalments: [Instalment]
    /// The covered items, in the order in which they are paid.
    public var shares: [Share]
    /// Who agreed at the customer; empty where not noted.
    public var who: String
    /// How far down the ladder we went for it.
    public var rung: Rung?
    /// What people decided about it last.
    public var status: Status
    /// The newest step of its life: where instalments from before are no longer judged.
    public var since: JudgedPromise.Moment

    /// What people decided. That instalments completed it, or that it defaulted, follows from facts.
    public enum Status: String, Sendable, Codable, CaseIterable {
        case offered
        case awaitingApproval = "awaiting approval"
        case active
        case ended
    }

    /// Creates a plan as the journal folds it.
    public init(
        part: EntryPart, made: Day, total: Money, cadence: Cadence, instalments: [Instalment], shares: [Share] = [],
        who: String = "", rung: Rung? = nil, status: Status, since: JudgedPromise.Moment
    ) {
        self.part = part
        self.made = made
        self.total = total
        self.cadence = cadence
        self.instalments = instalments
        self.shares = shares
        self.who = who
        self.rung = rung
        self.status = status
        self.since = since
    }

    /// The instalments as promises, each over the next part of the covered items; none before it is agreed.
    ///
    /// Of a plan that ended only those are judged that fell due before.
    func promises() -> [Promise] {
        guard status == .active || status == .ended else { return [] }
        var left = shares
        return instalments.enumerated().compactMap { nth, instalment in
            let own = Plan.cut(instalment.amount.minor, from: &left)
            guard status == .active || instalment.day < since.day else { return nil }
            return Promise(
                part: part, instalment: nth, made: made, amount: instalment.amount, day: instalment.day, who: who,
                shares: own)
        }
    }

    private static func cut(_ amount: Int64, from shares: inout [Share]) -> [Share] {
        let rest = shares.less(amount)
        var kept: [ItemKey: Int64] = [:]
        for share in rest { kept[share.item, default: 0] += share.amount }
        let own = shares.compactMap { share -> Share? in
            let part = share.amount - (kept[share.item] ?? 0)
            return part > 0 ? Share(share.item, part) : nil
        }
        shares = rest
        return own
    }
}

/// A plan as a call agrees or offers it.
public struct PlannedPlan: Hashable, Sendable, Codable {
    /// What is paid in all, the down payment included.
    public var total: Money
    /// How often instalments fall due.
    public var cadence: Plan.Cadence
    /// The payments in the order of their days, a down payment first.
    public var instalments: [Instalment]
    /// The covered items, in the order in which they are paid.
    public var shares: [Share]
    /// Who agreed at the customer; empty where not noted.
    public var who: String
    /// How far down the ladder we went for it; nil where the ladder wasn't used.
    public var rung: Rung?
    /// The status with which it begins: active, offered or awaiting approval.
    public var status: Plan.Status

    /// Creates a plan as a caller agrees it, by default active at once.
    public init(
        total: Money, cadence: Plan.Cadence, instalments: [Instalment], shares: [Share] = [], who: String = "",
        rung: Rung? = nil, status: Plan.Status = .active
    ) {
        self.total = total
        self.cadence = cadence
        self.instalments = instalments
        self.shares = shares
        self.who = who
        self.rung = rung
        self.status = status
    }
}

/// A decision about a plan: accepted, approved, or ended.
public struct PlanStep: Hashable, Sendable, Codable {
    /// The plan that was decided about.
    public var plan: EntryPart
    /// The status that it has from now on.
    public var status: Plan.Status

    /// Creates a decision about a plan.
    public init(_ plan: EntryPart, status: Plan.Status) {
        self.plan = plan
        self.status = status
    }
}
