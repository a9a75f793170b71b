import GRDB
import Receivables
import Testing

@testable import FileStore

@Suite struct RawStatementTests {
    @Test("A value that can't be bound fails the next step, and that one alone")
    func unbound() throws {
        try DatabaseQueue().write { db in
            let statement = try RawStatement(db, "SELECT ?")
            statement.bind(2, Int64(7))
            #expect(throws: DatabaseError.self) { try statement.step() }
            statement.bind(1, Int64(7))
            #expect(try statement.step() && statement.int(0) == 7)
        }
    }

    @Test("A statement runs with all of its values, in their order, and never with more or fewer")
    func values() throws {
        try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE TABLE t (number, day, word, flag, none)")
            let insert = try RawStatement(db, "INSERT INTO t(number, day, word, flag, none) VALUES (?, ?, ?, ?, ?)")
            try insert.run(7, Day(number: 20_000), "a\u{e9}", true, nil as Int64?)
            #expect(throws: DatabaseError.self) { try insert.run(7, Day(number: 20_000), "a", true) }
            let rows = try RawStatement(db, "SELECT * FROM t WHERE number = ? AND word = ?")
            #expect(throws: DatabaseError.self) { try rows.bindAll(7, "a\u{e9}", 1) }
            try rows.bindAll(7, "a\u{e9}")
            #expect(try rows.step())
            #expect((rows.int(0), rows.day(1), rows.text(2)) == (7, Day(number: 20_000), "a\u{e9}"))
            #expect(rows.int(3) == 1 && rows.isNull(4))
            #expect(try !rows.step())
        }
    }
}
