import GRDB
import Receivables

/// An extract of which nothing speaks against keeping it: its sums fit, it clears no more than it may, and some of its
/// rows fitted. Its notes and answers are counted, and not yet written.
struct CheckedExtract {
    let work: ExtractWork
    /// The newest day on which anything was settled by this import.
    let lastSettlement: Day?
    /// Accounts whose payments changed.
    let paid: Set<Int64>
    let notes: NoteChanges
    let answers: AnswerChanges
    private(set) var receipt: Receipt

    /// As many of these as a book has items still add up.
    private static let largestHarmless: UInt64 = 10_000_000_000

    /// Small books do empty from one day to the next.
    private static let fewItems = 3

    /// - Throws: `BookError.refused`.
    init(after payments: WrittenPayments) throws {
        (work, lastSettlement, paid, receipt) = (
            payments.work, payments.lastSettlement, payments.paid, payments.receipt
        )
        notes = NoteChanges(db: work.db, extract: work.extract, stamp: work.stamp, rules: work.rules)
        let found = try notes.count()
        receipt.counts.notesNew = found.new
        receipt.counts.notesUnchanged = found.known
        receipt.repeated += found.repeated
        answers = try AnswerChanges(work.staged.answers, work.db, stamp: work.stamp)
        receipt.add(answers)
        if work.staged.largest > CheckedExtract.largestHarmless { try CheckedExtract.guardAgainstHugeSums(work.db) }
        try guardAgainstClearing(elsewhere: payments.elsewhere)
        if receipt.fitsNowhere { throw BookError.refused(.nothingFits(receipt.rejects)) }
    }

    /// A full extract that would clear more than half of what is open of its parts is more likely cut short than true.
    private func guardAgainstClearing(elsewhere: Int) throws {
        let counts = receipt.counts
        guard work.extract.isFull, !work.extract.isForced, counts.itemsCleared > 0 else { return }
        let stillOpen =
            try Int.fetchOne(
                work.db.cachedStatement(sql: "SELECT COUNT(*) FROM item WHERE open <> 0 AND seen < ?"),
                arguments: [work.seen]) ?? 0
        let before = stillOpen - elsewhere + counts.itemsCleared
        guard counts.itemsCleared * 2 > before, before > CheckedExtract.fewItems else { return }
        throw BookError.refused(.wouldClear(items: counts.itemsCleared, of: before))
    }

    /// What an account's amounts come to has to fit into 64 bits, with room for a family's: else it is no money.
    ///
    /// - Throws: `ExtractRefusal.tooLarge` for the first account that doesn't.
    private static func guardAgainstHugeSums(_ db: Database) throws {
        for table in ["item", "cash"] {
            let rows = try RawStatement(
                db,
                """
                SELECT account.number FROM \(table) AS part JOIN account ON account.id = part.account
                GROUP BY part.account, part.currency HAVING TOTAL(ABS(part.amount)) > ?1 LIMIT 1
                """)
            rows.bind(1, Int64.max / 64)
            defer { rows.rewind() }
            if try rows.step() { throw BookError.refused(.tooLarge(AccountNumber(rows.text(0)))) }
        }
    }
}
