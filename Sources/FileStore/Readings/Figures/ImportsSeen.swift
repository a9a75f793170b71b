import GRDB
import Receivables

/// What imports showed when, and the sales that somebody typed: entries without a payer, up to a day.
struct ImportsSeen: Sendable {
    /// The newest that was typed of each month.
    private(set) var typed: [Currency: TypedSales] = [:]
    /// From this day on the book holds every invoice. A history tells all of the past; open items tell of invoices
    /// that were issued after the first extract.
    private(set) var salesFrom = Day(number: .max)
    private var days: [Int64: Seen] = [:]

    private enum Seen {
        /// The day of the extract that showed it.
        case on(Day)
        /// By a history, which tells what was known at the time.
        case asItHappened
    }

    init(_ db: Database, upTo day: Day) throws {
        let rows = try RawStatement(
            db,
            """
            SELECT seq, body FROM entry INDEXED BY entry_payer
            WHERE payer IS NULL AND day <= ? AND kind IN ('import', 'sales') ORDER BY seq
            """)
        try rows.bindAll(day)
        while try rows.step() {
            switch try Act.decoded(rows.text(1), in: "entry", row: "\(rows.int(0))") {
            case .sales(let sales): typed[sales.amount.currency, default: [:]][sales.month] = sales
            case .imported(let record): add(record, rows.int(0))
            default: continue
            }
        }
    }

    private mutating func add(_ record: ImportRecord, _ seq: Int64) {
        switch record.kind {
        case .invoiceHistory:
            days[seq] = .asItHappened
            salesFrom = Day(number: .min)
        case .openItems:
            days[seq] = .on(record.extractDay)
            if record.isFull { salesFrom = min(salesFrom, record.extractDay.advanced(by: 1)) }
        default: days[seq] = .on(record.extractDay)
        }
    }

    /// The import that first showed money; nil for a history, which tells what was known at the time.
    func showing(_ seq: Int64) -> Int64? { if case .asItHappened? = days[seq] { nil } else { seq } }

    /// The day on which money was first seen.
    ///
    /// - Parameters:
    ///   - seq: the import that showed it.
    ///   - day: its value day.
    /// - Returns: nil for what no import up to the day showed.
    func day(of seq: Int64, valued day: Day) -> Day? {
        switch days[seq] {
        case .on(let seen): seen
        case .asItHappened: day
        case nil: nil
        }
    }
}
