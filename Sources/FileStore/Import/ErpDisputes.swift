import GRDB
import Receivables

/// The items of an extract that the ERP marks as disputed.
struct MarkedItems {
    struct Key: Hashable {
        var account: Int64
        var company: String
        var number: String
    }

    /// With the status or reason code, which may be empty.
    private(set) var codes: [Key: String] = [:]
    /// Whether the extract has a word on disputes at all.
    private(set) var isSaid = false

    mutating func note(_ row: ItemRow, _ account: Int64) {
        switch row.erpDispute {
        case .unsaid: return
        case .none: break
        case .marked(let code): codes[Key(account: account, company: row.company, number: row.number)] = code
        }
        isSaid = true
    }
}

/// What the ERP says about disputes becomes cases here, with an owner and a day on which somebody looks again; a mark
/// that is gone ends its case (DOMAIN.md §4).
///
/// What callers recorded goes before: an item with a case that is open, or that somebody here resolved, gets no other.
final class ErpDisputes {
    private let db: Database
    private let staged: StagedExtract
    private let rules: Rules
    /// With whom something was opened or ended.
    private(set) var payers: Set<Int64> = []
    /// How many entries were written.
    private(set) var written = 0

    /// Business days after which somebody looks whether a mark still stands: such marks are seldom taken away.
    static let reviewDays = 10

    init(_ db: Database, _ staged: StagedExtract, _ rules: Rules) {
        self.db = db
        self.staged = staged
        self.rules = rules
    }

    /// Behind the import's own entry, payer by payer.
    func append(to journal: inout EntryTable, _ receipt: inout Receipt) throws {
        guard staged.extract.kind == .openItems, staged.disputes.isSaid else { return }
        let table = try RecordTable(db)
        let writer = try RecordWriter(db)
        var (opened, ended) = (0, 0)
        let marked = try openMarked(), gone = try gone()
        for payer in Set(marked.keys).union(gone.keys).sorted() {
            var record = try table.record(of: payer)
            let number = try AccountTable.number(of: payer, db)
            let before = try ExcusedItems.accounts(of: payer, db)
            let planned = (marked[payer] ?? []).filter { isNew($0.item, in: record) }
            if !planned.isEmpty {
                let act = Act.note(NoteRecord(agreed: Agreements(disputes: planned), origin: staged.extract.file))
                record.apply(try journal.append(entry(act, number, text: "disputed in the ERP"), payer: payer))
            }
            for part in gone[payer] ?? [] {
                let act = Act.dispute(DisputeStep(part, outcome: .withdrawn))
                record.apply(
                    try journal.append(entry(act, number, text: "no longer disputed in the ERP"), payer: payer))
            }
            guard !planned.isEmpty || gone[payer] != nil else { continue }
            opened += planned.count
            ended += gone[payer]?.count ?? 0
            payers.insert(payer)
            try writer.put(record, of: payer)
            try BehaviourTable.refresh(excusedNow: payer, before: before, db)
        }
        if opened > 0 {
            receipt.notices.append(
                """
                \(opened) \(opened == 1 ? "item is" : "items are") disputed in the ERP: not asked for until \
                somebody looks, in \(ErpDisputes.reviewDays) business days
                """
            )
        }
        if ended > 0 {
            receipt.notices.append("\(ended) \(ended == 1 ? "item is" : "items are") no longer disputed in the ERP")
        }
    }

    private func entry(_ act: Act, _ payer: AccountNumber, text: String) -> NewEntry {
        written += 1
        let stamp = staged.stamp
        // The ERP said so on the day of its extract, whenever that was imported.
        let isEarlier = staged.extract.day < stamp.day
        return NewEntry(
            id: "\(stamp.id)-erp-\(written)", payer: payer,
            at: isEarlier ? NoteChanges.noon(of: staged.extract.day) : stamp.at,
            day: isEarlier ? staged.extract.day : stamp.day, author: stamp.author, text: text, act: act)
    }

    private func isNew(_ item: ItemKey, in record: PayerRecord) -> Bool {
        guard let last = record.commitments.disputes.last(where: { $0.item == item }) else { return true }
        guard last.reason == .inERP, case .resolved(.withdrawn, _, _) = last.state else { return false }
        return true
    }

    /// By payer, the marked items of which something is open.
    private func openMarked() throws -> [Int64: [PlannedDispute]] {
        let rows = try RawStatement(
            db,
            """
            SELECT account.payer, account.number FROM item JOIN account ON account.id = item.account
            WHERE item.account = ? AND company = ? AND item.number = ? AND open > 0
            """)
        var found: [Int64: [PlannedDispute]] = [:]
        let review = rules.calendar.adding(ErpDisputes.reviewDays, to: staged.stamp.day)
        for (key, code) in staged.disputes.codes {
            try rows.bindAll(key.account, key.company, key.number)
            defer { rows.rewind() }
            guard try rows.step() else { continue }
            let item = ItemKey(account: AccountNumber(rows.text(1)), company: key.company, number: key.number)
            found[rows.int(0), default: []].append(PlannedDispute(item: item, reason: .inERP, due: review, text: code))
        }
        return found.mapValues {
            $0.sorted {
                ($0.item.account, $0.item.company, $0.item.number) < ($1.item.account, $1.item.company, $1.item.number)
            }
        }
    }

    /// By payer, open cases of the ERP's whose items a full extract has without the mark. One that it doesn't have is
    /// settled.
    private func gone() throws -> [Int64: [EntryPart]] {
        guard staged.extract.isFull else { return [:] }
        let rows = try RawStatement(
            db,
            """
            SELECT dispute.payer, entry, nth, item.account, item.company, item.number, item.source FROM dispute
                JOIN account ON account.number = dispute.account
                JOIN item ON item.account = account.id AND item.company = dispute.company AND item.number = \
                dispute.number
            WHERE reason = ? AND state IN ('open', 'answered') AND open > 0 ORDER BY dispute.payer, entry, nth
            """)
        rows.bind(1, DisputeReason.inERP.rawValue)
        var found: [Int64: [EntryPart]] = [:]
        while try rows.step() {
            let key = MarkedItems.Key(account: rows.int(3), company: rows.text(4), number: rows.text(5))
            guard staged.disputes.codes[key] == nil,
                staged.items.parts.contain(company: rows.text(4), source: rows.text(6))
            else { continue }
            found[rows.int(0), default: []].append(EntryPart(entry: rows.int(1), nth: Int(rows.int(2))))
        }
        return found
    }
}
