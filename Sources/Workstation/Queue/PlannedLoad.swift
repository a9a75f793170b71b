import Receivables

/// How many customers one has planned for each day to come, so that no Monday is filled beyond what can be done.
struct PlannedLoad: Sendable, Hashable {
    private var counts: [Day: Int] = [:]

    /// Days ahead that are counted.
    static let reach = 60

    init(_ counts: [Day: Int] = [:]) { self.counts = counts }

    /// What was just recorded, until it is counted again.
    mutating func add(_ followUps: [PlannedFollowUp]) {
        for day in Set(followUps.map(\.day)) { counts[day, default: 0] += 1 }
    }

    subscript(day: Day) -> Int { counts[day] ?? 0 }

    /// `14 planned that day`, with what a day can hold where there are more; nil where nothing is.
    func words(for day: Day, of target: Int?) -> String? {
        let count = self[day]
        guard count > 0 else { return nil }
        if let target, count >= target { return QueueSentences.plannedThatDay(count, target: target) }
        return QueueSentences.plannedThatDay(count)
    }

    /// Whether the day holds as many as a day's calls.
    func isFull(_ day: Day, of target: Int?) -> Bool { target.map { $0 > 0 && self[day] >= $0 } ?? false }
}
