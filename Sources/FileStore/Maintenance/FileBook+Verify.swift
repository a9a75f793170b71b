import GRDB
import Hashing
import Receivables

extension FileBook {
    /// Asks SQLite whether the file is whole, walks the journal's chain, folds the journal again and compares the
    /// projections, adds every item up again, and looks for anyone who was forgotten.
    public func verify(progress: Progress) throws -> Verification {
        try translatingErrors(at: path) {
            try reading { db in
                var proof = Proof(db, path: path)
                try proof.run(sharedFile, progress)
                let head = try EntryTable.head(db)
                return Verification(
                    entries: head.seq, accounts: try AccountTable.count(db), head: Hexadecimal.text(head.hash),
                    problems: proof.problems)
            }
        }
    }
}

/// The questions, one function each; a question that finds much names the first few.
private struct Proof {
    let db: Database
    let path: String
    private(set) var problems: [Verification.Problem] = []

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
    }

    private mutating func note(_ kind: String, _ location: String, _ text: String) {
        guard problems.count < 100 else { return }
        problems.append(Verification.Problem(kind: kind, location: location, text: text))
    }

    /// One half is checked at the same time as the other, by another connection that sees the same state of the book.
    ///
    /// - Parameter file: where others find the book as this connection sees it; nil within what is not committed.
    mutating func run(_ file: String?, _ progress: Progress) throws {
        let accounts = AccountChunks(last: Int64(try AccountTable.count(db)))
        let beside = try file.map { file in
            try SecondConnection.Answer(file, seeing: EntryTable.head(db).hash) { [path] db in
                try Proof.factProblems(db, path, accounts)
            }
        }
        let ours = Result { try checkJournal(accounts, progress) }
        let facts = try beside?.wait() ?? Proof.factProblems(db, path, AccountChunks(last: 0))
        // A damaged file would only repeat itself in everything else.
        guard !facts.isDamaged else { return problems = facts.problems }
        do {
            try ours.get()
        } catch {
            // Where an index is missing, questions that go by it can't be asked.
            guard !facts.problems.isEmpty else { throw error }
        }
        problems = facts.problems + problems
    }

    private mutating func checkJournal(_ accounts: AccountChunks, _ progress: Progress) throws {
        let entries = Int(try EntryTable.head(db).seq)
        let total = entries + Int(accounts.last)
        try ask { try $0.checkChain { done, _ in try progress(done, total) } }
        try ask { try $0.checkRules() }
        try ask { try $0.checkCoverage() }
        try ask { try $0.checkProjections(accounts) { try progress(entries + $0, total) } }
    }

    /// A check that meets a row it can't read says so; the others still run.
    private mutating func ask(_ question: (inout Proof) throws -> Void) throws {
        do {
            try question(&self)
        } catch let row as UnreadableRow {
            note(
                row.isOfProjections ? "projections" : "damage", "table \(row.table)",
                "row \u{201C}\(row.row)\u{201D} can't be read")
        }
    }

    /// What is wrong with the file, and else with the facts in it; then helps with what is left of the accounts.
    private static func factProblems(
        _ db: Database, _ path: String, _ accounts: AccountChunks
    ) throws -> (problems: [Verification.Problem], isDamaged: Bool) {
        var proof = Proof(db, path: path)
        try proof.checkFile()
        guard proof.problems.isEmpty else { return (proof.problems, true) }
        try proof.checkSchema()
        do {
            try proof.ask { try $0.checkDigests() }
            try proof.ask { try $0.checkAmounts() }
            try proof.ask { try $0.checkOpenPrints() }
            try proof.ask { try $0.checkPaying() }
            try proof.ask { try $0.checkProjections(accounts) }
        } catch {
            guard !proof.problems.isEmpty else { throw error }
        }
        return (proof.problems, false)
    }

    /// What imports, callers and corrections wrote is what is there.
    private mutating func checkDigests() throws {
        let counted = try FactDigests.Counted(db)
        let stored = try FactDigests.stored(db)
        let changed = FactTable.allCases.filter { counted.tables[$0.name] != stored[$0.name, default: 0] }
        // What follows from facts is made again by a repair.
        let kind = !changed.isEmpty && changed.allSatisfy(\.follows) ? "projections" : "facts"
        var accounts = counted.accounts
        let known = try RawStatement(db, "SELECT account, digest FROM account_digest")
        while try known.step() { accounts[known.int(0), default: 0] &-= UInt64(bitPattern: known.int(1)) }
        let wrong = accounts.filter { $0.value != 0 }.keys.sorted()
        let tables = changed.filter(\.isOfAccounts).map(\.name)
        let words = tables.isEmpty ? "what was kept of it" : "its rows in \(tables.joined(separator: " or "))"
        for id in wrong.prefix(20) {
            let number =
                (try? AccountTable.number(of: id, db).text).map { "account \($0)" } ?? "the account with the id \(id)"
            note(kind, number, "\(words): not what was written")
        }
        for table in changed where wrong.isEmpty || !table.isOfAccounts {
            note(
                table.follows ? "projections" : "facts", "table \(table.name)",
                "its rows are not those that were written")
        }
        try checkDigestsOfLastImport(stored)
    }

    /// Entries other than imports that may change facts: matched cash, another payer, a number that a caller was given.
    private static let changesFacts = """
        (later.kind IN ('match', 'undo', 'payer') OR instr(later.body, '"contacts":[{') > 0)
        """

    /// The journal holds them as well, where nothing but an import changed facts since.
    private mutating func checkDigestsOfLastImport(_ stored: [String: UInt64]) throws {
        let rows = try RawStatement(
            db,
            """
            SELECT seq, body FROM entry WHERE payer IS NULL AND kind = 'import' AND NOT EXISTS (
                SELECT 1 FROM entry AS later WHERE later.seq > entry.seq AND \(Proof.changesFacts)
            ) ORDER BY seq DESC LIMIT 1
            """)
        defer { rows.rewind() }
        guard try rows.step(), case .imported(let record)? = try? Act.decoded(rows.text(1)),
            let digests = record.digests
        else { return }
        for (name, digest) in digests.sorted(by: { $0.key < $1.key })
        where String(stored[name] ?? 0, radix: 16) != digest {
            note("facts", "table \(name)", "its rows are not those that the import of entry \(rows.int(0)) left")
        }
    }

    private mutating func checkRules() throws {
        if try !RulesHistory(db).holds() {
            note("rules", "the book's rules", "are not those that the journal leads to")
        }
    }

    private mutating func checkFile() throws {
        if let mode = FileBook.mode(of: path), mode & 0o077 != 0 {
            note("permissions", path, "others than its owner may read it: run chmod 600 \(path)")
        }
        for text in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where text != "ok" {
            note("damage", "file", text)
        }
        for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20) {
            note("damage", row["table"] ?? "", "a row refers to one that is not there")
        }
    }

    /// An index or a trigger that somebody removed or changed is missed by all that goes by it.
    private mutating func checkSchema() throws {
        let plain = try DatabaseQueue()
        try Schema.migrator.migrate(plain)
        let wanted = try plain.read { db in try Proof.rules(of: db) }
        let found = try Proof.rules(of: db)
        for (name, sql) in wanted.sorted(by: { $0.key < $1.key }) where found[name] != sql {
            note(
                "damage", name,
                "this index or trigger of the book is \(found[name] == nil ? "missing" : "another"): restore a backup")
        }
    }

    /// Indexes and triggers by their names.
    private static func rules(of db: Database) throws -> [String: String] {
        let rows = try RawStatement(
            db, "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql <> ''")
        var rules: [String: String] = [:]
        while try rows.step() {
            // Books of some versions break the lines elsewhere.
            rules[rows.text(0)] = rows.text(1).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return rules
    }

    /// Stops at the first entry that does not fit: everything after it hangs on it.
    private mutating func checkChain(_ progress: Progress) throws {
        let rows = try RawStatement(
            db, "SELECT seq, id, payer, at, day, author, kind, text, body, undoes, hash FROM entry ORDER BY seq")
        let redactions = try Redactions(db)
        var hash = Chain.root
        var place: Int64 = 0
        while try rows.step() {
            place += 1
            let columns = EntryColumns(
                seq: rows.int(0), id: rows.text(1), payer: rows.optionalInt(2), at: rows.int(3), day: rows.int(4),
                author: rows.text(5), kind: rows.text(6), text: rows.text(7), body: rows.text(8),
                undoes: rows.optionalInt(9))
            guard columns.seq == place else {
                return note("journal", "entry \(place)", "it is missing; the next there is \(columns.seq)")
            }
            hash = Chain.hash(after: hash, columns, words: redactions.words(of: columns))
            guard hash == rows.blob(10) else {
                return note(
                    "journal", "entry \(place)", "its bytes are not those that were written: the chain breaks here")
            }
            if place % 50_000 == 0 { try progress(Int(place), 0) }
        }
        let sealed = try BookMetadata.get(.head, db) ?? "0:\(Hexadecimal.text(Chain.root))"
        if sealed != "\(place):\(Hexadecimal.text(hash))" {
            note(
                "journal", "entry \(place + 1)",
                "the journal ends before it, but once went to entry \(sealed.prefix { $0 != ":" })")
        }
    }

    /// An item's open amount is its amount less its settlements, always.
    private mutating func checkAmounts() throws {
        let rows = try RawStatement(
            db,
            """
            SELECT account.number, item.number FROM item JOIN account ON account.id = item.account
            LEFT JOIN (
                SELECT account, company, number, SUM(amount) AS settled FROM settlement GROUP BY 1, 2, 3
            ) AS sums ON sums.account = item.account AND sums.company = item.company AND sums.number = item.number
            WHERE item.open <> item.amount - COALESCE(sums.settled, 0) LIMIT 20
            """)
        while try rows.step() {
            note(
                "amounts", "account \(rows.text(0)), item \(rows.text(1))",
                "what is open is not what its settlements leave")
        }
    }

    /// By these numbers imports know of whom nothing has changed.
    private mutating func checkOpenPrints() throws {
        let items = try StoredItems(db, of: try ComparedAccounts(everybody: db), file: nil)
        var open = OpenItemFingerprints()
        while let item = items.head {
            open.keep(item)
            try items.advance()
        }
        var wrong: [Int64] = []
        try OpenItemFingerprintTable.forEach(db) { account, print in
            if open[account].print != print { wrong.append(account) }
        }
        for account in wrong {
            note(
                "projections", "account \(try AccountTable.number(of: account, db))",
                "what is kept of its open items is not what they come to")
        }
    }

    /// How an account pays is counted from what it paid.
    private mutating func checkPaying() throws {
        var paying: [Int64: (behaviour: String, payments: String)] = [:]
        let last = Int64(try AccountTable.count(db))
        guard last > 0 else { return }
        try BehaviourTable.forEach(Set(1...last), db, upTo: Day(number: .max)) {
            paying[$0] = ($1.behaviour.packed, $1.history.packed)
        }
        let unknown = (behaviour: Behaviour.unknown.packed, payments: "")
        let rows = try RawStatement(db, "SELECT id, number, behaviour, payments FROM account")
        while try rows.step() {
            let wanted = paying[rows.int(0)] ?? unknown
            if !rows.bytes(2).equal(wanted.behaviour) || !rows.bytes(3).equal(wanted.payments) {
                note("projections", "account \(rows.text(1))", "how it pays is not what its payments come to")
            }
        }
    }

    private mutating func checkProjections(_ accounts: AccountChunks, progress: (_ done: Int) throws -> Void = { _ in })
        throws
    {
        let payers = try RawStatement(db, ProjectionDigests.payers)
        let digests = try ProjectionDigests(db)
        while let chunk = accounts.next() {
            payers.bind(1, chunk.lowerBound)
            payers.bind(2, chunk.upperBound)
            while try payers.step() {
                let folded = PayerRecord.folding(try EntryTable.entries(of: payers.int(0), db))
                let differing = try digests.differing(folded, of: payers.int(0))
                if !differing.isEmpty {
                    let number = try AccountTable.number(of: payers.int(0), db)
                    note(
                        "projections", "account \(number)",
                        "what was agreed is not what the journal says: \(differing.joined(separator: ", "))")
                }
            }
            try progress(Int(min(chunk.upperBound, accounts.last)))
        }
    }

    /// Everybody has the standing that `rank` gives: no payer with something open is without place or next action.
    private mutating func checkCoverage() throws {
        // Who was stopped between an import and its order left a book that is ranked when it is next opened for work.
        guard try Ranking.due(db) == nil else { return }
        guard let day = try BookMetadata.day(.rankedDay, db), try BookMetadata.get(.portfolio, db) != nil else {
            return
        }
        let portfolio = try LastDecoded<RankingBasis>(.portfolio).value(db)
        let inputs = RankingInputs(portfolio: portfolio, rules: try FileBook.rules(db), day: day)
        let stored = try RawStatement(
            db, "SELECT tier, -score, cell, task, wakes, collector, worth, broken, stake FROM standing WHERE payer = ?")
        var wrong: [(Int64, String)] = []
        var counts = QueueCounts()
        let collectors = try AccountTable.collectors(db)
        try BookReader(db, asOf: try AsOf(day, db)).forEachPayer(withNames: false, withClear: true) { payer, facts in
            let standing = rank(facts, by: inputs, detail: .order)
            stored.bind(1, payer)
            let isThere = try stored.step()
            defer { stored.rewind() }
            guard let row = StandingTable.Row(standing, payer: payer) else {
                if isThere { wrong.append((payer, "stands in the queue with nothing open")) }
                return
            }
            counts.add(row.task, of: collectors[Int(payer)])
            guard isThere else { return wrong.append((payer, "has neither a place in the queue nor a next action")) }
            let isPlacedSo =
                stored.int(0) == Int64(row.tier) && stored.int(1) == -row.weight && stored.text(2) == row.cell.rawValue
                && stored.text(3) == row.task && stored.optionalDay(4) == row.wakes
            let isWorthSo =
                stored.int(6) == row.worth && stored.int(7) == row.missing && stored.int(8) == row.stake
            if !isPlacedSo || !isWorthSo || stored.text(5) != collectors[Int(payer)] {
                wrong.append((payer, "does not stand where its facts put it"))
            }
        }
        if try counts != QueueCounts(db) { note("coverage", "the queue", "does not hold as many as it says") }
        for (payer, text) in wrong { note("coverage", "account \(try AccountTable.number(of: payer, db))", text) }
    }
}
