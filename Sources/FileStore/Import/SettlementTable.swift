import GRDB
import Receivables

/// Writes what settles items.
final class SettlementTable {
    private let insert: RawStatement
    private let next: RawStatement
    private let list: RawStatement
    private let update: RawStatement
    private let delete: RawStatement
    /// The place of the import's entry in the journal: "first seen".
    private let seen: Int64
    /// The newest day written.
    private(set) var lastDay: Day?

    init(_ db: Database, seen: Int64) throws {
        self.seen = seen
        insert = try RawStatement(
            db,
            """
            INSERT INTO settlement(account, company, number, nth, day, after_day, kind, stated, amount, reference,
                seen)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let key = "WHERE account = ? AND company = ? AND number = ?"
        next = try RawStatement(db, "SELECT COALESCE(MAX(nth), 0) + 1 FROM settlement \(key)")
        list = try RawStatement(
            db, "SELECT nth, day, after_day, kind, stated, amount, reference, seen FROM settlement \(key) ORDER BY nth")
        update = try RawStatement(db, "UPDATE settlement SET amount = ? \(key) AND nth = ?")
        delete = try RawStatement(db, "DELETE FROM settlement \(key) AND nth = ?")
    }

    /// An item's key as the table has it.
    struct Key {
        var account: Int64
        var company: String
        var number: String
    }

    struct Stored {
        var nth: Int64
        var settlement: Settlement
        var seen: Int64
    }

    /// - Parameters:
    ///   - isNewItem: the item has no settlements yet.
    ///   - seen: when the money was first seen, where that was before this import.
    /// - Returns: its place among the item's settlements.
    @discardableResult
    func add(_ settlement: Settlement, to key: Key, isNewItem: Bool = false, seen earlier: Int64? = nil) throws -> Int64
    {
        let nth = isNewItem ? 1 : try nextPlace(key)
        insert.bind(1, key.account)
        insert.bind(2, key.company)
        insert.bind(3, key.number)
        insert.bind(4, nth)
        insert.bind(5, settlement.day)
        insert.bind(6, settlement.after)
        insert.bind(7, settlement.kind.rawValue)
        insert.bind(8, settlement.isStated)
        insert.bind(9, settlement.amount)
        insert.bind(10, settlement.reference)
        insert.bind(11, earlier ?? seen)
        try insert.run()
        if let day = settlement.day { lastDay = lastDay.map { max($0, day) } ?? day }
        return nth
    }

    /// Brings back what an extract implied, or a part of it, together with what is still there of it.
    func restore(_ implied: Settlement, to key: Key, seen: Int64) throws {
        let rest = try all(of: key).first { stored in
            let settlement = stored.settlement
            return (settlement.day, settlement.after, stored.seen) == (implied.day, implied.after, seen)
                && settlement.kind == implied.kind && !settlement.isStated
        }
        if let rest {
            try lower(rest, by: -implied.amount, of: key)
        } else {
            try add(implied, to: key, seen: seen)
        }
    }

    private func nextPlace(_ key: Key) throws -> Int64 {
        bind(key, to: next, from: 1)
        defer { next.rewind() }
        return try next.step() ? next.int(0) : 1
    }

    func all(of key: Key) throws -> [Stored] {
        bind(key, to: list, from: 1)
        var found: [Stored] = []
        while try list.step() {
            found.append(
                Stored(
                    nth: list.int(0),
                    settlement: Settlement(
                        day: list.optionalDay(1), after: list.optionalDay(2),
                        kind: Settlement.Kind(rawValue: Int(list.int(3))) ?? .payment, isStated: list.int(4) != 0,
                        amount: list.int(5), reference: list.text(6)),
                    seen: list.int(7)))
        }
        return found
    }

    /// Lowers a settlement by a part of it, down to nothing.
    func lower(_ stored: Stored, by part: Int64, of key: Key) throws {
        let rest = stored.settlement.amount - part
        if rest == 0 {
            bind(key, to: delete, from: 1)
            delete.bind(4, stored.nth)
            try delete.run()
        } else {
            update.bind(1, rest)
            bind(key, to: update, from: 2)
            update.bind(5, stored.nth)
            try update.run()
        }
    }

    private func bind(_ key: Key, to statement: RawStatement, from place: Int32) {
        statement.bind(place, key.account)
        statement.bind(place + 1, key.company)
        statement.bind(place + 2, key.number)
    }
}
