import GRDB
import Hashing
import Receivables

/// Checks a book: its file, its facts, its journal and what follows from them. Each check notes its first problems.
struct Proof {
    let db: Database
    let path: String
    private(set) var problems: [Verification.Problem] = []

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
    }

    mutating func note(_ kind: Verification.Problem.Kind, _ location: String, _ text: String) {
        guard problems.count < 100 else { return }
        problems.append(Verification.Problem(kind: kind, location: location, text: text))
    }

    /// Checks the journal here and the facts on a second connection at the same time; both see the same state of the
    /// book.
    ///
    /// - Parameter file: where others find the book as this connection sees it; nil within what is not committed.
    mutating func run(_ file: String?, _ progress: Progress) throws {
        let accounts = AccountChunks(last: Int64(try AccountTable.count(db)))
        let otherHalf = try file.map { file in
            try SecondConnection.Answer(file, seeing: EntryTable.head(db).hash) { [path] db in
                try Proof.factProblems(db, path, accounts)
            }
        }
        let ours = Result { try checkJournal(accounts, progress) }
        let facts = try otherHalf?.wait() ?? Proof.factProblems(db, path, AccountChunks(last: 0))
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

    mutating func checkJournal(_ accounts: AccountChunks, _ progress: Progress) throws {
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
                row.isOfProjections ? .projections : .damage, "table \(row.table)",
                "row \u{201C}\(row.row)\u{201D} can't be read")
        }
    }

    /// What is wrong with the file, and else with the facts in it; then helps with what is left of the accounts.
    private static func factProblems(
        _ db: Database, _ path: String, _ accounts: AccountChunks
    ) throws -> (problems: [Verification.Problem], isDamaged: Bool) {
        var proof = Proof(db, path: path)
        try proof.checkFile()
        guard !proof.problems.contains(where: { $0.kind == .damage }) else { return (proof.problems, true) }
        try proof.checkSchema()
        try proof.checkTextIndex()
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

    mutating func checkRules() throws {
        if try !RulesHistory(db).holds() {
            note(.rules, "the book's rules", "are not those that the journal leads to")
        }
    }

    /// Stops at the first entry that does not fit: everything after it hangs on it.
    mutating func checkChain(_ progress: Progress) throws {
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
                return note(.journal, "entry \(place)", "it is missing; the next there is \(columns.seq)")
            }
            hash = Chain.hash(after: hash, columns, words: redactions.words(of: columns))
            guard hash == rows.blob(10) else {
                return note(
                    .journal, "entry \(place)", "its bytes are not those that were written: the chain breaks here")
            }
            if place % 50_000 == 0 { try progress(Int(place), 0) }
        }
        let sealed = try BookMetadata.get(.head, db) ?? "0:\(Hexadecimal.text(Chain.root))"
        if sealed != "\(place):\(Hexadecimal.text(hash))" {
            note(
                .journal, "entry \(place + 1)",
                "the journal ends before it, but once went to entry \(sealed.prefix { $0 != ":" })")
        }
    }

    mutating func checkProjections(_ accounts: AccountChunks, progress: (_ done: Int) throws -> Void = { _ in })
        throws
    {
        let payers = try RawStatement(db, ProjectionDigests.payers)
        let digests = try ProjectionDigests(db)
        while let chunk = accounts.next() {
            try payers.bindAll(chunk.lowerBound, chunk.upperBound)
            while try payers.step() {
                let folded = PayerRecord.folding(try EntryTable.entries(of: payers.int(0), db))
                let differing = try digests.differing(folded, of: payers.int(0))
                if !differing.isEmpty {
                    let number = try AccountTable.number(of: payers.int(0), db)
                    note(
                        .projections, "account \(number)",
                        "what was agreed is not what the journal says: \(differing.joined(separator: ", "))")
                }
            }
            try progress(Int(min(chunk.upperBound, accounts.last)))
        }
    }
}
