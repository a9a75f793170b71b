import GRDB
import Receivables

/// Reads payers' promises with their verdicts, without the rest of their facts.
final class PromiseReading {
    private let asOf: AsOf
    private let rules: Rules
    private let cash: CashKnown
    private let reader: PayerReader
    private let commitments: CommitmentTable
    private let money: MoneyReader
    private let accounts: RawStatement
    private let knowsCompanies: Bool

    init(_ db: Database, asOf: AsOf, rules: Rules) throws {
        self.asOf = asOf
        self.rules = rules
        cash = try CashKnownTable.read(db, asOf: asOf.day)
        reader = try PayerReader(db, asOf: asOf)
        commitments = try CommitmentTable(db)
        money = try MoneyReader(db, asOf: asOf)
        accounts = try RawStatement(db, "SELECT id, number FROM account WHERE payer = ?")
        let named = try RawStatement(db, "SELECT 1 FROM cash_known WHERE company IS NOT NULL LIMIT 1")
        knowsCompanies = try named.step()
        named.rewind()
    }

    func promises(of payer: Int64) throws -> [JudgedPromise] {
        // Which extracts tell of a payer's money then depends on the company codes of its items.
        guard !knowsCompanies else {
            return try reader.facts(of: payer).judged(by: rules, on: asOf.day).followThrough.promises
        }
        let agreed =
            asOf.payersWithLaterEntries.contains(payer)
            ? try reader.record(of: payer).commitments : try commitments.commitments(of: payer, [.promises, .plans])
        guard !agreed.promises.isEmpty else { return [] }
        var seen: [MoneySeen] = []
        accounts.bind(1, payer)
        while try accounts.step() {
            seen += try money.money(
                at: accounts.int(0), AccountNumber(accounts.text(1)), withCash: true, for: agreed)
        }
        return FollowThrough(agreed, money: seen, cash: cash, rules: rules, on: asOf.day).promises
    }
}
