/// A step of a payer's cadence that lies ahead or is due.
public struct ComingStep: Hashable, Sendable {
    /// The cadence that the step belongs to.
    public var cadence: Cadence
    /// Among the cadence's steps.
    public var place: Int
    /// What is to be done: the step's act, unless no one was reached for too long or a call has to come before it.
    public var act: Cadence.Act
    /// From when on; in the past for a step that no one worked.
    public var on: Day
    /// Whether its day has come.
    public var isDue: Bool
    /// Why it can't be done just now.
    public var obstacle: Obstacle?

    /// What stands in the way of a step, and until when.
    public enum Obstacle: Hashable, Sendable {
        /// A formal notice comes after a conversation or three attempts.
        case needsContact(attempts: Int)
        /// Something else was agreed or planned for a later day, and goes before it.
        case agreed(until: Day)
        case quiet(until: Day)
        case calledEnough(until: Day)
        case hold(String)
        /// They asked not to be called.
        case inWriting

        /// Why, without until when.
        public var reason: String {
            switch self {
            case .needsContact(let attempts): "needs a right-party contact or 3 attempts, so far \(attempts)"
            case .agreed: "after what is planned"
            case .quiet: "quiet after contact"
            case .calledEnough: "called enough"
            case .inWriting: "asked not to be called"
            case .hold(let reason): reason.isEmpty ? "on hold" : "on hold: \(reason)"
            }
        }

        /// Why it can't be done, and until when where that is known.
        public var text: String { reason + (until.map { " until \($0.short)" } ?? "") }

        var until: Day? {
            switch self {
            case .agreed(let day), .quiet(let day), .calledEnough(let day): day
            case .needsContact, .hold, .inWriting: nil
            }
        }
    }

    /// The step as the cadence has it; `act` may differ from its act.
    public var step: Cadence.Step { cadence.steps[place] }
    /// `call 2`
    public var label: String { cadence.label(of: place) }

    /// Who wasn't reached for too long is written to.
    public var isWritingInsteadOfCalling: Bool { act.channel == .writing && step.act == .call }

    var isHeld: Bool { if case .hold? = obstacle { true } else { false } }
    /// The first day on which it may be done.
    public var allowedOn: Day { max(on, obstacle?.until ?? on) }

    /// `call 2`, `in writing instead of call 2`, `call before formal notice`.
    public var words: String {
        if act == step.act { return label }
        return act.channel == .writing ? "in writing instead of \(label)" : "\(act.rawValue) before \(label)"
    }

    /// `call 2, Wed 25 Nov`; a step that can be done already says since when.
    public var brief: String { words + (isDue && allowedOn == on ? ", due since \(on.short)" : ", \(allowedOn.short)") }

    /// Something else than the call that a row of the queue asks for anyway.
    var isNews: Bool { isDue && (act != .call || step.isBeforeDue) }
}
