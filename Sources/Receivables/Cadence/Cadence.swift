/// What is done with a customer, and when: steps by days past due of the oldest item that can be chased
/// (DOMAIN.md §5, "Cadence").
public struct Cadence: Hashable, Sendable, Codable {
    /// One step: what is done so many days past due.
    public struct Step: Hashable, Sendable, Codable {
        /// Days past due; below zero before the due day.
        public let day: Int
        /// What is done.
        public let act: Act
        /// What is said or asked for; may be empty.
        public let text: String

        /// Creates a step, by default without words.
        public init(day: Int, act: Act, text: String = "") {
            self.day = day
            self.act = act
            self.text = text
        }

        /// Whether the step comes before the due day; such a step lapses on it.
        public var isBeforeDue: Bool { day < 0 }
    }

    /// What a step does.
    public enum Act: String, Sendable, Codable, CaseIterable {
        case reminder, call, statement
        case formalNotice = "formal notice"
        case manager
        /// To a lawyer or agency.
        case handOver = "hand over"

        /// How the act reaches the customer.
        public var channel: Channel {
            switch self {
            case .call: .telephone
            case .reminder, .statement, .formalNotice: .writing
            case .manager, .handOver: .ourselves
            }
        }

        /// Who was spoken to needs no reminder in writing; every other step asks for the act itself.
        public var isDoneByTalking: Bool { self == .call || self == .reminder }
    }

    /// How a step reaches the customer, if it does.
    public enum Channel: Sendable { case telephone, writing, ourselves }

    /// The name that rules and accounts refer to it by.
    public let name: String
    /// Rising by day, at least one.
    public let steps: [Step]

    /// The days past due that a step may have; negative ones lie before the due day.
    public static let days = -60...3_650

    /// - Throws: the first thing that is wrong with the steps.
    public init(name: String, steps: [Step]) throws(CadenceProblem) {
        guard name.contains(where: { !$0.isWhitespace }) else { throw .noName }
        guard !steps.isEmpty else { throw .noSteps }
        for (place, step) in steps.enumerated() {
            guard Cadence.days.contains(step.day) else { throw .dayOutOfRange(step.day, place: place) }
            if place > 0, steps[place - 1].day >= step.day { throw .notRising(step.day, place: place) }
        }
        self.init(trusted: name, steps)
    }

    private init(trusted name: String, _ steps: [Step]) {
        self.name = name
        self.steps = steps
    }

    /// Two written steps before the calls begin and between them, a formal notice after six weeks, then a manager.
    public static let standard = Cadence(
        trusted: "standard",
        [
            Step(day: 3, act: .reminder, text: "friendly reminder"), Step(day: 7, act: .call),
            Step(day: 14, act: .call), Step(day: 21, act: .statement, text: "statement of all that is open"),
            Step(day: 30, act: .call), Step(day: 45, act: .formalNotice),
            Step(day: 60, act: .manager, text: "how to go on"),
        ])

    /// An account without history never starts beyond this place: the first call, or where there is none the first
    /// step once something is overdue.
    var latestStart: Int {
        steps.firstIndex { $0.act == .call && !$0.isBeforeDue } ?? steps.firstIndex { !$0.isBeforeDue } ?? steps.count
            - 1
    }

    /// The last step that so many days past due have reached.
    func place(reachedBy days: Int) -> Int? { steps.lastIndex { $0.day <= days } }

    /// `call 2`: the act, and its number where the cadence has several of them.
    public func label(of place: Int) -> String {
        let act = steps[place].act
        let same = steps.indices.filter { steps[$0].act == act }
        guard same.count > 1, let nth = same.firstIndex(of: place) else { return act.rawValue }
        return "\(act.rawValue) \(nth + 1)"
    }
}

/// What is wrong with the steps of a cadence; places count from 0.
public enum CadenceProblem: Error, Hashable, Sendable {
    case noName
    case noSteps
    case notRising(Int, place: Int)
    case dayOutOfRange(Int, place: Int)

    /// What is wrong with the steps, as the person who edits the rules reads it.
    public var sentence: String {
        switch self {
        case .noName: "a cadence needs a name"
        case .noSteps: "a cadence needs at least one step"
        case .notRising(let day, let place):
            "step \(place + 1) is on day \(day), but each step comes after the one before it"
        case .dayOutOfRange(let day, let place):
            """
            step \(place + 1) is on day \(day); days past due go from \(Cadence.days.lowerBound) to \
            \(Cadence.days.upperBound)
            """
        }
    }

    /// The step that is wrong, counted from 0; nil for the cadence as a whole.
    public var place: Int? {
        switch self {
        case .noName, .noSteps: nil
        case .notRising(_, let place), .dayOutOfRange(_, let place): place
        }
    }
}
