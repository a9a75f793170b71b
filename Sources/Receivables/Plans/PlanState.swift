/// What has become of a plan by a day: what people decided, and what its instalments make of it.
public enum PlanState: String, Sendable, Hashable, CaseIterable {
    case offered
    case awaitingApproval = "awaiting approval"
    case active
    case completed
    case defaulted
    case ended
}

/// A plan with its instalments judged.
public struct JudgedPlan: Hashable, Sendable {
    /// The plan as the journal has it.
    public var plan: Plan
    /// By day; empty while it is not agreed.
    public var instalments: [JudgedPromise]
    /// What has become of it by the day.
    public var state: PlanState
    /// When a default could first be known.
    public var defaultedAt: JudgedPromise.Moment?

    /// Judges a plan by its instalments.
    ///
    /// - Parameters:
    ///   - plan: as the journal has it.
    ///   - instalments: each judged as a promise, by day.
    ///   - day: for which they were judged.
    public init(plan: Plan, instalments: [JudgedPromise], on day: Day) {
        self.plan = plan
        self.instalments = instalments
        defaultedAt = nil
        switch plan.status {
        case .offered: state = .offered
        case .awaitingApproval: state = .awaitingApproval
        case .ended: state = .ended
        case .active:
            defaultedAt = JudgedPlan.defaulted(instalments, on: day)
            state = defaultedAt != nil ? .defaulted : JudgedPlan.isPaid(instalments) ? .completed : .active
        }
    }

    /// Days after its window for which an instalment may be short.
    static let daysOfGrace = 10

    /// Two missed in a row, or one still short 10 days after its window (DOMAIN.md §4).
    private static func defaulted(_ instalments: [JudgedPromise], on day: Day) -> JudgedPromise.Moment? {
        var missedBefore = false
        for instalment in instalments {
            let isMissed = instalment.verdict.isUnkept && instalment.judgedAt != nil
            if isMissed, missedBefore { return instalment.judgedAt }
            let grace = instalment.windowEnd.advanced(by: daysOfGrace)
            if isMissed, instalment.missing > 0, day > grace, let judged = instalment.judgedAt {
                return JudgedPromise.Moment(seq: judged.seq, day: max(judged.day, grace.advanced(by: 1)))
            }
            missedBefore = isMissed
        }
        return nil
    }

    private static func isPaid(_ instalments: [JudgedPromise]) -> Bool {
        instalments.allSatisfy { instalment in
            switch instalment.verdict {
            case .kept, .void: true
            case .partlyKept, .broken: instalment.missing == 0
            case .pending, .dueNotVerified, .renegotiated: false
            }
        }
    }

    /// The first instalment that money is still awaited for.
    public var next: JudgedPromise? { state == .active ? instalments.first { $0.verdict.isAwaited } : nil }

    /// Instalments that did not come, so far, in minor units.
    public var missing: Int64 { state == .ended ? 0 : instalments.reduce(0) { $0.saturatingAdd($1.missing) } }
}
