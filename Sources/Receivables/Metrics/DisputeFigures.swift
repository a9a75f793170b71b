/// Disputes of a period.
public struct DisputeFigures: Hashable, Sendable {
    /// Cases opened.
    public var opened = 0
    /// Cases that ended: resolved, or their item was paid or credited.
    public var ended = 0
    /// First answers, by the department that gave them.
    public var answered: [String: Answered] = [:]

    /// Disputes that a department answered for the first time.
    public struct Answered: Hashable, Sendable {
        /// How many.
        public var count = 0
        /// Days from the opening to the first answer or the resolution, added up.
        public var days = 0

        /// None.
        public init() {}

        /// Mean days to the answer.
        public var meanDays: Figure { .ratio(Double(days), Double(count), else: .noAnswers) }

        /// Adds other answers.
        public mutating func add(_ other: Answered) {
            count += other.count
            days += other.days
        }
    }

    /// No disputes.
    public init() {}

    /// Answers of all departments.
    public var all: Answered {
        answered.values.reduce(into: Answered()) { $0.add($1) }
    }

    /// Counts a first answer.
    public mutating func answer(by department: String, days: Int) {
        answered[department, default: Answered()].count += 1
        answered[department, default: Answered()].days += max(0, days)
    }

    /// Adds disputes of another part of the book.
    public mutating func add(_ other: DisputeFigures) {
        opened += other.opened
        ended += other.ended
        for (department, answers) in other.answered { answered[department, default: Answered()].add(answers) }
    }
}
