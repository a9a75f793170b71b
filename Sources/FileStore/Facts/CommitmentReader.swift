import GRDB
import Receivables

/// Adds to a payer's facts what its commitments are judged by; nothing is asked of the book for who has none.
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
        guard !facts.commitments.isEmpty else { return facts }
        let (money, cash) = try known ?? (try MoneyReader(db, asOf: asOf), try CashKnownTable.read(db, asOf: asOf.day))
        known = (money, cash)
        var facts = facts
        facts.cash = cash
        for (id, account) in zip(ids, facts.accounts) {
            facts.money += try money.money(at: id, account.account.number, for: facts.commitments)
        }
        return facts
    }
}
