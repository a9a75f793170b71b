import Receivables

// When an item is due, as far as its row says it otherwise than by a day.
extension CellReader {
    /// The due day of a row that says how many days it is overdue.
    func dueByAge(_ record: Record) -> Day? {
        guard conventions.ages == .overdue, header.has(.daysOverdue), let age = Int(cell(.daysOverdue, record).text),
            (0...20_000).contains(age)
        else { return nil }
        return extractDay.advanced(by: -age)
    }

    /// The day from which an item's terms count: what its row says, else the day on which it was issued.
    mutating func baseline(of issued: Day, _ record: Record) throws(RowRefusal) -> Day {
        guard header.has(.baselineDay), case .day(let day) = try day(.baselineDay, record) else { return issued }
        return day
    }

    /// After how many days an item is due net: the net days, else those of the last discount that there is, as SAP
    /// counts (ZBD3T, ZBD2T, ZBD1T). Nil where the row says none: terms may.
    func daysOfPayment(_ record: Record) throws(RowRefusal) -> Int? {
        for meaning in [ColumnMeaning.netDays, .secondDiscountDays, .firstDiscountDays] where header.has(meaning) {
            let text = text(meaning, record)
            let whole = text.hasSuffix(".0") || text.hasSuffix(",0") ? String(text.dropLast(2)) : text
            guard !whole.isEmpty else { continue }
            guard let days = Int(whole), (0...9_999).contains(days) else {
                throw RowRefusal(column: meaning, reason: "“\(text)” is no number of days")
            }
            if days > 0 { return days }
        }
        return nil
    }

    /// Payment terms, or nil where the cell is blank or not understood.
    mutating func terms(_ meaning: ColumnMeaning, _ record: Record) -> Terms? {
        let cell = cell(meaning, record)
        guard !cell.isEmpty else { return nil }
        let key = Fingerprint.of(cell)
        if let known = termsMemory[key] { return known }
        let terms = houseTerms[TermsCode(cell.text)] ?? Terms(cell.text)
        if terms == nil { notices.note(.unknownTerms, line: record.line, example: cell.quotable) }
        if termsMemory.count < 1_000 { termsMemory[key] = .some(terms) }
        return terms
    }
}
