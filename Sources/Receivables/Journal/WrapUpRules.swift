/// What a record of a call or note needs, whether it is made on the screen or by a script (DOMAIN.md §5, "needs").
public struct WrapUpRules: Sendable {
    /// How the call ended; nil for a note without a call.
    public var result: CallResult?
    /// What was agreed so far.
    public var agreed: Agreements
    /// The next steps so far.
    public var followUps: [PlannedFollowUp]

    /// Rules for a record that has this so far.
    public init(result: CallResult?, agreed: Agreements, followUps: [PlannedFollowUp] = []) {
        self.result = result
        self.agreed = agreed
        self.followUps = followUps
    }

    /// The agreement without which the result says nothing, because nothing would watch it; nil if it is there.
    public var missingAgreement: AgreementKind? {
        guard let kind = result?.needs, !agreed.has(kind) else { return nil }
        return kind
    }

    /// What has to be said in words; nil if something was agreed, or if there is some text.
    public func missingWords(in text: String) -> String? {
        guard agreed.isEmpty, !text.contains(where: { !$0.isWhitespace }) else { return nil }
        return result?.question
    }

    /// A callback that was agreed is an appointment, and that has a time.
    public var needsAppointment: Bool {
        result == .callbackAgreed && !followUps.contains { $0.kind == .appointment }
    }

    /// Whether it says when the customer comes up again: a next step, or an agreement that is watched by itself.
    public var hasNextAction: Bool { !followUps.isEmpty || agreed.hasNextAction }

    /// A call never ends without a next action. A note leaves the account where it is.
    public var needsNextAction: Bool { result != nil && !hasNextAction || needsAppointment }

    /// The next step that was typed for it.
    ///
    /// - Parameters:
    ///   - day: its day.
    ///   - at: its time of day, if it has one.
    ///   - why: what it is for.
    ///   - isAppointment: whether it was agreed with the customer.
    public func followUp(on day: Day, at: Instant?, why: String, isAppointment: Bool) -> PlannedFollowUp {
        // The colleague who speaks their language goes on with it.
        let owner = result == .noCommonLanguage ? agreed.languages.last?.colleague ?? "" : ""
        return PlannedFollowUp(
            kind: isAppointment ? .appointment : .followUp, day: day, at: at, why: why, owner: owner)
    }
}

/// Why a next step can't be planned as it was typed.
public enum FollowUpProblem: Error, Hashable, Sendable {
    /// The day, or the time, is over.
    case past
    /// It is further ahead than `PlannedFollowUp.furthestWithoutReason`, and nothing says why.
    case farWithoutReason
    /// A callback without its time is no appointment.
    case noTime
}

extension PlannedFollowUp {
    /// What stands against a next step; nil if nothing does.
    ///
    /// - Parameters:
    ///   - day: the day of the step.
    ///   - at: its time, if it has one.
    ///   - reason: what was said about it.
    ///   - now: on the clock by which `day` was read.
    ///   - needsTime: whether the result asks for a time as well.
    public static func problem(
        on day: Day, at: Instant?, reason: String, now: Moment, needsTime: Bool = false
    ) -> FollowUpProblem? {
        if day < now.day || at.map({ $0 <= now.at }) ?? false { return .past }
        if needsTime, at == nil { return .noTime }
        let isFar = now.day.distance(to: day) > furthestWithoutReason
        return isFar && !reason.contains { !$0.isWhitespace } ? .farWithoutReason : nil
    }
}

/// A kind of agreement that a result can't do without. The raw value is the name of its note line.
public enum AgreementKind: String, Sendable, CaseIterable {
    case promise, plan, paid, dispute
    case noCalls = "no-calls"
    case hold, language
}

extension CallResult {
    /// The agreement that a result can't do without.
    public var needs: AgreementKind? {
        switch self {
        case .promised: .promise
        case .planAgreed: .plan
        case .paidAlready: .paid
        case .disputes: .dispute
        case .askedNotToBeCalled: .noCalls
        case .insolvent: .hold
        case .noCommonLanguage: .language
        default: nil
        }
    }
}

extension Agreements {
    /// Whether something of that kind was agreed.
    public func has(_ kind: AgreementKind) -> Bool {
        switch kind {
        case .promise: !promises.isEmpty
        case .plan: !plans.isEmpty
        case .paid: !claims.isEmpty
        case .dispute: !disputes.isEmpty
        case .noCalls: !noCalls.isEmpty
        case .hold: !holds.isEmpty
        case .language: !languages.isEmpty
        }
    }
}
