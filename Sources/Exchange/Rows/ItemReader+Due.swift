import Receivables

// When a row falls due.
extension ItemReader {
    /// Stated, else by the row's terms, else left to the book (DOMAIN.md §1).
    ///
    /// - Returns: the terms that gave the due day, where terms did.
    func setDue(
        of item: inout ItemRow, _ record: Record, _ cells: inout CellReader
    ) throws(RowRefusal) -> Terms? {
        if let terms = cells.wordsOfDue(record) {
            item.due = terms.due(from: try cells.baseline(of: item.issued, record))
            item.dueFrom = .rowTerms
            cells.notices.note(.dueByTerms, line: record.line, example: item.number.visible())
            return terms
        }
        switch try cells.day(.due, record) {
        case .day(let day):
            item.due = day
            if day < item.issued {
                cells.notices.note(.dueBeforeIssued, line: record.line, example: item.number.visible())
            }
            return nil
        case .endless: cells.notices.note(.endlessDue, line: record.line)
        case .none: break
        }
        if let due = cells.dueByAge(record), due >= item.issued {
            item.due = due
            cells.notices.note(.dueByAge, line: record.line, example: item.number.visible())
            return nil
        }
        if let days = try cells.daysOfPayment(record) {
            item.due = try cells.baseline(of: item.issued, record).advanced(by: days)
            cells.notices.note(.dueByDays, line: record.line, example: item.number.visible())
            return nil
        }
        if let terms = cells.terms(.terms, record) ?? cells.terms(.accountTerms, record) {
            item.due = terms.due(from: try cells.baseline(of: item.issued, record))
            item.dueFrom = .rowTerms
            cells.notices.note(.dueByTerms, line: record.line, example: item.number.visible())
            return terms
        }
        cells.notices.note(.noDue, line: record.line, example: item.number.visible())
        return nil
    }
}
