import FileStore
import Receivables
import Terminal

/// Writes drafts within 250 ms of a key, not at every key.
final class DraftKeeper {
    private let folder: DraftFolder
    private var waiting: [String: (draft: Draft, due: UInt64)] = [:]

    private static let patience: UInt64 = 200_000_000

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
        folder.delete(id)
    }

    /// When there is something to do next.
    var deadline: UInt64? { waiting.values.map(\.due).min() }

    /// Writes what is due; everything where `now` is nil, as before leaving.
    func work(_ now: UInt64?) -> [Outcome] {
        var outcomes: [Outcome] = []
        for (id, entry) in waiting where now.map({ entry.due <= $0 }) ?? true {
            do {
                try folder.save(entry.draft)
                waiting[id] = nil
                outcomes.append(.saved(id: id))
            } catch {
                // Tried again with the next key, or a little later.
                waiting[id] = (entry.draft, MonotonicClock.now + 5 * DraftKeeper.patience)
                outcomes.append(.failed(id: id, CommandFailure.sentence(error)))
            }
        }
        return outcomes
    }

    func file(of id: String) -> String { folder.file(id) }

    /// What a crash says while no draft is being written.
    var lastWords: String { RuntimeSentences.draftsAre(in: folder.path) }

    func contents() -> DraftFolder.Contents { folder.contents() }
}
