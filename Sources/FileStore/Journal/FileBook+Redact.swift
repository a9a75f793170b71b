import Files
import Foundation
import GRDB
import Hashing
import Receivables

/// What became of words that were to be erased.
public struct Erasure: Sendable, Hashable {
    /// The entry that says so.
    public var entry: Int64
    /// The draft's and the message's name: the id of the entry without words.
    public var id: String
    /// Whether the bytes are gone from the book's file and its log; false while another program reads an older state.
    public var areBytesGone: Bool
    /// Files that still hold the words: backups, and books kept when one was restored.
    public var elsewhere: [String]
}

extension FileBook {
    /// Erases a person's words from an entry: its text, reasons of its follow-ups, texts of its disputes, feedback.
    /// Another entry says so, and the chain stays valid: it goes by a hash of the words. Where an entry was erased
    /// before, only what another program kept from being cleaned is cleaned.
    ///
    /// - Throws: `BookError.unknownEntry`, `.cannotRedact`.
    public func redact(_ seq: Int64, stamp: Stamp) throws -> Erasure {
        try translatingErrors(at: path) {
            try queue.writeWithoutTransaction { db in
                // What is overwritten or deleted from now on is overwritten with zeros.
                try db.execute(sql: "PRAGMA secure_delete = ON")
                var work: RedactionWork?
                try transaction(.immediate, db) {
                    work = try RedactionWork(seq, stamp, db)
                    try work?.run()
                    return .commit
                }
                // The words are erased; where another program is in the way, only their traces are left.
                let areBytesGone = (try? RedactionWork.clean(db)) ?? false
                return Erasure(
                    entry: work?.written ?? 0, id: work?.id ?? "", areBytesGone: areBytesGone, elsewhere: copies())
            }
        }
    }

    /// The morning's backups of this book, and those kept when one was restored.
    private func copies() -> [String] {
        let folder = NewFile.folder(of: path)
        let name = (path as NSString).lastPathComponent
        func files(_ folder: String, _ start: String) -> [String] {
            let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return all.filter { $0.hasPrefix(start) }.sorted()
                .map { folder == "." ? $0 : folder + "/" + $0 }
        }
        return files(backupFolder, backupName + "-") + files(folder, name + ".before-") + files(folder, name + ".gone-")
    }
}

/// One entry losing its words, within a write transaction.
private struct RedactionWork {
    private let db: Database
    private let stamp: Stamp
    private let seq: Int64
    private let payer: Int64?
    private let text: String
    private let body: String
    let id: String
    private(set) var written: Int64 = 0

    init(_ seq: Int64, _ stamp: Stamp, _ db: Database) throws {
        self.db = db
        self.stamp = stamp
        self.seq = seq
        let row = try RawStatement(db, "SELECT id, payer, text, body FROM entry WHERE seq = ?")
        row.bind(1, seq)
        guard try row.step() else { throw BookError.unknownEntry(seq) }
        defer { row.rewind() }
        (id, payer, text, body) = (row.text(0), row.optionalInt(1), row.text(2), row.text(3))
    }

    mutating func run() throws {
        let act = try Act.decoded(body)
        let left = act.withoutWords
        guard !text.isEmpty || left != act else {
            if let earlier = try Redactions(db).place(of: seq) { return written = earlier }
            throw BookError.cannotRedact(seq, why: "it holds no words of a person")
        }
        let leftBody = try Act.encoded(left)
        let redaction = Redaction(
            entry: seq, words: Hexadecimal.text(Chain.words(text, body)),
            left: Hexadecimal.text(Chain.words("", leftBody)))
        let holder = try payer.map { try AccountTable.number(of: $0, db) }
        let current = try holder.map { try AccountTable.payer(of: $0, db).payer }
        var journal = try EntryTable(db)
        written = try journal.append(
            NewEntry(
                id: stamp.id, payer: holder, at: stamp.at, day: stamp.day, author: stamp.author,
                act: .redaction(redaction)),
            payer: payer
        ).seq
        try journal.seal()
        try TextIndex.forget(seq, text, db)
        try db.execute(sql: "UPDATE entry SET text = '', body = ? WHERE seq = ?", arguments: [leftBody, seq])
        guard let current else { return }
        try RecordWriter(db).put(PayerRecord.folding(try EntryTable.entries(of: current, db)), of: current)
    }

    /// Cleans file and log of what they still hold of words that are no more.
    ///
    /// - Returns: false where another program reads what the log still holds from earlier.
    static func clean(_ db: Database) throws -> Bool {
        try db.execute(sql: "INSERT INTO entry_text(entry_text) VALUES ('optimize')")
        try db.execute(sql: "VACUUM")
        guard let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") else { return false }
        return row[0] == 0
    }
}
