import GRDB
import Receivables

extension FileBook {
    /// What the book comes to in some periods (DOMAIN.md §6), as it was known on a day.
    ///
    /// - Throws: `BookError`.
    public func figures(_ query: FiguresQuery) throws -> BookFigures {
        try translatingErrors(at: path) {
            try reading { db in try FiguresReading(db, query, rules: try rules(db), file: sharedFile).figures() }
        }
    }
}

/// Reads figures: the journal once over the days that matter, then items and promises, a large book in two halves.
private struct FiguresReading {
    private let db: Database
    private let query: FiguresQuery
    private let rules: Rules
    private let file: String?
    private let accounts: FigureAccounts
    private let imports: ImportsSeen
    private let rates: DatedRates

    /// - Parameter file: as for `PayerScan`.
    init(_ db: Database, _ query: FiguresQuery, rules: Rules, file: String?) throws {
        self.db = db
        self.query = query
        self.rules = rules
        self.file = file
        accounts = try FigureAccounts(db, query)
        imports = try ImportsSeen(db, upTo: query.day)
        rates = try RateTable.dated(db, base: rules.base)
    }

    func figures() throws -> BookFigures {
        guard let first = query.periods.map(\.from).min() else { return BookFigures(slices: [], rows: []) }
        let firstContact = AfterContact.firstDay(for: first, rules.calendar)
        let journal = try JournalCount(db, query, accounts, from: firstContact)
        let disputes = try DisputeCount(db, query, accounts, answers: journal.answers, scannedFrom: firstContact)
        let asOf = try AsOf(query.day, db)
        let money = MoneyCount(
            query: query, rules: rules, accounts: accounts, imports: imports, rates: rates, contacts: journal.contacts,
            asOf: asOf, promisers: try MoneyCount.promisers(db, query, asOf))
        let (ledger, promises) = try count(money)
        return BookFigures(
            slices: slices(ledger, promises, journal, disputes),
            rows: ledger.rows + promises.rows + journal.rows.reversed() + disputes.rows)
    }

    private func count(_ money: MoneyCount) throws -> (LedgerCount, PromiseCount) {
        let last = Int64(accounts.payers.count - 1)
        guard let file, last > Int64(PayerScan.manyAccounts) else {
            let all = try money.count(db, among: 1...max(1, last))
            return (all.ledger, all.promises)
        }
        let middle = last / 2
        let answer = SecondConnection.Answer(file, seeing: try EntryTable.head(db).hash) { db in
            try money.count(db, among: middle + 1...last)
        }
        let ours = Result { try money.count(db, among: 1...middle) }
        // It is waited for in any case: what it reads is not left to itself.
        let rest = try answer.wait() ?? money.count(db, among: middle + 1...last)
        var (ledger, promises) = try (ours.get().ledger, ours.get().promises)
        ledger.add(rest.ledger)
        promises.add(rest.promises)
        return (ledger, promises)
    }

    private func slices(
        _ ledger: LedgerCount, _ promises: PromiseCount, _ journal: JournalCount, _ disputes: DisputeCount
    ) -> [FigureSlice] {
        let assembly = FigureAssembly(
            ledger: ledger, promises: promises, rates: rates, typed: imports.typed, salesFrom: imports.salesFrom,
            isOfPart: query.people != nil || query.grouping != nil)
        return query.periods.enumerated().flatMap { place, period in
            accounts.groups.enumerated().map { group, name in
                let money = assembly.money(of: group, in: period, at: place)
                return FigureSlice(
                    period: period, group: name, ledgers: money.ledgers, base: money.base,
                    missingRates: ledger.missingRates.sorted(), calls: journal.calls[place][group],
                    disputes: disputes.figures[place][group])
            }
        }
    }
}
