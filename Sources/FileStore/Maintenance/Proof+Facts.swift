import GRDB
import Receivables

// The facts are those that were written, and what is added up from them fits.
extension Proof {
    /// What imports, callers and corrections wrote is what is there.
    mutating func checkDigests() throws {
        let counted = try FactDigests.Counted(db)
        let stored = try FactDigests.stored(db)
        let changed = FactTable.allCases.filter { counted.tables[$0.name] != stored[$0.name, default: 0] }
        // What follows from facts is made again by a repair.
        let kind: Verification.Problem.Kind = !changed.isEmpty && changed.allSatisfy(\.follows) ? .projections : .facts
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
                table.follows ? .projections : .facts, "table \(table.name)",
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
            note(.facts, "table \(name)", "its rows are not those that the import of entry \(rows.int(0)) left")
        }
    }

    /// An item's open amount is its amount less its settlements, always.
    mutating func checkAmounts() throws {
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
                .amounts, "account \(rows.text(0)), item \(rows.text(1))",
                "what is open is not what its settlements leave")
        }
    }

    /// By these numbers imports know of whom nothing has changed.
    mutating func checkOpenPrints() throws {
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
                .projections, "account \(try AccountTable.number(of: account, db))",
                "what is kept of its open items is not what they come to")
        }
    }

    /// How an account pays is counted from what it paid.
    mutating func checkPaying() throws {
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
                note(.projections, "account \(rows.text(1))", "how it pays is not what its payments come to")
            }
        }
    }
}
