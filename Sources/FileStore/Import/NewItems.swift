import GRDB
import Receivables

/// Writes items that the book doesn't have, several with one statement: beginning and ending one costs as much as a
/// row does.
///
/// Whoever needs them in the table, such as their settlements, asks for `flush` first.
final class NewItems {
    private let one: RawStatement
    private let many: RawStatement
    private var waiting: [(row: StagedItem, open: Int64)] = []
    /// The place of the import's entry in the journal: "first seen".
    private let seen: Int64

    private static let columns: Int32 = 14
    /// Rows to a statement.
    private static let batch = 16

    init(_ db: Database, seen: Int64) throws {
        self.seen = seen
        let row = "(\(Array(repeating: "?", count: Int(NewItems.columns)).joined(separator: ", ")))"
        one = try RawStatement(db, "INSERT INTO item VALUES \(row)")
        many = try RawStatement(
            db, "INSERT INTO item VALUES \(Array(repeating: row, count: NewItems.batch).joined(separator: ", "))")
        waiting.reserveCapacity(NewItems.batch)
    }

    func add(_ row: StagedItem, open: Int64) throws {
        waiting.append((row, open))
        if waiting.count == NewItems.batch { try flush() }
    }

    func flush() throws {
        defer { waiting.removeAll(keepingCapacity: true) }
        if waiting.count == NewItems.batch {
            for (place, item) in waiting.enumerated() { bind(item.row, item.open, to: many, from: Int32(place) * NewItems.columns) }
            return try many.run()
        }
        for item in waiting {
            bind(item.row, item.open, to: one, from: 0)
            try one.run()
        }
    }

    private func bind(_ row: StagedItem, _ open: Int64, to insert: RawStatement, from place: Int32) {
        insert.bind(place + 1, row.account)
        insert.bind(place + 2, row.company)
        insert.bind(place + 3, row.number)
        insert.bind(place + 4, row.issued)
        insert.bind(place + 5, row.due)
        insert.bind(place + 6, row.dueFrom.rawValue)
        insert.bind(place + 7, row.currency)
        insert.bind(place + 8, row.amount)
        insert.bind(place + 9, open)
        insert.bind(place + 10, open == 0 ? row.settled : nil)
        insert.bind(place + 11, row.purchaseOrder)
        insert.bind(place + 12, row.onceDisputed)
        insert.bind(place + 13, seen)
        insert.bind(place + 14, row.source)
    }
}
