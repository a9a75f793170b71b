import GRDB
import Receivables

/// Reads what was agreed with payers on past days: whole journals only of those with whom there is something to watch.
struct AgreedReading {
    private let db: Database
    private let committed: Set<Int64>
    private let money: MoneyReader
    /// The days on which other payers were called or written to.
    private let touched: [Int64: [Day]]

    init(_ db: Database) throws {
        self.db = db
        committed = try CommitmentTable.payers(db).union(AgreedReading.payersWithUndos(db))
        money = try MoneyReader(db, asOf: try AsOf(Day(number: .max), db))
        touched = try AgreedReading.touched(db, without: committed)
    }

    /// Whether there were ever promises, claims, disputes or plans, also such as were taken back.
    func hasCommitments(_ payer: Int64) -> Bool { committed.contains(payer) }

    /// - Parameter accounts: all that the payer pays for, by id and number.
    func history(of payer: Int64, accounts: [(id: Int64, number: AccountNumber)]) throws -> AgreedHistory {
        guard committed.contains(payer) else { return AgreedHistory(touched: touched[payer] ?? []) }
        let seen = try accounts.flatMap { try money.money(at: $0.id, $0.number, withCash: true, since: .everything) }
        return AgreedHistory(try EntryTable.entries(of: payer, db), money: seen)
    }

    private static func payersWithUndos(_ db: Database) throws -> Set<Int64> {
        let rows = try RawStatement(
            db,
            """
            SELECT DISTINCT account.payer FROM entry JOIN account ON account.id = entry.payer
            WHERE entry.undoes IS NOT NULL
            """
        )
        var payers: Set<Int64> = []
        while try rows.step() { payers.insert(rows.int(0)) }
        return payers
    }

    /// As `PayerRecord` counts a touch: what was noted elsewhere is none.
    private static func touched(_ db: Database, without payers: Set<Int64>) throws -> [Int64: [Day]] {
        let rows = try RawStatement(
            db,
            """
            SELECT account.payer, entry.day FROM entry JOIN account ON account.id = entry.payer
            WHERE entry.kind IN ('call', 'message', 'step')
                OR entry.kind = 'note' AND instr(entry.body, '"origin":') = 0
            """)
        var touched: [Int64: [Day]] = [:]
        while try rows.step() {
            if !payers.contains(rows.int(0)) { touched[rows.int(0), default: []].append(rows.day(1)) }
        }
        return touched
    }
}
