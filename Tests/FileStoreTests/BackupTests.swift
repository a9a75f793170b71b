import FileStore
import Foundation
import Receivables
import Testing

@Suite struct BackupTests {
    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test("A half backup under the day's name doesn't count: it is written again")
    func half() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I-1")])
        let file = try #require(try fixture.book.rotateBackups(on: fixture.day(0)))
        let whole = try #require(FileManager.default.contents(atPath: file))
        for damaged in [
            Data(), whole.prefix(5_000), whole.prefix(whole.count - 4_096),
            whole.prefix(4_096) + Data(count: whole.count - 4_096),
        ] {
            try damaged.write(to: URL(fileURLWithPath: file))
            #expect(try fixture.book.rotateBackups(on: fixture.day(0)) == file)
            #expect(try FileBook(opening: file).verify { _, _ in }.isSound)
        }
        #expect(try fixture.book.rotateBackups(on: fixture.day(0)) == nil)
    }

    @Test("What belongs to someone else under the day's name is set aside, a backup of another book too")
    func foreign() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I-1")])
        let file = try #require(try fixture.book.rotateBackups(on: fixture.day(0)))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
        #expect(try fixture.book.rotateBackups(on: fixture.day(0)) == file)
        #expect(FileManager.default.contents(atPath: file + "~") == Data("mine".utf8))
        let other = try FileBook(creating: fixture.folder + "/other.duly", rules: Rules(base: .usd), id: "other")
        try FileManager.default.removeItem(atPath: file)
        try other.backup(to: file)
        #expect(try fixture.book.rotateBackups(on: fixture.day(0)) == file)
        #expect(try fixture.book.rotateBackups(on: fixture.day(0)) == nil)
        #expect(try FileBook(opening: file + "~").about().head != fixture.book.about().head)
    }

    @Test("A damaged backup takes no sound one's place in its week, and leftovers of killed runs go")
    func rotation() throws {
        let fixture = try BookFixture()
        let folder = fixture.folder + "/backups"
        for offset in [0, 1, 2] { _ = try fixture.book.rotateBackups(on: fixture.day(offset)) }
        func file(_ offset: Int) -> String { "book-\(fixture.day(offset).iso).duly" }
        try Data("no book".utf8).write(to: URL(fileURLWithPath: folder + "/" + file(2)))
        // The number of no process.
        try Data().write(to: URL(fileURLWithPath: folder + "/\(file(1)).new-4194304"))
        for offset in 14...20 { _ = try fixture.book.rotateBackups(on: fixture.day(offset)) }
        #expect(try names(folder) == ([1] + Array(14...20)).map(file))
    }

    @Test("Seven days and four weeks stay; a clock that is wrong for a day takes only one of them")
    func weeks() throws {
        let fixture = try BookFixture()
        func file(_ offset: Int) -> String { "book-\(fixture.day(offset).iso).duly" }
        for offset in 0..<45 { _ = try fixture.book.rotateBackups(on: fixture.day(offset)) }
        #expect(try names(fixture.folder + "/backups") == ([16, 23, 30] + Array(37...44)).map(file))
        _ = try fixture.book.rotateBackups(on: fixture.day(400))
        #expect(try names(fixture.folder + "/backups") == ([23, 30] + Array(37...44) + [400]).map(file))
    }

    @Test("A backup that can't be written leaves nothing behind")
    func nothingBehind() throws {
        let fixture = try BookFixture()
        #expect(throws: BookError.self) { try fixture.book.backup(to: fixture.folder + "/nowhere/copy.duly") }
        let before = try names(fixture.folder)
        #expect(throws: BookError.alreadyExists(path: fixture.path)) { try fixture.book.backup(to: fixture.path) }
        #expect(try names(fixture.folder) == before)
    }

    @Test("A backup is one file that can be read in a read-only folder")
    func oneFile() throws {
        let fixture = try BookFixture()
        let copy = fixture.folder + "/copy.duly"
        try fixture.book.backup(to: copy)
        let head = try #require(FileManager.default.contents(atPath: copy))
        // 1 is the rollback journal, 2 the write-ahead log (SQLite's file format, bytes 18 and 19).
        #expect(head[18...19] == Data([1, 1]))
        #expect(try names(fixture.folder).filter { $0.hasPrefix("copy") } == ["copy.duly"])
    }
}
