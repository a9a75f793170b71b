import GRDB
import Receivables

/// How many payers stand in the queue for each task on the ranked day: asked for with every page, so it is kept
/// rather than counted.
struct QueueCounts: Equatable {
    private(set) var counts: [QueueTask: Int] = [:]

    /// - Parameter task: as `standing` stores it; who rests has none and is not counted.
    mutating func add(_ task: String, _ count: Int = 1) {
        guard let task = QueueTask(rawValue: task) else { return }
        let sum = (counts[task] ?? 0) + count
        counts[task] = sum == 0 ? nil : sum
    }

    init() {}

    init(_ db: Database) throws {
        for line in try Keys.get(.queueCounts, db)?.split(separator: "\n") ?? [] {
            let parts = line.split(separator: ":")
            guard parts.count == 2, let count = Int(parts[1]) else { continue }
            add(String(parts[0]), count)
        }
    }

    func write(_ db: Database) throws {
        let lines = QueueTask.allCases.map { "\($0.rawValue):\(counts[$0] ?? 0)" }
        try Keys.set(.queueCounts, lines.joined(separator: "\n"), db)
    }
}
