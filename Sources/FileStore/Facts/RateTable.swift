import GRDB
import Receivables

/// Reads rates as they were given, each into the currency that the book counted in then.
enum RateTable {
    /// The newest on or before a day, per currency and what it is told in.
    static func newest(_ db: Database, _ day: Day) throws -> [GivenRate] {
        let rows = try RawStatement(
            db,
            """
            SELECT currency, base, MAX(day), billionths FROM rate WHERE day <= ? GROUP BY currency, base ORDER BY \
            currency, base
            """
        )
        rows.bind(1, day)
        return try rates(rows)
    }

    static func all(_ db: Database) throws -> [GivenRate] {
        try rates(RawStatement(db, "SELECT currency, base, day, billionths FROM rate ORDER BY day, currency"))
    }

    /// All of them, into one currency.
    static func dated(_ db: Database, base: Currency) throws -> DatedRates {
        let given = try all(db)
        guard given.contains(where: { $0.target != base }) else {
            return DatedRates(base: base, given.map { ($0.currency, $0.day, $0.rate) })
        }
        // The book counted in another currency once: what its rates come to, day by day.
        return DatedRates(
            base: base,
            Set(given.map(\.day)).flatMap { day in
                Rates(base: base, given: given.filter { $0.day <= day }).all.map { ($0.0, day, $0.1) }
            })
    }

    private static func rates(_ rows: RawStatement) throws -> [GivenRate] {
        var found: [GivenRate] = []
        while try rows.step() {
            guard let rate = ExchangeRate(billionths: rows.int(3)), let target = rows.optionalCurrency(1) else {
                continue
            }
            found.append(GivenRate(try rows.currency(0), into: target, day: rows.day(2), rate: rate))
        }
        return found
    }
}

extension FileBook {
    /// The newest rates on or before a day, as they were given.
    public func rates(on day: Day) throws -> [GivenRate] {
        try translatingErrors(at: path) { try reading { try RateTable.newest($0, day) } }
    }

    /// Takes a rate that somebody typed; everybody is ranked by it.
    ///
    /// - Throws: `BookError`, as any import.
    public func setRate(of currency: Currency, _ rate: ExchangeRate, on day: Day, stamp: Stamp) throws {
        var source = TypedRate(currency, rate, on: day)
        _ = try importExtract(source.extract, from: &source, stamp: stamp, progress: { _, _ in })
    }
}
