import GRDB
import Receivables

/// How many payers stand in the queue for each task on the ranked day, by whose accounts they are: asked for with every
/// page, so it is kept rather than counted.
struct QueueCounts: Equatable {
    private var counts: [Part: Int] = [:]

    private struct Part: Hashable {
        let task: QueueTask
        let collector: String
    }

    /// - Parameter task: as `standing` stores it; who rests has none and is not counted.
    mutating func add(_ task: String, of collector: String, _ count: Int = 1) {
        guard let task = QueueTask(rawValue: task) else { return }
        let place = Part(task: task, collector: collector)
        let sum = (counts[place] ?? 0) + count
        counts[place] = sum == 0 ? nil : sum
    }

    /// - Parameter collectors: as the book spells them; nil for everybody's.
    func byTask(of collectors: [String]? = nil) -> [QueueTask: Int] {
        var sums: [QueueTask: Int] = [:]
        for (place, count) in counts where collectors?.contains(place.collector) ?? true {
            sums[place.task, default: 0] += count
        }
        return sums
    }

    init() {}

    init(_ db: Database) throws {
        for line in try BookMetadata.get(.queueCounts, db)?.split(separator: "\n") ?? [] {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let count = Int(parts[1]) else { continue }
            add(String(parts[0]), of: String(parts[2]), count)
        }
    }

    func write(_ db: Database) throws {
        let lines = counts.map { "\($0.key.task.rawValue):\($0.value):\($0.key.collector)" }
        try BookMetadata.set(.queueCounts, lines.sorted().joined(separator: "\n"), db)
    }
}
