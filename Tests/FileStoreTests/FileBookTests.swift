import GRDB
import Receivables
import Testing

@testable import FileStore

/// What the file promises beyond the contract of every book.
@Suite struct FileBookTests {
    @Test("The order stored for a later day is not read for an earlier one, even where an older one would do")
    func noLaterOrder() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        try fixture.book.rankAll(for: fixture.day(0)) { _, _ in }
        func day(of offset: Int) throws -> Day {
            try fixture.book.queue(
                QueueQuery(moment: Moment(at: BookFixture.now, day: fixture.day(offset)), acceptsStale: true)
            ).day
        }
        #expect(try day(of: 3) == fixture.day(0))
        #expect(try day(of: -3) == fixture.day(-3))
    }

    @Test("An id that is in the journal is saved only where the entry is the same; another is never called so")
    func sameDraftTwice() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        let entry = fixture.call(id: "draft")
        let first = try fixture.book.record([entry], seen: nil)
        #expect(try fixture.book.record([entry], seen: nil) == first)
        let other = try fixture.book.record([fixture.call(.noAnswer, id: "draft", note: "more")], seen: nil)
        guard case .stale(let newer) = other else {
            Issue.record("called saved: \(other)")
            return
        }
        #expect(newer.map(\.text) == ["said so"])
    }

    @Test("A full disk is named as such also where it is the file beside the book that can't grow")
    func fullDisk() {
        for code in [ResultCode.SQLITE_FULL, .SQLITE_IOERR_SHMSIZE] {
            #expect(BookError(DatabaseError(resultCode: code), path: "a.duly") == .diskFull(path: "a.duly"))
        }
        #expect(BookError(DatabaseError(resultCode: .SQLITE_IOERR_READ), path: "a.duly") != .diskFull(path: "a.duly"))
    }

    @Test("The number by which a book says that it is up to date counts the steps")
    func version() throws {
        #expect(Schema.migrator.migrations.count == Int(Schema.version))
        let fixture = try BookFixture()
        let version = try fixture.book.queue.read { db in try Int32.fetchOne(db, sql: "PRAGMA user_version") }
        #expect(version == Schema.version)
    }

    @Test("A book from before a step is brought up to date when it is opened, and its words are found")
    func olderBook() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        _ = try fixture.book.record([fixture.call()], seen: nil)
        let page = try fixture.book.queue(QueueQuery(moment: fixture.moment, later: true))
        try fixture.book.queue.write { db in
            // As version 1 left it: no counts, every note indexed as it came.
            try db.execute(
                sql:
                    """
                    DELETE FROM grdb_migrations WHERE identifier LIKE '2 %' OR identifier LIKE '3 %' OR \
                    identifier LIKE '11 %' OR \
                    identifier = '4 disputes ended'; DELETE FROM book WHERE key IN ('indexed to', 'queue counts', \
                    'fold')
                    """
            )
            try db.execute(sql: "INSERT INTO entry_text(rowid, text) SELECT seq, text FROM entry WHERE text <> ''")
            for table in [
                "promise", "claim", "dispute", "plan", "cash_known", "contact_limits", "covering", "placed_cash",
            ] { try db.execute(sql: "DROP TABLE \(table)") }
            for column in [
                "last_contact_entry", "last_touched_entry", "pinned", "put_off", "days_put_off", "cadence", "step",
                "step_day",
            ] {
                try db.execute(sql: "ALTER TABLE tally DROP COLUMN \(column)")
            }
            try db.execute(
                sql:
                    """
                    DROP INDEX account_collector; DROP INDEX standing_collector; ALTER TABLE standing DROP COLUMN \
                    collector
                    """
            )
            for column in ["hours", "erp_hours", "erp_hours_after"] {
                try db.execute(sql: "ALTER TABLE contact DROP COLUMN \(column)")
            }
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '5 %'")
            try db.execute(sql: "ALTER TABLE item DROP COLUMN source; ALTER TABLE account DROP COLUMN erp_payer")
            try db.execute(sql: "DROP TABLE extracted; DELETE FROM grdb_migrations WHERE identifier = '6 extract days'")
        }
        try fixture.book.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 0") }
        var told: [BookUpgrade] = []
        let book = try FileBook(opening: fixture.path) { told.append($0) }
        #expect(told == [BookUpgrade(done: 0, total: 0), BookUpgrade(done: 0, total: 1)])
        _ = try FileBook(opening: fixture.path) { told.append($0) }
        #expect(told.count == 2, "a book that is up to date has nothing to tell")
        #expect(try book.queue(QueueQuery(moment: fixture.moment, later: true)).rows == page.rows)
        #expect(try book.find("said", limit: 5).map(\.account.text) == ["A1"])
        let problems = try book.verify { _, _ in }.problems
        #expect(problems == [])
        // What was the newest extract of the whole book is that of each of its parts.
        #expect(throws: BookError.refused(.olderThanLast(day: fixture.day(-1), last: BookFixture.today))) {
            try fixture.importExtract([fixture.item("I1")], on: -1)
        }
    }

    @Test("What is planned is counted by day, for who has it to do; a payer counts once a day")
    func planned() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2")])
        _ = try fixture.book.record([fixture.call(next: 2), fixture.call(next: 2), fixture.call(next: 3)], seen: nil)
        func planned(_ owner: String) throws -> [Day: Int] {
            try fixture.book.planned(for: owner, from: BookFixture.today, through: fixture.day(60))
        }
        #expect(try planned("tester") == [fixture.day(2): 1, fixture.day(3): 1])
        #expect(try planned("somebody else").isEmpty)
        #expect(
            try fixture.book.planned(for: "tester", from: fixture.day(3), through: fixture.day(3)) == [
                fixture.day(3): 1
            ])
    }

    @Test("More notes than a day's don't wait for the morning to be indexed")
    func manyNotes() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        func waiting() throws -> Int64 {
            try fixture.book.queue.read { db in
                let last = try Int64.fetchOne(db, sql: "SELECT MAX(seq) FROM entry") ?? 0
                return last - (try BookMetadata.get(.indexedTo, db).flatMap { Int64($0) } ?? 0)
            }
        }
        _ = try fixture.book.record([fixture.call()], seen: nil)
        #expect(try waiting() > 0)
        _ = try fixture.book.record((0..<1_001).map { _ in fixture.call() }, seen: nil)
        #expect(try waiting() == 0)
        #expect(try fixture.book.find("said", limit: 5).map(\.account.text) == ["A1"])
    }

    @Test("Every connection waits for the disk")
    func synchronous() throws {
        let fixture = try BookFixture()
        #expect(try fixture.book.queue.read { db in try Int.fetchOne(db, sql: "PRAGMA synchronous") } == 2)
        #expect(
            try FileBook(opening: fixture.path).queue.read { db in try Int.fetchOne(db, sql: "PRAGMA synchronous") }
                == 2)
    }
}
