import FileStore
import Foundation
import GRDB
import Receivables
import Testing

@Suite struct RepairTests {
    private func worked() throws -> BookFixture {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I-1"), fixture.item("I-2", of: "A2"), fixture.item("I-3", of: "A3")])
        try fixture.book.rankAll(for: fixture.day(0)) { _, _ in }
        _ = try fixture.book.record([fixture.call(), fixture.call(of: "A2")], seen: nil)
        return fixture
    }

    private func execute(_ sql: String, _ fixture: BookFixture) throws {
        let raw = try DatabaseQueue(path: fixture.path)
        try raw.writeWithoutTransaction { db in try db.execute(sql: sql) }
        try raw.close()
    }

    static let damages = [
        "DELETE FROM follow_up", "UPDATE tally SET unreached = 7", "DELETE FROM standing WHERE payer = 3",
        "UPDATE standing SET tier = 1", "UPDATE open_print SET print = print + 1",
        "INSERT INTO tally(payer, unreached, attempts) VALUES (3, 4, '')",
        "UPDATE book SET value = '' WHERE key = 'queue counts'",
    ]

    @Test("What follows from journal and facts is made again", arguments: damages)
    func repaired(_ damage: String) throws {
        let fixture = try worked()
        let head = try fixture.book.about().head
        let rows = try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 10)).rows.map(\.payer)
        try execute(damage, fixture)
        #expect(try !fixture.verified().isEmpty)
        let repair = try fixture.book.repair { _, _ in }
        #expect(repair.after.isSound)
        #expect(!repair.rebuilt.isEmpty)
        #expect(try fixture.book.about().head == head)
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 10)).rows.map(\.payer) == rows)
        #expect(try fixture.book.find("said", limit: 9).count == 2)
        let again = try fixture.book.repair { _, _ in }
        #expect(again.before.isSound && again.rebuilt.isEmpty)
    }

    @Test(
        "The words of notes are checked, and made again",
        arguments: [
            "DELETE FROM entry_text_docsize", "DELETE FROM entry_text_data WHERE id > 10",
            "UPDATE entry_text_config SET v = 99 WHERE k = 'version'",
        ])
    func words(_ damage: String) throws {
        let fixture = try worked()
        try fixture.book.rankAll(for: fixture.day(1)) { _, _ in }
        #expect(try fixture.verified().isEmpty)
        try execute(damage, fixture)
        #expect(try fixture.verified().map(\.location) == ["the words of notes"])
        #expect(try fixture.book.repair { _, _ in }.after.isSound)
        #expect(try fixture.book.find("said", limit: 9).count == 2)
    }

    @Test("What another program added to the book is named, and no repair touches it")
    func added() throws {
        for (kind, sql) in [
            ("table", "CREATE TABLE extra(x)"), ("view", "CREATE VIEW extra AS SELECT 1"),
            ("trigger", "CREATE TRIGGER extra AFTER INSERT ON entry BEGIN SELECT 1; END"),
        ] {
            let fixture = try worked()
            try execute(sql, fixture)
            let problems = try fixture.book.verify { _, _ in }.problems
            #expect(problems.map(\.text) == ["another program added this \(kind) to the book"])
            #expect(try fixture.book.repair { _, _ in }.rebuilt.isEmpty)
        }
    }

    @Test("Damaged facts and a broken journal are left as they are")
    func leftAlone() throws {
        for damage in [
            "UPDATE item SET amount = amount + 1 WHERE number = 'I-1'",
            "DROP TRIGGER entry_is_never_changed; UPDATE entry SET text = 'x' WHERE seq = 2",
        ] {
            let fixture = try worked()
            try execute("DELETE FROM follow_up;" + damage, fixture)
            let repair = try fixture.book.repair { _, _ in }
            #expect(repair.rebuilt.isEmpty && !repair.after.isSound)
        }
    }
}
