import Foundation
import GRDB
import GRDBSQLite
import Receivables

/// The tables that hold facts: what imports, callers and corrections said, and no entry of the journal holds whole.
enum FactTable: Int, CaseIterable {
    case account, contact, item, settlement, cash, payment, placedCash, rate, extracted, cashKnown
    // What follows from facts and the journal, and no one works out again on the way to a call.
    case telephone, barredNumber, covering, spelling
    // Of the book's own values: those that nothing else tells, and those of the ranked day.
    case book, ranking

    /// As the schema names it.
    var name: String {
        switch self {
        case .placedCash: "placed_cash"
        case .cashKnown: "cash_known"
        case .barredNumber: "barred_number"
        default: "\(self)"
        }
    }

    /// - Parameter name: of any table, ended by a zero.
    init?(named name: UnsafePointer<CChar>) {
        // Asked for each row that is written anywhere in the book.
        guard let place = FactTable.zeroEnded.firstIndex(where: { strcmp($0.utf8Start, name) == 0 }),
            let table = FactTable(rawValue: place)
        else { return nil }
        self = table
    }

    /// - Parameter name: as for `init(named:)`.
    func isNamed(_ name: UnsafePointer<CChar>) -> Bool { strcmp(FactTable.zeroEnded[rawValue].utf8Start, name) == 0 }

    /// The names in the order of the cases.
    private static let zeroEnded: [StaticString] = [
        "account", "contact", "item", "settlement", "cash", "payment", "placed_cash", "rate", "extracted", "cash_known",
        "telephone", "barred_number", "covering", "spelling", "book",
        // Its rows are those of "book"; no table has that name.
        "",
    ]

    /// Which of the book's values are told by nothing else, and which by a new ranking. The others change with each
    /// record and are compared with what they count.
    private static let bookKeys: [BookMetadata] = [
        .id, .rules, .firstRules, .lastExtract, .lastSettlement, .numbersRead, .generation,
    ]
    private static let rankingKeys: [BookMetadata] = [.rankedDay, .dueDay, .portfolio]

    /// The part to which a value of the book belongs; nil where it is left out.
    static func part(ofKey key: UnsafeBufferPointer<UInt8>) -> FactTable? {
        if bookKeys.contains(where: { key.equal($0.rawValue) }) { return .book }
        return rankingKeys.contains(where: { key.equal($0.rawValue) }) ? .ranking : nil
    }

    /// All rows, for who counts them.
    var query: String {
        func those(_ keys: [BookMetadata]) -> String {
            "SELECT * FROM book WHERE key IN (\(keys.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
        }
        return switch self {
        case .book: those(FactTable.bookKeys)
        case .ranking: those(FactTable.rankingKeys)
        default: "SELECT * FROM \(name)"
        }
    }

    /// Whether it can be rebuilt from the other tables and the journal.
    var follows: Bool {
        switch self {
        case .telephone, .barredNumber, .covering, .spelling, .ranking: true
        default: false
        }
    }

    /// Whether imports carry its sum: not that of what changes after their entry is written.
    var isCarried: Bool { !follows && self != .book }

    /// Whether the first column is the account's id.
    var isOfAccounts: Bool {
        switch self {
        case .account, .contact, .item, .settlement, .cash, .payment, .placedCash, .telephone,
            .spelling:
            true
        case .rate, .extracted, .cashKnown, .barredNumber, .covering, .book, .ranking: false
        }
    }

    /// Columns that follow from other facts and are written at other times: how an account pays. A bit for each.
    func derivedColumns(_ db: Database) throws -> UInt64 {
        guard self == .account else { return 0 }
        let rows = try RawStatement(db, "SELECT cid, name FROM pragma_table_info('account')")
        var columns: UInt64 = 0
        while try rows.step() {
            if ["behaviour", "payments"].contains(rows.text(1)) { columns |= 1 << UInt64(rows.int(0)) }
        }
        return columns
    }

    /// A row as a number. A table's digest is the sum of its rows', in whatever order they come.
    ///
    /// - Parameters:
    ///   - derived: columns to leave out, as `derivedColumns` gives them.
    ///   - value: of a column, counted from 0.
    @inline(__always)
    func digest(columns: Int32, derived: UInt64, value: (Int32) -> OpaquePointer?) -> UInt64 {
        var hash = Fingerprint()
        hash.add(UInt64(rawValue))
        for column in 0..<columns where derived >> UInt64(column) & 1 == 0 {
            guard let value = value(column) else { continue }
            switch sqlite3_value_type(value) {
            case SQLITE_INTEGER: hash.add(UInt64(bitPattern: sqlite3_value_int64(value)))
            // The column of company codes came later than the rows that have none.
            case SQLITE_NULL where self == .cashKnown: continue
            case SQLITE_NULL: hash.add(0x6E75_6C6C)
            default:
                let start = sqlite3_value_blob(value)?.assumingMemoryBound(to: UInt8.self)
                hash.add(UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(value))))
            }
        }
        return hash.value
    }
}
