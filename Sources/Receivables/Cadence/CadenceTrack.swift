/// How far a payer has come in its cadence, as the journal tells it; a part of `PayerRecord`.
public struct CadenceTrack: Hashable, Sendable {
    /// The cadence given by hand.
    public var name: String?
    /// The step worked last, by its days past due: that means something in every cadence, also after new rules.
    public var step: Int?
    public var workedOn: Day?

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
    public var name: String?

    public init(_ name: String?) { self.name = name }
}

/// A step of the cadence that needs no call was done: a reminder sent, a manager asked.
public struct StepRecord: Hashable, Sendable, Codable {
    /// Days past due of the step.
    public var step: Int
    public var act: Cadence.Act
    public var followUps: [PlannedFollowUp]

    public init(step: Int, act: Cadence.Act, followUps: [PlannedFollowUp] = []) {
        self.step = step
        self.act = act
        self.followUps = followUps
    }
}
