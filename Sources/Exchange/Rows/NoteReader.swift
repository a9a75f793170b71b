import Receivables

/// Reads a row of notes, or of promises to pay, from another tool.
struct NoteReader {
    func read(
        _ record: Record, account: AccountNumber, _ cells: inout CellReader
    ) throws(RowRefusal) -> RowOutcome {
        if cells.status(record) == .planned { return .skipped(.planned) }
        let text = NoteReader.text(cells.text(.noteSubject, record), cells.text(.noteText, record))
        let promise = try promise(record, &cells)
        guard !text.isEmpty || promise != nil else { throw RowRefusal(column: .noteText, reason: "no text") }
        return .note(
            NoteRow(
                line: record.line, account: account, day: try day(record, promise, &cells),
                author: cells.text(.noteAuthor, record),
                text: text, promise: promise))
    }

    /// What it was about, and what was said.
    private static func text(_ subject: String, _ text: String) -> String {
        if subject.isEmpty || text == subject { return text }
        return text.isEmpty ? subject : "\(subject): \(text)"
    }

    /// A list of promises need not say when each was made.
    private func day(
        _ record: Record, _ promise: NoteRow.Promise?, _ cells: inout CellReader
    ) throws(RowRefusal) -> Day? {
        if promise != nil, case .none = try cells.day(.day, record) { return nil }
        return try cells.requiredDay(.day, record)
    }

    /// nil for a row that speaks of none.
    private func promise(_ record: Record, _ cells: inout CellReader) throws(RowRefusal) -> NoteRow.Promise? {
        guard case .day(let day) = try cells.day(.promisedDay, record) else {
            guard cells.cell(.promisedAmount, record).isEmpty else {
                throw RowRefusal(column: .promisedDay, reason: "an amount was promised, and no day for it")
            }
            return nil
        }
        let currency = try cells.currency(record, amount: .promisedAmount)
        let amount = try cells.amount(.promisedAmount, record, currency)
        guard amount > 0 else { throw RowRefusal(column: .promisedAmount, reason: "a promise of nothing") }
        return NoteRow.Promise(
            amount: Money(minor: amount, currency.0), day: day, who: cells.text(.contactName, record))
    }
}
