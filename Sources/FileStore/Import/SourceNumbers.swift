import GRDB
import Receivables

/// Keeps apart the invoices of two source systems that have the same number for one customer. The later one gets the
/// name of its system as its company code, and is known by it from then on.
///
/// The same invoice under another system, as after a move from one to the other, has the same day, currency and amount:
/// it stays one item.
struct SourceNumbers {
    /// nil where the book holds items of no other system, so that no row has to be looked up.
    private let stored: RawStatement?
    /// How many items were kept apart, and the first of them.
    private(set) var count = 0
    private(set) var first: (number: String, line: Int)?

    init(_ db: Database) throws {
        let sources = try Int.fetchOne(db, sql: "SELECT COUNT(DISTINCT source) FROM extracted WHERE source <> ''") ?? 0
        stored =
            sources == 0
            ? nil
            : try RawStatement(
                db,
                """
                SELECT source, issued, currency, amount FROM item WHERE account = ? AND company = ? AND number = ? \
                LIMIT 1
                """)
    }

    /// The row before, as it is kept: rows of one number follow each other.
    private var previous: Kept?

    private struct Kept {
        let account: Int64
        let row: ItemRow
    }

    /// The company code under which an item is kept.
    mutating func company(of row: ItemRow, account: Int64) throws -> String {
        guard !row.source.isEmpty else { return row.company }
        var kept = row
        if try isTaken(row, account) {
            kept.company = SourceNumbers.company(row.company, of: row.source)
            count += 1
            if first == nil { first = (row.number, row.line) }
        }
        previous = Kept(account: account, row: kept)
        return kept.company
    }

    /// Whether another system has the number for another invoice, in the row before or in the book.
    private func isTaken(_ row: ItemRow, _ account: Int64) throws -> Bool {
        if let previous, previous.account == account, case let other = previous.row, other.number == row.number,
            other.company == row.company, other.source != row.source
        {
            return other.issued != row.issued || other.currency != row.currency || other.amount != row.amount
        }
        guard let stored else { return false }
        stored.bind(1, account)
        stored.bind(2, row.company)
        stored.bind(3, row.number)
        defer { stored.rewind() }
        guard try stored.step(), case let source = stored.text(0), !source.isEmpty, source != row.source else {
            return false
        }
        return stored.day(1) != row.issued || stored.text(2) != row.currency.code || stored.int(3) != row.amount
    }

    /// `NAV`, or `1000 NAV` of company code 1000.
    static func company(_ company: String, of source: String) -> String {
        company.isEmpty ? source : "\(company) \(source)"
    }

    /// The company code that an item would have if it hadn't been kept apart; nil for one that wasn't.
    static func original(of company: String, source: String) -> String? {
        guard !source.isEmpty else { return nil }
        if company == source { return "" }
        return company.hasSuffix(" " + source) ? String(company.dropLast(source.count + 1)) : nil
    }

    /// For the receipt; nil where nothing was kept apart.
    var notice: String? {
        guard let first else { return nil }
        let invoices = count == 1 ? "1 invoice has a number" : "\(count) invoices have numbers"
        return """
            \(invoices) that another source system uses for another invoice of the same customer: kept apart, under \
            the name of the system as its company code (first \(first.number), line \(first.line))
            """
    }
}
