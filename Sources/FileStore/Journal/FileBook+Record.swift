import GRDB
import Receivables

extension FileBook {
    /// Writes entries in one transaction and ranks their payers.
    ///
    /// - Parameters:
    ///   - entries: all of one transaction: either every one is written or none.
    ///   - seen: the newest entry that the author has seen; if the journal has a newer one of the payer, nothing is
    ///     written. nil not to ask.
    /// - Throws: `BookError`; the book is then as it was.
    public func record(_ entries: [NewEntry], seen: Int64?) throws -> RecordOutcome {
        try translatingErrors(at: path) {
            var outcome = RecordOutcome.saved(0)
            try queue.writeWithoutTransaction { db in
                try transaction(.immediate, db) {
                    outcome = try record(entries, seen: seen, db)
                    guard case .saved = outcome else { return .rollback }
                    return .commit
                }
                // What is recorded stays so: an error would have it recorded again. The order is due, and is put right
                // when the book is opened next.
                try? putInOrderIfDue(db)
            }
            return outcome
        }
    }

    private func record(_ entries: [NewEntry], seen: Int64?, _ db: Database) throws -> RecordOutcome {
        var work = try RecordWork(db, telephones, try rules(db))
        for entry in entries {
            if let newer = try work.write(entry, seen: seen) { return .stale(newer) }
        }
        let changed = try work.finish()
        try TextIndex.catchUp(afterWriting: entries.count, db)
        // A book that was never ranked has no order to keep.
        if work.hasNewRules, let day = try BookMetadata.day(.rankedDay, db) {
            try Ranking.markDue(for: day, db)
        } else if !changed.isEmpty, let portfolio = try portfolio(db) {
            try Ranking.rank(changed, db, portfolio: portfolio, rules: try rules(db))
        }
        return .saved(work.last)
    }

    /// Entries that match, newest first.
    ///
    /// - Throws: `BookError`.
    public func journal(_ query: JournalQuery) throws -> [Entry] {
        try translatingErrors(at: path) {
            try reading { db in
                var conditions = ["entry.seq < ?", "entry.day >= ?", "entry.day <= ?"]
                let payer = try query.payer.map { try AccountTable.payer(of: $0, db).payer }
                if payer != nil {
                    conditions.append("entry.payer IN (SELECT id FROM account WHERE account.payer = ?5)")
                }
                if query.kind != nil { conditions.append("entry.kind = ?6") }
                if query.author != nil { conditions.append("entry.author = ?7") }
                if query.remark != nil { conditions.append("instr(entry.body, ?8) > 0") }
                // A day's entries are found by their day; without being told, the whole journal is walked backwards.
                let index = query.from != nil && query.payer == nil ? "INDEXED BY entry_day" : ""
                let rows = try RawStatement(
                    db,
                    """
                    SELECT \(EntryTable.columns), (SELECT number FROM account WHERE id = entry.payer)
                    FROM entry \(index) WHERE \(conditions.joined(separator: " AND ")) ORDER BY entry.seq DESC LIMIT ?4
                    """)
                rows.bind(1, query.before ?? .max)
                rows.bind(2, query.from.map { Int64($0.number) } ?? .min)
                rows.bind(3, query.to.map { Int64($0.number) } ?? .max)
                rows.bind(4, Int64(query.limit ?? -1))
                if let payer { rows.bind(5, payer) }
                if let kind = query.kind { rows.bind(6, kind) }
                if let author = query.author { rows.bind(7, author) }
                if let remark = query.remark { rows.bind(8, remark.mark) }
                var found: [Entry] = []
                while try rows.step() {
                    found.append(try EntryTable.entry(rows, payer: rows.optionalText(9).map { AccountNumber($0) }))
                }
                return found
            }
        }
    }
}

/// Entries on their way into the journal and the projections, within one write transaction.
private struct RecordWork {
    private let db: Database
    private var journal: EntryTable
    private let table: RecordTable
    private let telephones: TelephoneReader
    private let rules: Rules
    private var records: [Int64: PayerRecord] = [:]
    /// Payers whose projections have to be folded from the beginning, because an entry was taken back.
    private var toFold: Set<Int64> = []
    /// Payers with whom something was found valid, or with whom that may have been taken back.
    private var decides: Set<Int64> = []
    private(set) var last: Int64 = 0
    /// New rules rank everybody (ARCHITECTURE.md §3.5).
    private(set) var hasNewRules = false

    init(_ db: Database, _ telephones: TelephoneReader, _ rules: Rules) throws {
        self.db = db
        self.telephones = telephones
        self.rules = rules
        journal = try EntryTable(db)
        table = try RecordTable(db)
    }

    /// - Returns: the entries that the author had not seen, where there are any; nothing was written then.
    mutating func write(_ entry: NewEntry, seen: Int64?) throws -> [Entry]? {
        let entry = try readingNumbers(of: entry)
        if let place = try journal.place(of: entry.id) {
            if let other = try recordedOtherwise(entry, at: place) { return other }
            last = max(last, place)
            return nil
        }
        if case .rules = entry.act {
            try RulesHistory(db).remember()
            hasNewRules = true
        }
        let payer = try entry.payer.map { try AccountTable.payer(of: $0, db).payer }
        if let seen, let payer {
            let newer = try EntryTable.entries(of: payer, after: seen, db)
            if !newer.isEmpty { return newer }
        }
        // What is taken back and what takes it back belong together, wherever the account goes.
        let undoesRules = try payer == nil && entry.undoes.map { try RulesHistory(db).concerns($0) } ?? false
        hasNewRules = hasNewRules || undoesRules
        let owner = undoesRules ? nil : try entry.undoes.map { try ownerOfUndoable($0, payer) } ?? payer
        let written = try journal.append(entry, payer: owner)
        last = written.seq
        toFold.formUnion(try Payers(db).follow(written))
        try Matches(db).follow(written)
        if case .cover(let planned) = entry.act { try CollectorAssignments.put(planned, written, db) }
        guard let payer else { return nil }
        if entry.undoes != nil {
            decides.insert(payer)
            toFold.insert(payer)
        } else {
            if case .dispute = entry.act { decides.insert(payer) }
            var record = try records[payer] ?? table.record(of: payer)
            record.apply(written)
            records[payer] = record
            try SaidContacts(db).follow(written, of: payer)
        }
        return nil
    }

    /// The journal names numbers by their E.164, as they are read at the time.
    private func readingNumbers(of entry: NewEntry) throws -> NewEntry {
        guard let number = entry.payer, !entry.act.spelledNumbers.isEmpty else { return entry }
        let place = TelephonePlace(zone: try AccountTable.zone(of: number, db), rules)
        var entry = entry
        entry.act = entry.act.readingNumbers { telephones.read($0, place) }
        return entry
    }

    /// A draft that was open in two windows is recorded by one of them. What the other holds is only called saved where
    /// it is the same.
    ///
    /// - Returns: what the journal has from there on, or nil where it has just this.
    private func recordedOtherwise(_ entry: NewEntry, at place: Int64) throws -> [Entry]? {
        guard let payer = try entry.payer.map({ try AccountTable.payer(of: $0, db).payer }) else { return nil }
        let found = try EntryTable.entries(of: payer, after: place - 1, db)
        guard let first = found.first, first.id == entry.id, (first.text, first.act) != (entry.text, entry.act) else {
            return nil
        }
        return found
    }

    /// Whom an entry that is to be taken back was recorded with.
    private func ownerOfUndoable(_ target: Int64, _ payer: Int64?) throws -> Int64 {
        let row = try RawStatement(
            db,
            """
            SELECT entry.payer, account.payer FROM entry LEFT JOIN account ON account.id = entry.payer
            WHERE entry.seq = ?
            """)
        row.bind(1, target)
        guard try row.step() else { throw BookError.unknownEntry(target) }
        defer { row.rewind() }
        guard let owner = row.optionalInt(0) else {
            throw BookError.cannotUndo(
                target, why: "only what was recorded with a customer, or changed the rules, can be taken back")
        }
        guard row.optionalInt(1) == payer else {
            throw BookError.cannotUndo(target, why: "it belongs to another payer")
        }
        return owner
    }

    /// Puts new rules into force; with another country, numbers are other numbers.
    private func rulesInForce() throws -> Rules {
        guard hasNewRules else { return rules }
        try RulesHistory(db).apply()
        let new = try FileBook.rules(db)
        if (new.region, new.zone) != (rules.region, rules.zone) { try TelephoneTable.markAll(db) }
        return new
    }

    /// - Returns: whose projections have changed, and who therefore may stand elsewhere now.
    mutating func finish() throws -> Set<Int64> {
        let rules = try rulesInForce()
        for payer in toFold {
            let entries = try EntryTable.entries(of: payer, db)
            records[payer] = PayerRecord.folding(entries)
            try SaidContacts(db).replay(entries, of: payer)
        }
        let writer = try RecordWriter(db)
        for (payer, record) in records {
            let before = decides.contains(payer) ? try ExcusedItems.accounts(of: payer, db) : [:]
            try writer.put(record, of: payer)
            if decides.contains(payer) { try BehaviourTable.refresh(excusedNow: payer, before: before, db) }
        }
        try TelephoneTable.readDue(db, telephones, rules)
        try journal.seal()
        return Set(records.keys)
    }
}
