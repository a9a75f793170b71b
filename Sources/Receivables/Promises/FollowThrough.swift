/// What has become by a day of everything agreed with a payer: promises, claimed payments, disputes, plans.
public struct FollowThrough: Hashable, Sendable {
    /// Without the instalments of plans, by promised day.
    public var promises: [JudgedPromise] = []
    /// Claimed payments with what was found, in journal order.
    public var claims: [JudgedClaim] = []
    /// Disputes, those whose items are closed marked so, in journal order.
    public var disputes: [Dispute] = []
    /// Plans with their instalments judged, in journal order.
    public var plans: [JudgedPlan] = []
    /// What is promised or planned on each item and still awaited, in minor units.
    public var promised: [ItemKey: Int64] = [:]
    private var corrections: [ItemKey: [MoneySeen]] = [:]
    /// Items on which a payment was seen.
    private var paid: Set<ItemKey> = []

    /// Business days for which cash that isn't known holds a promise open after its window.
    static let patience = 5

    /// Nothing was agreed.
    public init() {}

    /// Judges commitments for a day by the money that was seen.
    ///
    /// - Parameters:
    /// - money: all that imports showed since the first commitment.
    /// - cash: up to when payments are known; without it nothing is called broken.
    public init(_ commitments: Commitments, money: [MoneySeen], cash: CashKnown, rules: Rules, on day: Day) {
        var judge = PromiseJudge(
            commitments.promises + commitments.plans.flatMap { $0.promises() }, money: money, cash: cash, rules: rules,
            on: day)
        let all = judge.verdicts()
        promises = all.filter { $0.promise.instalment == nil }
        plans = commitments.plans.map { plan in
            JudgedPlan(
                plan: plan, instalments: all.filter { $0.promise.instalment != nil && $0.promise.part == plan.part },
                on: day)
        }
        claims = ClaimSearch.judge(commitments.claims, money: money, cash: cash, rules: rules, on: day)
        disputes = commitments.disputes
        // What a plan that defaulted still awaited can be asked for at once.
        for judged in promises + plans.filter({ $0.state == .active }).flatMap(\.instalments) {
            // A desk whose extracts stop coming must not wait for ever.
            if case .dueNotVerified = judged.verdict,
                day > rules.calendar.adding(FollowThrough.patience, to: judged.windowEnd)
            {
                continue
            }
            for share in judged.awaited {
                promised[share.item] = (promised[share.item] ?? 0).saturatingAdd(share.amount)
            }
        }
        guard !disputes.isEmpty else { return }
        for seen in money.filter({ $0.day <= day }).withoutReturned() {
            guard let item = seen.item else { continue }
            if seen.isCorrection { corrections[item, default: []].append(seen) } else { paid.insert(item) }
        }
    }

    /// Closes the disputes that no one resolved and whose items are open no more.
    ///
    /// - Parameter isOpen: whether anything of an item is open.
    mutating func closeDisputes(_ isOpen: (ItemKey) -> Bool) {
        for place in disputes.indices where !disputes[place].isResolved && !isOpen(disputes[place].item) {
            let item = disputes[place].item
            disputes[place].state = .closed(corrections[item] != nil && !paid.contains(item) ? .credited : .paid)
        }
    }

    /// The part of an item that is disputed and not to be asked for, in minor units.
    public func disputed(_ item: Item, _ key: ItemKey) -> Int64 {
        disputes.reduce(Int64(0)) { sum, dispute in
            dispute.item == key ? max(sum, dispute.paused(of: item, corrections: corrections[key] ?? [])) : sum
        }
    }

    /// Promises and instalments that did not come, as far as no one promised them again; their items may be closed by
    /// now (`JudgedPayer.unkept` leaves those out).
    var unkept: [JudgedPromise] {
        (promises + plans.filter { $0.state != .ended }.flatMap(\.instalments)).filter { $0.missing > 0 }
    }
}
