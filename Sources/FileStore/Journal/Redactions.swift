import GRDB
import Hashing
import Receivables

/// The entries whose words were erased, as later entries say.
struct Redactions {
    private var byEntry: [Int64: (redaction: Redaction, seq: Int64)] = [:]

    init(_ db: Database) throws {
        let rows = try RawStatement(db, "SELECT body, seq FROM entry WHERE kind = 'redaction' ORDER BY seq")
        while try rows.step() {
            guard case .redaction(let redaction)? = try? Act.decoded(rows.text(0)) else { continue }
            byEntry[redaction.entry] = (redaction, rows.int(1))
        }
    }

    /// The entry that says that another's words were erased.
    func place(of entry: Int64) -> Int64? { byEntry[entry]?.seq }

    /// What the chain has of an entry's words.
    ///
    /// - Returns: nil where they have to be there themselves: no later entry says that they were erased, or what is
    ///   there is not what was left then.
    func words(of entry: EntryColumns) -> [UInt8]? {
        guard let (redaction, seq) = byEntry[entry.seq], seq > entry.seq,
            Hexadecimal.text(Chain.words(entry.text, entry.body)) == redaction.left
        else { return nil }
        return Hexadecimal.bytes(redaction.words)
    }
}
