import GRDB
import GRDBSQLite
import Receivables

/// What a statement takes for one of its places.
protocol StatementValue {
    /// - Parameter place: counts from 1.
    func bind(to statement: RawStatement, at place: Int32)
}

extension Int64: StatementValue {
    func bind(to statement: RawStatement, at place: Int32) { statement.bind(place, self) }
}

extension Int: StatementValue {
    func bind(to statement: RawStatement, at place: Int32) { statement.bind(place, self) }
}

extension Bool: StatementValue {
    func bind(to statement: RawStatement, at place: Int32) { statement.bind(place, self) }
}

extension Day: StatementValue {
    func bind(to statement: RawStatement, at place: Int32) { statement.bind(place, self) }
}

extension String: StatementValue {
    func bind(to statement: RawStatement, at place: Int32) { statement.bind(place, self) }
}

extension Currency: StatementValue {
    func bind(to statement: RawStatement, at place: Int32) { statement.bind(place, self) }
}

extension Optional: StatementValue where Wrapped: StatementValue {
    func bind(to statement: RawStatement, at place: Int32) {
        if let self { self.bind(to: statement, at: place) } else { statement.bind(place, nil as Int64?) }
    }
}

extension RawStatement {
    /// Binds all values of the statement, in the order of their places.
    ///
    /// For all but loops over many rows, which bind each place by hand: that takes half the time.
    ///
    /// - Throws: `SQLITE_RANGE` where the statement has more places than there are values, or fewer.
    func bindAll<each Value: StatementValue>(_ values: repeat each Value) throws {
        var count: Int32 = 0
        for _ in repeat each values { count += 1 }
        // Before any is bound: one without a place would fail the next step as well.
        guard count == places else {
            throw DatabaseError(
                resultCode: .SQLITE_RANGE, message: "\(count) values for a statement that takes \(places)")
        }
        var place: Int32 = 0
        for value in repeat each values {
            place += 1
            value.bind(to: self, at: place)
        }
    }

    /// Runs a statement that gives no rows, with all of its values.
    func run<First: StatementValue, each Value: StatementValue>(_ first: First, _ others: repeat each Value) throws {
        try bindAll(first, repeat each others)
        try run()
    }
}
