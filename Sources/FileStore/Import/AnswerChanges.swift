import GRDB
import Receivables

/// Departments' answers to disputes, from a hand-off list that came back: judged in the order of the file, each as
/// things stand after those above it, and recorded just as `duly answer` would.
struct AnswerChanges {
    private(set) var rejects: [RowProblem] = []
    /// Rows that say what is on record.
    private(set) var known = 0
    private var taken: [(payer: Int64, step: DisputeStep, text: String)] = []
    /// As they will stand once all of it is recorded.
    private var records: [Int64: PayerRecord] = [:]
    private let stamp: Stamp

    var new: Int { taken.count }

    init(_ rows: [AnswerRow], _ db: Database, stamp: Stamp) throws {
        self.stamp = stamp
        guard !rows.isEmpty else { return }
        let table = try RecordTable(db)
        for row in rows {
            do {
                try judge(row, db, table)
            } catch let problem as AnswerProblem {
                rejects.append(RowProblem(line: row.line, column: problem.column, reason: problem.reason))
            }
        }
    }

    private mutating func judge(_ row: AnswerRow, _ db: Database, _ table: RecordTable) throws {
        guard let payer = try AnswerChanges.payer(of: row.dispute.entry, db) else {
            throw AnswerProblem.unknownDispute(row.dispute)
        }
        var record = try records[payer] ?? table.record(of: payer)
        guard let dispute = record.commitments.disputes.first(where: { $0.part == row.dispute }) else {
            throw AnswerProblem.unknownDispute(row.dispute)
        }
        guard let step = try dispute.step(for: row) else {
            known += 1
            return
        }
        // Which place it will have is no matter to the rows that follow.
        let new = entry(step, row.text, nth: taken.count)
        record.apply(
            Entry(
                seq: .max, id: new.id, payer: nil, at: new.at, day: new.day, author: new.author, text: new.text,
                act: new.act,
                undoes: nil, hash: []))
        records[payer] = record
        taken.append((payer, step, row.text))
    }

    private static func payer(of entry: Int64, _ db: Database) throws -> Int64? {
        let row = try RawStatement(
            db, "SELECT account.payer FROM entry JOIN account ON account.id = entry.payer WHERE entry.seq = ?")
        row.bind(1, entry)
        defer { row.rewind() }
        return try row.step() ? row.int(0) : nil
    }

    private func entry(_ step: DisputeStep, _ text: String, nth: Int) -> NewEntry {
        NewEntry(
            id: "\(stamp.id)-\(nth + 1)", payer: nil, at: stamp.at, day: stamp.day, author: stamp.author, text: text,
            act: .dispute(step))
    }

    /// Behind the import's own entry, in the order of the file.
    func append(to journal: inout EntryTable, _ db: Database) throws {
        guard !taken.isEmpty else { return }
        let table = try RecordTable(db)
        var records: [Int64: PayerRecord] = [:]
        for (nth, answer) in taken.enumerated() {
            var new = entry(answer.step, answer.text, nth: nth)
            new.payer = try AccountTable.number(of: answer.payer, db)
            var record = try records[answer.payer] ?? table.record(of: answer.payer)
            record.apply(try journal.append(new, payer: answer.payer))
            records[answer.payer] = record
        }
        let writer = try RecordWriter(db)
        for (payer, record) in records {
            let before = try ExcusedItems.accounts(of: payer, db)
            try writer.put(record, of: payer)
            try BehaviourTable.refresh(excusedNow: payer, before: before, db)
        }
    }
}
