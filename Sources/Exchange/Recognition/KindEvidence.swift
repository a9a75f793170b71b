import Receivables

/// What a file holds, by the names of its columns and by what its first rows hold.
struct KindEvidence {
    private let reading: ColumnReading
    private let names: [String]
    private let rows: [[String]]

    init(_ reading: ColumnReading, names: [String], rows: [[String]]) {
        self.reading = reading
        self.names = names
        self.rows = rows
    }

    /// - Throws: `bookings`, and `unclearKind` where invoices and payments would look alike.
    func kind(file: String, line: Int) throws(ImportError) -> ExtractKind {
        let byNames = KindChoice(reading).kind
        if isOfBookings { throw .bookings(file: file, line: line) }
        guard byNames == .openItems || byNames == .customers else { return byNames }
        if byNames == .openItems, isAllPayments { return .payments }
        if isOfCalls { return .notes }
        guard byNames == .openItems, has(.amount), !saysWhatIsOpen else { return byNames }
        switch FileNameHint(file) {
        case .payments: return .payments
        case .items: return .openItems
        case nil: throw .unclearKind(file: file, line: line)
        }
    }

    /// Bookings name the other account of each; open items have no other.
    private var isOfBookings: Bool {
        !ColumnNames.contraAccounts.isDisjoint(with: reading.keys) && !has(.due) && !has(.open)
    }

    /// Every row says that it is a payment.
    private var isAllPayments: Bool {
        guard let column = column(.documentType), !has(.open), !has(.due) else { return false }
        let types = values(of: column).map { DocumentType($0, isSage: false) }
        return !types.isEmpty && types.allSatisfy { $0 == .payment || $0 == .returned }
    }

    /// What was said to a customer and when, as a CRM lists its calls: a text of many words, a day, and no money.
    private var isOfCalls: Bool {
        guard has(.accountName) || has(.account), !has(.amount), !has(.open), !has(.itemNumber), has(.noteText) else {
            return false
        }
        return names.indices.contains { place in
            let cells = values(of: place)
            return !cells.isEmpty && ColumnContents(cells).mayBe(.day)
        }
    }

    /// Something says that these are items, and that they are open: a due day, what is open of them, terms, a type, a
    /// status; or the day is called the invoice's.
    private var saysWhatIsOpen: Bool {
        let signs: [ColumnMeaning] = [
            .due, .open, .terms, .documentType, .status, .paidFlag, .applied, .debit, .unitAmount, .netAmount, .settled,
            .daysOverdue, .debitOrCredit, .retained, .purchaseOrder,
        ]
        return signs.contains(where: has) || column(.day).map { !isBareDay(names[$0]) } ?? true
            || !has(.itemNumber) || reading.keys.count { !$0.isEmpty } > 6
    }

    /// `Date`, of whatever.
    private func isBareDay(_ name: String) -> Bool {
        HeaderWords(name).words.allSatisfy { $0 == [.date] || $0.contains(.filler) }
    }

    private func column(_ meaning: ColumnMeaning) -> Int? {
        let known = ColumnNames.names(of: meaning, in: .openItems)
        return known.lazy.compactMap { reading.keys.firstIndex(of: $0) }.first
    }

    private func has(_ meaning: ColumnMeaning) -> Bool { column(meaning) != nil }

    private func values(of column: Int) -> [String] {
        rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
    }
}
