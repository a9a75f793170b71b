import GRDB
import Receivables

/// Items whose dispute was found valid: that they were paid late, or in part, says nothing of how the customer pays
/// (DOMAIN.md §3).
struct ExcusedItems {
    private let items: [Int64: Set<Key>]

    struct Key: Hashable {
        var company: String
        var number: String
    }

    /// - Parameter day: found so by then.
    init(_ db: Database, upTo day: Day) throws {
        let rows = try RawStatement(
            db,
            """
            SELECT account.id, dispute.company, dispute.number FROM dispute JOIN account ON account.number = \
            dispute.account
            WHERE dispute.state_day <= ? AND dispute.state = '\(Dispute.Outcome.valid.rawValue)'
            """)
        rows.bind(1, day)
        var items: [Int64: Set<Key>] = [:]
        while try rows.step() {
            items[rows.int(0), default: []].insert(Key(company: rows.text(1), number: rows.text(2)))
        }
        self.items = items
    }

    /// Most accounts have none, and their rows needn't be asked one by one.
    subscript(account: Int64) -> Set<Key> { items[account] ?? [] }

    /// Accounts whose behaviour a day before may have been another: a dispute was found valid after it.
    static func accounts(foundValidAfter day: Day, _ db: Database) throws -> Set<Int64> {
        let rows = try RawStatement(
            db,
            """
            SELECT account.id FROM dispute JOIN account ON account.number = dispute.account
            WHERE dispute.state_day > ? AND dispute.state = '\(Dispute.Outcome.valid.rawValue)'
            """)
        rows.bind(1, day)
        var accounts: Set<Int64> = []
        while try rows.step() { accounts.insert(rows.int(0)) }
        return accounts
    }

    /// All that were ever found so, and since when.
    static func since(_ db: Database) throws -> [Int64: [Key: Day]] {
        let rows = try RawStatement(
            db,
            """
            SELECT account.id, dispute.company, dispute.number, MIN(dispute.state_day)
            FROM dispute JOIN account ON account.number = dispute.account
            WHERE dispute.state = '\(Dispute.Outcome.valid.rawValue)' AND dispute.state_day IS NOT NULL GROUP BY 1, 2, 3
            """)
        var items: [Int64: [Key: Day]] = [:]
        while try rows.step() {
            let key = Key(company: rows.text(1), number: rows.text(2))
            items[rows.int(0), default: [:]][key] = rows.day(3)
        }
        return items
    }

    /// Of a payer's accounts.
    static func accounts(of payer: Int64, _ db: Database) throws -> [Int64: Set<Key>] {
        let rows = try RawStatement(
            db,
            """
            SELECT account.id, dispute.company, dispute.number FROM dispute JOIN account ON account.number = \
            dispute.account
            WHERE dispute.payer = ? AND dispute.state = '\(Dispute.Outcome.valid.rawValue)'
            """)
        rows.bind(1, payer)
        var items: [Int64: Set<Key>] = [:]
        while try rows.step() {
            items[rows.int(0), default: []].insert(Key(company: rows.text(1), number: rows.text(2)))
        }
        return items
    }
}
