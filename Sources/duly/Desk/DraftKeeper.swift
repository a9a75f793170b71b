import FileStore
import Receivables
import Terminal

/// Writes drafts within 250 ms of a key, not at every key, and to the disk itself within a second.
final class DraftKeeper {
    private let folder: DraftFolder
    private var waiting: [String: (draft: Draft, due: UInt64)] = [:]
    private var unsynced: [String: UInt64] = [:]

    private static let patience: UInt64 = 200_000_000
    private static let syncAfter: UInt64 = 700_000_000

    init(_ folder: DraftFolder) { self.folder = folder }

    /// What became of a draft that was due.
    enum Outcome {
        case saved(id: String)
        case failed(id: String, String)
    }

    func put(_ draft: Draft) {
        let due = waiting[draft.id]?.due ?? MonotonicClock.now + DraftKeeper.patience
        waiting[draft.id] = (draft, due)
    }

    func delete(_ id: String) {
        waiting[id] = nil
        unsynced[id] = nil
        folder.delete(id)
    }

    /// When there is something to do next.
    var deadline: UInt64? { (waiting.values.map(\.due) + unsynced.values).min() }

    /// Writes what is due; everything where `now` is nil, as before leaving.
    func work(_ now: UInt64?) -> [Outcome] {
        var outcomes: [Outcome] = []
        for (id, entry) in waiting where now.map({ entry.due <= $0 }) ?? true {
            do {
                try folder.save(entry.draft)
                waiting[id] = nil
                if unsynced[id] == nil { unsynced[id] = MonotonicClock.now + DraftKeeper.syncAfter }
                outcomes.append(.saved(id: id))
            } catch {
                // Tried again with the next key, or a little later.
                waiting[id] = (entry.draft, MonotonicClock.now + 5 * DraftKeeper.patience)
                outcomes.append(.failed(id: id, (error as? BookError)?.sentence ?? "\(error)"))
            }
        }
        for (id, due) in unsynced where now.map({ due <= $0 }) ?? true {
            folder.sync(id)
            unsynced[id] = nil
        }
        return outcomes
    }

    func all() -> [Draft] { folder.all() }
}
