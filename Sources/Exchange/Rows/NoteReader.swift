import Receivables

/// Reads a row of notes from another tool.
struct NoteReader {
    func read(
        _ record: Record, account: AccountNumber, _ cells: inout CellReader
    ) throws(RowRefusal) -> RowOutcome {
        let text = cells.text(.noteText, record)
        guard !text.isEmpty else { throw RowRefusal(column: .noteText, reason: "no text") }
        return .note(
            NoteRow(
                line: record.line, account: account, day: try cells.requiredDay(.day, record),
                author: cells.text(.noteAuthor, record), text: text))
    }
}
