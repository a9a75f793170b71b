import GRDB
import Receivables

extension FileBook {
    /// Those of the ids that are in the journal: drafts with them were saved, whatever became of the program.
    public func recorded(among ids: [String]) throws -> Set<String> {
        try translatingErrors(at: path) {
            try reading { db in
                let known = try RawStatement(db, "SELECT 1 FROM entry WHERE id = ?")
                var found: Set<String> = []
                for id in ids {
                    known.bind(1, id)
                    if try known.step() { found.insert(id) }
                    known.rewind()
                }
                return found
            }
        }
    }
}
