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
        var byNames = KindChoice(reading, names: names).kind
        if isOfBookings { throw .bookings(file: file, line: line) }
        if isOfSuppliers { throw .payables(file: file, line: line) }
        if byNames == .invoiceHistory, isOpenWhereUnsettled { byNames = .openItems }
        // Without a customer's column no customers would come of it.
        if byNames == .customers, has(.account) || has(.accountName), let column = documentNumber {
            throw .otherDocuments(file: file, line: line, column: names[column])
        }
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

    /// Bookings name a second account; open items have one only. Or they stand on a row for each account,
    /// which
    /// come to nothing together.
    private var isOfBookings: Bool {
        guard !has(.due), !has(.open) else { return false }
        return !ColumnNames.contraAccounts.isDisjoint(with: reading.keys) || isBalanced
    }

    /// Each document has rows of several accounts, and they come to nothing together.
    private var isBalanced: Bool {
        guard let account = column(.account), has(.debit) || has(.amount) else { return false }
        let numbers = names.indices.filter { place in
            place != account
                && HeaderWords(names[place]).words.contains { $0.contains(.number) || $0.contains(.document) }
        }
        return numbers.contains { number in
            let documents = Dictionary(grouping: rows.filter { number < $0.count && !$0[number].isEmpty }) {
                $0[number]
            }
            return documents.count > 1
                && documents.values.allSatisfy { rows in
                    Set(rows.map { account < $0.count ? $0[account] : "" }).count > 1
                        && rows.contains { movement($0) != 0 }
                        && rows.reduce(Int64(0)) { $0.saturatingAdd(movement($1)) } == 0
                }
        }
    }

    /// Debit less credit of a row, or its amount.
    private func movement(_ row: [String]) -> Int64 {
        func value(_ meaning: ColumnMeaning) -> Int64 {
            guard let place = column(meaning), place < row.count else { return 0 }
            return figure(row[place])
        }
        return has(.debit) ? value(.debit).saturatingAdd(-value(.credit)) : value(.amount)
    }

    /// Suppliers have the place of customers: it is what we owe.
    private var isOfSuppliers: Bool {
        let words = names.map { HeaderWords($0).words.reduce(into: Set()) { $0.formUnion($1) } }
        return words.contains { $0.contains(.supplier) } && !words.contains { $0.contains(.party) }
    }

    /// A column of what is open says nothing of rows that a settled day has ended, and something of others: then it
    /// decides. Where settled rows have an open amount as well, it is the amount of the invoice.
    private var isOpenWhereUnsettled: Bool {
        guard let open = column(.open), let settled = column(.settled) else { return false }
        let amounts = rows.map { row in
            (isSettled: settled < row.count && !row[settled].isEmpty, isOpen: open < row.count && isMoney(row[open]))
        }
        return !amounts.contains { $0.isSettled && $0.isOpen } && amounts.contains { $0.isOpen }
    }

    /// Whether a cell is an amount other than 0.
    private func isMoney(_ cell: String) -> Bool { figure(cell) != 0 }

    /// An amount in thousandths; 0 for a cell that is none.
    private func figure(_ cell: String) -> Int64 {
        var cell = cell
        return cell.withUTF8 { scanAmount($0)?.minor(exponent: 3)?.amount ?? 0 }
    }

    /// The number of an order or of a document that no one knows, another in every row, next to days and money: that is
    /// no list of customers.
    private var documentNumber: Int? {
        let contents = names.indices.map { ColumnContents(values(of: $0)) }
        let account = column(.account)
        guard contents.contains(where: { $0.filled > 0 && $0.mayBe(.day) && !$0.mayBe(.flag) }),
            contents.contains(where: { $0.filled > 0 && $0.written * 10 >= $0.filled * 6 })
        else { return nil }
        return names.indices.first { place in
            let words = HeaderWords(names[place]).words
            return place != account && contents[place].filled > 1 && contents[place].isUnique
                && contents[place].mayBe(.code)
                && (words.contains { $0.contains(.document) }
                    || words.contains { $0.contains(.number) }
                        && words.contains { $0.contains(.order) || $0.contains(.other) })
        }
    }

    /// Every row says that it is a payment.
    private var isAllPayments: Bool {
        guard let column = column(.documentType), !has(.open), !has(.due) else { return false }
        let types = values(of: column).map { DocumentType($0, isSage: false) }
        return !types.isEmpty && types.allSatisfy { $0 == .payment || $0 == .returned }
    }

    /// What was said to a customer and when, as a CRM lists its calls: a text of many words, a day, and no money.
    private var isOfCalls: Bool {
        guard has(.accountName) || has(.account), has(.noteText),
            ![ColumnMeaning.amount, .open, .debit, .credit, .itemNumber].contains(where: has)
        else { return false }
        return names.indices.contains { place in
            let cells = values(of: place)
            return !cells.isEmpty && ColumnContents(cells).mayBe(.day)
        }
    }

    /// Something says that these are items, and that they are open: a due day, what is open of them, terms, a type, a
    /// status; or the day is called the invoice's. The day of a booking may be that of a payment.
    private var saysWhatIsOpen: Bool {
        let signs: [ColumnMeaning] = [
            .due, .open, .terms, .documentType, .status, .paidFlag, .applied, .debit, .unitAmount, .netAmount, .settled,
            .daysOverdue, .debitOrCredit, .retained, .purchaseOrder,
        ]
        return signs.contains(where: has) || column(.day).map { !isBareDay(names[$0]) } ?? true
            || !has(.itemNumber) || reading.keys.count { !$0.isEmpty } > 6
    }

    /// `Date`, `Booking date`: of whatever.
    private func isBareDay(_ name: String) -> Bool {
        HeaderWords(name).words.allSatisfy { $0 == [.date] || $0.contains(.booking) || $0.contains(.filler) }
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
