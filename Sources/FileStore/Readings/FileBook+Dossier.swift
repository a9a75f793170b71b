import GRDB
import Receivables

extension FileBook {
    /// Everything about the payer of an account, as it was known at a moment.
    ///
    /// - Throws: `BookError.unknownAccount` where the book has no such account.
    public func dossier(of number: AccountNumber, asOf moment: Moment) throws -> Dossier {
        try translatingErrors(at: path) {
            try reading { db in
                let (payer, _) = try AccountTable.payer(of: number, db)
                let rules = try rules(db)
                let asOf = try AsOf(moment.day, db)
                let portfolio = try portfolio(for: moment.day, asOf, rules, db)
                let facts = try PayerReader(db, asOf: asOf, isLean: false).facts(of: payer).judged(
                    by: rules, on: moment.day)
                let entries = try EntryTable.entries(of: payer, upTo: moment.day, db)
                let counted = Set(counting(entries).map(\.seq))
                var dossier = Dossier(
                    moment: moment, rules: rules, portfolio: portfolio,
                    cashKnownTo: try CashKnownTable.knownTo(
                        db, asOf: moment.day, of: Set(facts.accounts.flatMap { $0.items.map(\.company) })),
                    asked: number, facts: facts,
                    standing: rank(facts, portfolio: portfolio, rules: rules, day: moment.day, detail: .items),
                    contacts: try FileBook.contacts(of: payer, db),
                    receipts: try FileBook.receipts(
                        of: payer, from: moment.day.advanced(by: -99), upTo: moment.day, limit: 20, db),
                    history: entries.reversed(), undone: Set(entries.map(\.seq)).subtracting(counted))
                let numbers = dossier.contacts.flatMap(\.contact.numbers)
                dossier.shared = try SharedNumbers(db, of: payer, on: moment.day).read(numbers)
                dossier.disputesEnded = try FileBook.disputesEnded(upTo: moment.day, db)
                return dossier
            }
        }
    }

    /// All money that settled items of a payer up to a day, newest first.
    public func receipts(of number: AccountNumber, upTo day: Day) throws -> [Dossier.Received] {
        try translatingErrors(at: path) {
            try reading { db in
                try FileBook.receipts(
                    of: try AccountTable.payer(of: number, db).0, from: Day(number: .min), upTo: day, limit: -1, db)
            }
        }
    }

    /// The stored one on the ranked day; a page for another day takes its own, cut and all.
    func portfolio(for day: Day, _ asOf: AsOf, _ rules: Rules, _ db: Database) throws -> RankingBasis {
        if try BookMetadata.day(.rankedDay, db) == day, let stored = try portfolio(db) { return stored }
        var portfolio = try RankingBasis(db, asOf: asOf, rules: rules, file: sharedFile)
        let stakes = try PayerScan(db, asOf: asOf, file: sharedFile).map { [portfolio] _, facts in
            rank(facts, portfolio: portfolio, rules: rules, day: day, detail: .order).stakeInBase
        }
        portfolio.highStake = RankingBasis.cut(of: stakes)
        return portfolio
    }

    static func contacts(of payer: Int64, _ db: Database) throws -> [Dossier.ContactOf] {
        let rows = try RawStatement(
            db,
            """
            SELECT account.number, contact.name, role, phone, email, contact.language, hours, account.id, nth
            FROM account JOIN contact ON contact.account = account.id
            WHERE account.payer = ?1 ORDER BY account.id <> ?1, account.number, nth
            """)
        rows.bind(1, payer)
        var contacts: [Dossier.ContactOf] = []
        while try rows.step() {
            contacts.append(
                Dossier.ContactOf(
                    account: AccountNumber(rows.text(0)),
                    contact: Contact(
                        name: rows.text(1), role: rows.text(2), phone: rows.text(3), email: rows.text(4),
                        language: rows.text(5), preferred: Hours(rows.text(6)),
                        numbers: try TelephoneTable.numbers(of: rows.int(7), rows.int(8), db))))
        }
        return contacts
    }

    /// Money of some days, newest first.
    ///
    /// - Parameter limit: how many at most; -1 for all.
    private static func receipts(
        of payer: Int64, from first: Day, upTo day: Day, limit: Int, _ db: Database
    ) throws -> [Dossier.Received] {
        let rows = try RawStatement(
            db,
            """
            SELECT settlement.day, settlement.amount, item.currency, settlement.number, settlement.stated
            FROM account JOIN settlement ON settlement.account = account.id
                JOIN item ON item.account = settlement.account AND item.company = settlement.company
                    AND item.number = settlement.number
            WHERE account.payer = ? AND settlement.day <= ? AND settlement.day >= ?
                AND settlement.kind = \(Settlement.Kind.payment.rawValue)
            ORDER BY settlement.day DESC, settlement.number LIMIT ?
            """)
        try rows.bindAll(payer, day, first, Int64(limit))
        var receipts: [Dossier.Received] = []
        while try rows.step() {
            receipts.append(
                Dossier.Received(
                    day: rows.day(0), amount: Money(minor: rows.int(1), try rows.currency(2)), item: rows.text(3),
                    isStated: rows.int(4) != 0))
        }
        return receipts
    }
}
