import Receivables

// When an item is due, as far as its row says it otherwise than by a day.
extension CellReader {
    /// The due day of a row that says how many days it is overdue.
    func dueByAge(_ record: Record) -> Day? {
        guard let ages = conventions.ages, ages != .sinceInvoice, header.has(.daysOverdue),
            let age = Int(cell(.daysOverdue, record).text), (-20_000...20_000).contains(age)
        else { return nil }
        return extractDay.advanced(by: ages == .untilDue ? age : -age)
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

    /// Terms in the place of a due day: `Upon receipt`. Nil for a day.
    func wordsOfDue(_ record: Record) -> Terms? {
        guard header.has(.due) else { return nil }
        let cell = cell(.due, record)
        guard let first = cell.first, !(0x30...0x39).contains(first), case .unreadable = scanDate(cell) else {
            return nil
        }
        return Terms(cell.text)
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
