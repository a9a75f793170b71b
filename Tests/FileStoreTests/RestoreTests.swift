import FileStore
import Foundation
import Receivables
import Testing

@Suite struct RestoreTests {
    private func names(_ fixture: BookFixture) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: fixture.folder).filter {
            !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
        }.sorted()
    }

    /// A book of one item, its backup, and a call since.
    private func backedUp() throws -> (BookFixture, backup: String) {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I-1")])
        let backup = fixture.folder + "/backup.duly"
        try fixture.book.backup(to: backup)
        _ = try fixture.book.record([fixture.call()], seen: nil)
        return (fixture, backup)
    }

    private func entries(_ path: String) throws -> Int64 {
        let proof = try FileBook(opening: path).verify { _, _ in }
        #expect(proof.isSound)
        return proof.entries
    }

    @Test(
        "A book that somebody has open is not restored over, but with force; then nothing is written for them any more")
    func inUse() throws {
        let (fixture, backup) = try backedUp()
        #expect(throws: BookError.inUse(path: fixture.path)) {
            _ = try FileBook.restore(backup, to: fixture.path, keepingOldAs: "one")
        }
        #expect(try names(fixture) == ["backup.duly", "book.duly"])
        #expect(try fixture.book.isInPlace())
        _ = try fixture.book.record([fixture.call()], seen: nil)
        let kept = try #require(try FileBook.restore(backup, to: fixture.path, keepingOldAs: "two", force: true))
        #expect(try !fixture.book.isInPlace())
        #expect(throws: BookError.replaced(path: fixture.path)) {
            _ = try fixture.book.record([fixture.call()], seen: nil)
        }
        #expect(try entries(fixture.path) == 1)
        #expect(try entries(kept) == 3)
        #expect(try names(fixture) == ["backup.duly", "book.duly", "book.duly.before-two"])
    }

    @Test("A book whose log was removed takes nothing more, and has what was in the log once it is closed")
    func logRemoved() throws {
        let (fixture, _) = try backedUp()
        #expect(unlink(fixture.book.path + "-wal") == 0)
        #expect(throws: BookError.replaced(path: fixture.path)) {
            _ = try fixture.book.record([fixture.call()], seen: nil)
        }
        #expect(try !fixture.book.isInPlace())
        try fixture.book.close()
        #expect(try entries(fixture.path) == 2)
    }

    @Test("A book that was moved away, or replaced by another, takes nothing more")
    func moved() throws {
        let (fixture, backup) = try backedUp()
        let elsewhere = fixture.folder + "/elsewhere.duly"
        #expect(rename(fixture.path, elsewhere) == 0)
        #expect(throws: BookError.replaced(path: fixture.path)) {
            _ = try fixture.book.record([fixture.call()], seen: nil)
        }
        try FileManager.default.copyItem(atPath: backup, toPath: fixture.path)
        #expect(throws: BookError.replaced(path: fixture.path)) { try fixture.importExtract([fixture.item("I-2")]) }
        #expect(throws: BookError.replaced(path: fixture.path)) {
            try fixture.book.rankAll(for: fixture.day(0)) { _, _ in }
        }
        #expect(rename(elsewhere, fixture.path) == 0)
        _ = try fixture.book.record([fixture.call()], seen: nil)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A read-only backup is restored, and stays as it was")
    func readOnly() throws {
        let (fixture, backup) = try backedUp()
        try fixture.book.close()
        let folder = fixture.folder + "/safe"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/copy.duly"
        #expect(rename(backup, file) == 0)
        chmod(file, 0o400)
        chmod(folder, 0o500)
        defer { chmod(folder, 0o700) }
        let before = FileManager.default.contents(atPath: file)
        _ = try FileBook.restore(file, to: fixture.path, keepingOldAs: "x")
        #expect(try entries(fixture.path) == 1)
        #expect(FileManager.default.contents(atPath: file) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["copy.duly"])
    }

    @Test("A damaged book gives way to its backup, and is kept", arguments: [0, 100, 4_096])
    func damagedBook(from place: Int) throws {
        let (fixture, backup) = try backedUp()
        try fixture.book.close()
        var bytes = try #require(FileManager.default.contents(atPath: fixture.path))
        bytes.replaceSubrange(place..<place + 64, with: Data(repeating: 0xAA, count: 64))
        try bytes.write(to: URL(fileURLWithPath: fixture.path))
        let kept = try #require(try FileBook.restore(backup, to: fixture.path, keepingOldAs: "x"))
        #expect(try entries(fixture.path) == 1)
        #expect(FileManager.default.fileExists(atPath: kept))
        #expect(try names(fixture) == ["backup.duly", "book.duly", "book.duly.before-x"])
    }

    @Test("What is no backup changes nothing, and leaves nothing behind")
    func noBackup() throws {
        let (fixture, backup) = try backedUp()
        try fixture.book.close()
        let size = try #require(FileManager.default.contents(atPath: backup)).count
        truncate(backup, off_t(size - 4_096))
        for source in [backup, fixture.folder + "/none.duly"] {
            #expect(throws: BookError.self) { _ = try FileBook.restore(source, to: fixture.path, keepingOldAs: "x") }
        }
        #expect(try names(fixture) == ["backup.duly", "book.duly"])
        #expect(try entries(fixture.path) == 2)
    }

    @Test("The log of a book that is gone is not taken for the new one's")
    func orphanedLog() throws {
        let (fixture, backup) = try backedUp()
        let log = try #require(FileManager.default.contents(atPath: fixture.path + "-wal"))
        #expect(!log.isEmpty)
        try fixture.book.close()
        try FileManager.default.removeItem(atPath: fixture.path)
        try log.write(to: URL(fileURLWithPath: fixture.path + "-wal"))
        #expect(try FileBook.restore(backup, to: fixture.path, keepingOldAs: "x") == nil)
        #expect(try entries(fixture.path) == 1)
        try FileManager.default.removeItem(atPath: fixture.path)
        try log.write(to: URL(fileURLWithPath: fixture.path + "-wal"))
        let book = try FileBook(creating: fixture.path, rules: Rules(base: .usd), id: "new")
        #expect(try book.verify { _, _ in }.entries == 0)
    }
}
