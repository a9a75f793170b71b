import Foundation
import GRDB
import Hashing
import Receivables
import Testing

@testable import FileStore

/// Books that earlier versions wrote, as `sqlite3 BOOK .dump` prints them: three accounts, a promise, a dispute and an
/// attempt.
struct OlderBooksTests {
    static let books = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Books")

    @Test("A book of an earlier version is opened, is sound, and holds what was agreed", arguments: [22, 24, 25])
    func opens(version: Int32) throws {
        let fixture = try BookFixture()
        let path = fixture.folder + "/older.duly"
        let dump = try String(
            contentsOf: OlderBooksTests.books.appending(path: "schema-\(version).sql"), encoding: .utf8)
        try fill(path, with: dump, version: version)

        let book = try FileBook(opening: path)

        let verification = try book.verify { _, _ in }
        #expect(verification.problems == [])
        #expect(verification.entries == 5)
        let promises = try book.queue.read { db in try Int64.fetchAll(db, sql: "SELECT amount FROM promise") }
        #expect(promises == [150_000])
        let disputes = try book.queue.read { db in try String.fetchAll(db, sql: "SELECT number FROM dispute") }
        #expect(disputes == ["INV-3"])
    }

    /// The text of every table, index and trigger after each step. A step that a released version took is part of
    /// everybody's book: this fails where one is edited. A new step adds its line (`DULY_WRITE_STEPS=1` writes the
    /// file).
    @Test("No step of the schema differs from the one that books have taken")
    func steps() throws {
        let file = OlderBooksTests.books.appending(path: "schema-steps.txt")
        let db = try DatabaseQueue()
        let found = try Schema.migrator.migrations.map { step in
            try Schema.migrator.migrate(db, upTo: step)
            let texts = try db.read { db in
                try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql <> '' ORDER BY type, name")
            }
            var hash = SHA256()
            hash.update(Array(texts.joined(separator: "\n").utf8))
            return "\(Hexadecimal.text(hash.digest()).prefix(16))  \(step)"
        }
        if ProcessInfo.processInfo.environment["DULY_WRITE_STEPS"] != nil {
            try (found.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        let wanted = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(found == wanted)
    }

    @Test("The tier of the queue's indexes is that of who rests")
    func restingTier() { #expect(Schema.isInQueue == "tier < \(Tier.resting.rawValue)") }

    private func fill(_ path: String, with dump: String, version: Int32) throws {
        // Nobody else may read a book.
        #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]))
        let db = try DatabaseQueue(path: path)
        try db.writeWithoutTransaction { db in
            try db.execute(sql: dump)
            try db.execute(
                sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version)")
        }
        try db.close()
    }
}
