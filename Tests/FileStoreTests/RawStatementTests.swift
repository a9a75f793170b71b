import GRDB
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
}
