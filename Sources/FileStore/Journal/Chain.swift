import Hashing
import Receivables

/// The journal's hash chain (ARCHITECTURE.md §3.2): each entry's hash covers the one before, its own columns, and a
/// hash of its words, so that words can be erased by an entry that says so while the chain still holds.
enum Chain {
    /// What stands before the first entry.
    static let root = [UInt8](repeating: 0, count: 32)

    /// SHA-256(hash before ‖ the other columns ‖ SHA-256(text ‖ body)), over the values as stored.
    ///
    /// - Parameter words: the hash of the words; only given where they were erased.
    static func hash(after previous: [UInt8], _ entry: EntryColumns, words: [UInt8]? = nil) -> [UInt8] {
        var link = SHA256()
        link.update(previous)
        link.update(entry.seq)
        link.update(entry.id)
        link.update(entry.payer ?? -1)
        link.update(entry.at)
        link.update(entry.day)
        link.update(entry.author)
        link.update(entry.kind)
        link.update(entry.undoes ?? -1)
        link.update(words ?? self.words(entry.text, entry.body))
        return link.digest()
    }

    static func words(_ text: String, _ body: String) -> [UInt8] {
        var words = SHA256()
        words.update(text)
        words.update(body)
        return words.digest()
    }
}

/// The columns of a journal row but for its hash.
struct EntryColumns {
    var seq: Int64
    var id: String
    var payer: Int64?
    var at: Int64
    var day: Int64
    var author: String
    var kind: String
    var text: String
    var body: String
    var undoes: Int64?
}

extension SHA256 {
    /// The length first, so that "ab" + "c" is not "a" + "bc".
    fileprivate mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            update(Int64(bytes.count))
            update(UnsafeRawBufferPointer(bytes))
        }
    }

    fileprivate mutating func update(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { update($0) }
    }
}
