import GRDB
import Receivables

/// The accounts whose items an extract and the book are compared by, one for one. Most of a daily extract's come to the
/// number that the book has for what is open of them: of those nothing is read.
struct ComparedAccounts {
    /// By id.
    private let isCompared: [Bool]
    /// Their ids, rising.
    let ranges: [ClosedRange<Int64>]

    /// None.
    init() { self.init([]) }

    init(everybody db: Database) throws {
        self.init([false] + [Bool](repeating: true, count: try AccountTable.count(db)))
    }

    init(_ extract: Extract, stated: OpenItemFingerprints, _ db: Database) throws {
        let saysAllThatIsOpen = extract.kind == .openItems
        let last = max(stated.last, Int64(try AccountTable.count(db)))
        var isCompared = [Bool](repeating: false, count: Int(last) + 1)
        for id in stride(from: 1, through: last, by: 1) {
            isCompared[Int(id)] = stated[id].isNamed || extract.isFull && saysAllThatIsOpen
        }
        if saysAllThatIsOpen {
            try OpenItemFingerprintTable.forEach(db) { id, print in
                let account = stated[id]
                if account.print == print, !account.isUnclear { isCompared[Int(id)] = false }
            }
        }
        self.init(isCompared)
    }

    private init(_ isCompared: [Bool]) {
        var ranges: [ClosedRange<Int64>] = []
        var start: Int?
        for id in 0...isCompared.count {
            let isIn = id < isCompared.count && isCompared[id]
            if isIn, start == nil { start = id }
            if !isIn, let first = start {
                ranges.append(Int64(first)...Int64(id - 1))
                start = nil
            }
        }
        self.isCompared = isCompared
        self.ranges = ranges
    }

    func contain(_ account: Int64) -> Bool { account < isCompared.count && isCompared[Int(account)] }
}

/// What is open of accounts, as `OpenItemFingerprints` has it. An account isn't there where something has changed
/// since.
enum OpenItemFingerprintTable {
    static func forEach(_ db: Database, _ body: (_ account: Int64, _ print: UInt64) throws -> Void) throws {
        let rows = try RawStatement(db, "SELECT account, print FROM open_print")
        while try rows.step() { try body(rows.int(0), UInt64(bitPattern: rows.int(1))) }
    }

    /// - Parameters:
    ///   - kept: of the accounts' items that stayed as they were.
    ///   - written: of those that are new or changed.
    static func put(
        _ accounts: ComparedAccounts, _ kept: OpenItemFingerprints, _ written: OpenItemFingerprints, _ db: Database
    ) throws {
        let row = try RawStatement(db, "INSERT OR REPLACE INTO open_print(account, print) VALUES (?, ?)")
        for account in accounts.ranges.joined() {
            row.bind(1, account)
            row.bind(2, Int64(bitPattern: kept[account].print &+ written[account].print))
            try row.run()
        }
    }
}
