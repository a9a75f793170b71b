import GRDB
import Hashing
import Receivables

extension FileBook {
    /// Asks SQLite whether the file is whole, walks the journal's chain, folds the journal again and compares the
    /// projections, adds every item up again, and looks for anyone who was forgotten.
    public func verify(progress: Progress) throws -> Verification {
        try translatingErrors(at: path) {
            try reading { db in
                var proof = Proof(db, path: path)
                try proof.run(sharedFile, progress)
                let head = try EntryTable.head(db)
                return Verification(
                    entries: head.seq, accounts: try AccountTable.count(db), head: Hexadecimal.text(head.hash),
                    problems: proof.problems)
            }
        }
    }
}
