import GRDB
import Receivables

/// Adds to a payer's facts what its commitments are judged by, and whether a number is left where some are not to be
/// dialled; nothing is asked of the book for who has neither.
final class CommitmentReader {
    private let db: Database
    private let asOf: AsOf
    private var known: (money: MoneyReader, cash: CashKnown)?

    init(_ db: Database, asOf: AsOf) throws {
        self.db = db
        self.asOf = asOf
    }

    /// - Parameter ids: of the accounts, in their order.
    func completed(_ facts: PayerFacts, ids: [Int64]) throws -> PayerFacts {
        var facts = facts
        if facts.limits.limitsNumbers {
            facts.hasNumberLeft = facts.limits.leavesNumber(among: try ids.flatMap(contacts))
        }
        guard !facts.commitments.isEmpty else { return facts }
        let (money, cash) = try known ?? (try MoneyReader(db, asOf: asOf), try CashKnownTable.read(db, asOf: asOf.day))
        known = (money, cash)
        facts.cash = cash
        for (id, account) in zip(ids, facts.accounts) {
            facts.money += try money.money(
                at: id, account.account.number, withCash: !account.unapplied.isEmpty, for: facts.commitments)
        }
        return facts
    }

    private func contacts(of account: Int64) throws -> [Contact] {
        let rows = try RawStatement(db, "SELECT name, phone, nth FROM contact WHERE account = ?")
        rows.bind(1, account)
        var contacts: [Contact] = []
        while try rows.step() {
            let numbers = try TelephoneTable.numbers(of: account, rows.int(2), db)
            contacts.append(Contact(name: rows.text(0), phone: rows.text(1), numbers: numbers))
        }
        return contacts
    }
}
