/// How far a payer has come in its cadence, as the journal tells it; a part of `PayerRecord`.
public struct CadenceTrack: Hashable, Sendable {
    /// The cadence given by hand.
    public var name: String?
    /// The step worked last, by its days past due: that means something in every cadence, also after new rules.
    public var step: Int?
    /// The day on which that step was worked; nil where none was.
    public var workedOn: Day?

    /// Creates a track as the journal folded it; by default no step was worked.
    public init(name: String? = nil, step: Int? = nil, workedOn: Day? = nil) {
        self.name = name
        self.step = step
        self.workedOn = workedOn
    }

    mutating func work(_ step: Int, on day: Day) {
        self.step = step
        workedOn = day
    }
}

/// A payer gets another cadence than its segment's, or its segment's again.
public struct CadenceChoice: Hashable, Sendable, Codable {
    /// The cadence's name; nil to return to the segment's.
    public var name: String?

    /// Creates a choice of cadence.
    public init(_ name: String?) { self.name = name }
}

/// A step of the cadence that needs no call was done: a reminder sent, a manager asked.
public struct StepRecord: Hashable, Sendable, Codable {
    /// Days past due of the step.
    public var step: Int
    /// What was done.
    public var act: Cadence.Act
    /// What was planned with it.
    public var followUps: [PlannedFollowUp]

    /// Creates a record of a step that was worked.
    public init(step: Int, act: Cadence.Act, followUps: [PlannedFollowUp] = []) {
        self.step = step
        self.act = act
        self.followUps = followUps
    }
}
