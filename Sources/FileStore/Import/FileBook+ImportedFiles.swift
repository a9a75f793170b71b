import GRDB
import Receivables

extension FileBook {
    /// The contents of every file that was imported, by their SHA-256 in hexadecimal.
    public func importedHashes() throws -> Set<String> {
        try translatingErrors(at: path) {
            try reading { db in
                // Imports have no payer, so the index finds them at once.
                let rows = try RawStatement(db, "SELECT body FROM entry WHERE payer IS NULL AND kind = 'import'")
                var hashes: Set<String> = []
                while try rows.step() {
                    guard case .imported(let record)? = try? Act.decoded(rows.text(0)), !record.contentHash.isEmpty
                    else { continue }
                    hashes.insert(record.contentHash)
                }
                return hashes
            }
        }
    }
}
