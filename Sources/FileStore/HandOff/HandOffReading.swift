import GRDB
import Receivables

extension FileBook {
    /// What others in the house have to do, by recipient.
    ///
    /// - Throws: `BookError`.
    public func handOffs(_ query: HandOffQuery) throws -> [HandOffCase] {
        try translatingErrors(at: path) {
            try reading { db in
                let asOf = try AsOf(query.moment.day, db)
                let reading = try HandOffReading(db, query, asOf: asOf, rules: try rules(db))
                let wantsCash = query.mayWant(.cashApplication)
                let portfolio = wantsCash ? try portfolio(for: query.moment.day, asOf, try rules(db), db) : nil
                return try reading.cases(portfolio)
            }
        }
    }
}

/// Gathers what others have to do, payer by payer; only payers are read who may have something of the kind.
private struct HandOffReading {
    private let db: Database
    private let query: HandOffQuery
    private let asOf: AsOf
    private let rules: Rules
    private let reader: PayerReader
    private let entry: RawStatement

    init(_ db: Database, _ query: HandOffQuery, asOf: AsOf, rules: Rules) throws {
        self.db = db
        self.query = query
        self.asOf = asOf
        self.rules = rules
        reader = try PayerReader(db, asOf: asOf, isLean: false)
        entry = try RawStatement(db, "SELECT author, text FROM entry WHERE seq = ?")
    }

    func cases(_ portfolio: RankingBasis?) throws -> [HandOffCase] {
        let wanted = HandOffCandidates(db, asOf)
        let disputes = query.wantsDisputes ? try wanted.disputing() : []
        let cash = portfolio == nil ? [] : try wanted.withCash()
        let contacts = query.mayWant(.masterData) ? try wanted.withNewContacts() : []
        let credit = query.mayWant(.creditControl) ? try wanted.strained() : []
        let day = query.moment.day
        var found: [HandOffCase] = []
        for payer in disputes.union(cash).union(contacts).union(credit).sorted() {
            let facts = try reader.facts(of: payer).judged(by: rules, on: day)
            if disputes.contains(payer) { found += facts.disputesToHandOff(all: query.all, rules: rules, on: day) }
            if cash.contains(payer) { found += facts.cashToHandOff() }
            if credit.contains(payer) { found += facts.creditToHandOff() }
            if contacts.contains(payer) { found += try contactsToHandOff(payer, facts) }
            if cash.contains(payer), let portfolio, let until = restsForCash(facts, portfolio) {
                found.append(facts.cashToMatchFirst(until: until))
            }
        }
        return try found.filter { query.mayWant($0.recipient) }.map(asked).sorted(by: HandOffCase.isBefore)
    }

    private func restsForCash(_ facts: JudgedPayer, _ portfolio: RankingBasis) -> Day? {
        guard
            case .rests(let until, .matchCashFirst) = rank(
                facts, portfolio: portfolio, rules: rules, day: query.moment.day, detail: .order
            ).place
        else { return nil }
        return until
    }

    /// With who asked, and in the words of the note where the case has none of its own.
    private func asked(_ found: HandOffCase) throws -> HandOffCase {
        guard let part = found.part else { return found }
        entry.bind(1, part.entry)
        guard try entry.step() else { return found }
        defer { entry.rewind() }
        var found = found
        if found.askedBy.isEmpty { found.askedBy = entry.text(0) }
        if found.text.isEmpty { found.text = HandOffReading.said(entry.text(1)) }
        return found
    }

    /// What was written apart from the structured lines, on one line.
    private static func said(_ note: String) -> String {
        note.split(whereSeparator: \.isNewline).filter { $0.first != "/" }.joined(separator: " ")
    }

    // MARK: Contacts

    /// Numbers that turned out to be wrong.
    private func contactsToHandOff(_ payer: Int64, _ facts: JudgedPayer) throws -> [HandOffCase] {
        let entries = try EntryTable.entries(of: payer, upTo: asOf.day, db).reversed()
        let owners = try contacts(of: payer)
        return try said(payer, facts)
            + facts.limits.badNumbers.map { number in
                let heard = entries.first { entry in
                    guard case .call(let call) = entry.act else { return false }
                    return call.numbers.contains(number) && call.result == .wrongNumber
                }
                let owner = owners.first { $0.contact.numbers.contains { $0.isNamed(by: number) } }
                let shown = owner?.contact.numbers.first { $0.isNamed(by: number) }?.brief ?? number
                return HandOffCase(
                    .masterData, .badNumber, part: heard.map { EntryPart(entry: $0.seq) },
                    account: owner?.account ?? facts.payer,
                    name: facts.name, document: shown, text: owner.map { $0.contact.name } ?? "",
                    since: heard?.day, askedBy: heard?.author ?? "")
            }
    }

    /// Numbers that callers were given, and the ERP doesn't have.
    private func said(_ payer: Int64, _ facts: JudgedPayer) throws -> [HandOffCase] {
        let rows = try RawStatement(
            db,
            """
            SELECT account.number, contact.name, phone, json_extract(NULLIF(erp, ''), '$[1]'), said, entry.day
            FROM account JOIN contact ON contact.account = account.id JOIN entry ON entry.seq = contact.said
            WHERE account.payer = ? AND entry.day <= ? AND phone <> '' ORDER BY account.number, nth
            """)
        try rows.bindAll(payer, asOf.day)
        var found: [HandOffCase] = []
        while try rows.step() {
            let before = rows.optionalText(3).map { $0.isEmpty ? "no number before" : "\($0) before" } ?? "new"
            found.append(
                HandOffCase(
                    .masterData, .changedContact, part: EntryPart(entry: rows.int(4)),
                    account: AccountNumber(rows.text(0)), name: facts.name,
                    document: rows.text(2), text: "\(rows.text(1)), \(before)", since: rows.day(5)))
        }
        return found
    }

    private func contacts(of payer: Int64) throws -> [Dossier.ContactOf] { try FileBook.contacts(of: payer, db) }
}

/// Payers who may have something to be handed off, by what the book knows of them at a glance.
private struct HandOffCandidates {
    private let db: Database
    private let asOf: AsOf

    init(_ db: Database, _ asOf: AsOf) {
        self.db = db
        self.asOf = asOf
    }

    func disputing() throws -> Set<Int64> {
        try payers("SELECT DISTINCT payer FROM dispute").union(asOf.payersWithLaterEntries)
    }

    func withCash() throws -> Set<Int64> {
        try payers(
            """
            SELECT payer FROM claim UNION SELECT payer FROM promise
            UNION SELECT account.payer FROM cash JOIN account ON account.id = cash.account
            UNION SELECT account.payer FROM item JOIN account ON account.id = item.account WHERE item.open < 0
            """
        ).union(asOf.payersWithLaterEntries).union(withLaterMoney())
    }

    func withNewContacts() throws -> Set<Int64> {
        try payers(
            """
            SELECT payer FROM contact_limits
            UNION SELECT account.payer FROM contact JOIN account ON account.id = contact.account WHERE said IS NOT NULL
            """
        ).union(asOf.payersWithLaterEntries)
    }

    /// Over a limit, or with a promise or plan that may not have been kept.
    func strained() throws -> Set<Int64> {
        try payers(
            """
            SELECT payer FROM promise UNION SELECT payer FROM plan
            UNION SELECT account.payer FROM account JOIN item ON item.account = account.id
                WHERE account.credit_limit > 0 AND item.currency = account.limit_currency
                GROUP BY account.id HAVING SUM(item.open) > account.credit_limit
            """
        ).union(asOf.payersWithLaterEntries).union(withLaterMoney())
    }

    /// What stands open there now is not what stood open then.
    private func withLaterMoney() throws -> Set<Int64> {
        guard !asOf.accountsWithLaterSettlements.isEmpty else { return [] }
        var found: Set<Int64> = []
        let rows = try RawStatement(db, "SELECT id, payer FROM account")
        while try rows.step() {
            if asOf.accountsWithLaterSettlements.contains(rows.int(0)) { found.insert(rows.int(1)) }
        }
        return found
    }

    private func payers(_ sql: String) throws -> Set<Int64> {
        let rows = try RawStatement(db, sql)
        var found: Set<Int64> = []
        while try rows.step() { found.insert(rows.int(0)) }
        return found
    }
}
