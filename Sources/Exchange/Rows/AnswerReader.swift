import Receivables

/// Reads a row of a hand-off list that came back: which dispute, and what the department says to it.
struct AnswerReader {
    func read(_ record: Record, _ cells: CellReader) throws(RowRefusal) -> RowOutcome {
        let word = cells.text(.answer, record)
        let text = cells.text(.answerText, record)
        guard !word.isEmpty || !text.isEmpty else { return .skipped(.unanswered) }
        let number = cells.text(.dispute, record)
        guard !number.isEmpty else { throw RowRefusal(column: .dispute, reason: "an answer, and no dispute for it") }
        guard let dispute = EntryPart(number) else {
            throw RowRefusal(
                column: .dispute, reason: "“\(cells.cell(.dispute, record).quotable)” is no number of a dispute")
        }
        return .answer(
            AnswerRow(
                line: record.line, dispute: dispute, item: cells.text(.itemNumber, record),
                outcome: try outcome(word, text, record, cells), text: text))
    }

    /// nil for an answer in words, which ends nothing.
    private func outcome(
        _ word: String, _ text: String, _ record: Record, _ cells: CellReader
    ) throws(RowRefusal) -> Dispute.Outcome? {
        if let outcome = Dispute.Outcome(named: word) { return outcome }
        guard word.isEmpty || word.lowercased() == "answered" else {
            let words = Dispute.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
            throw RowRefusal(
                column: .answer, reason: "“\(cells.cell(.answer, record).quotable)” is none of \(words), answered")
        }
        guard !text.isEmpty else { throw RowRefusal(column: .answerText, reason: "answered, and no word of what") }
        return nil
    }
}
