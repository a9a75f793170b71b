import Receivables

/// The columns of a file, and what each means.
struct Header {
    let line: Int
    let names: [String]
    let kind: ExtractKind
    /// Where each meaning stands, by its raw value; -1 where the file has no such column.
    private var places = [Int](repeating: -1, count: ColumnMeaning.allCases.count)
    /// For each column why it is read so; empty where its very name is known.
    let reasons: [String]
    /// Customers are known by their names only.
    private(set) var isNamed = false
    /// How the customers stand above their rows, where no column names them.
    private(set) var grouping: CustomerGrouping?

    /// - Parameters:
    ///   - reading: what the columns are by their names, words and contents.
    ///   - profile: names columns otherwise than everybody does.
    init(
        line: Int, names: [String], kind: ExtractKind, reading: ColumnReading? = nil, profile: ImportProfile? = nil
    ) {
        self.line = line
        self.names = names
        self.kind = kind
        let reading = reading ?? ColumnReading(names: names, rows: [])
        reasons = reading.reasons
        buckets = AgeBucket.columns(in: names)
        let keys = reading.keys
        var taken = Set((profile?.aside ?? []).compactMap { ImportProfile.place(of: $0, in: names) })
        for (meaning, name) in profile?.columns ?? [:] {
            guard let place = ImportProfile.place(of: name, in: names) else { continue }
            places[meaning.rawValue] = place
            taken.insert(place)
        }
        for meaning in Header.order(for: kind) where self[meaning] < 0 {
            for name in ColumnNames.names(of: meaning, in: kind) {
                guard let place = keys.firstIndex(of: name), !taken.contains(place) else { continue }
                places[meaning.rawValue] = place
                taken.insert(place)
                break
            }
        }
        // What is overdue is not all that is open, where a column holds what is not due yet.
        if buckets.count >= 2, buckets.contains(self[.open]) { places[ColumnMeaning.open.rawValue] = -1 }
        settleAccount(keys, &taken)
        // `Customer` is the column of a number, or that of a name where no other is.
        if has(.account), !has(.accountName), reading.namesOnly[self[.account]] { isNamed = true }
    }

    /// Where a name fits two meanings, the one that is asked first has it.
    private static func order(for kind: ExtractKind) -> [ColumnMeaning] {
        let first: [ColumnMeaning] = [
            .dulyLine, .dulyReason, .account, .accountName, .itemNumber, .day, .due, .open, .amount, .contactName,
        ]
        let unused: [ColumnMeaning] =
            switch kind {
            case .openItems:
                [.paymentReference, .rate, .rateTarget, .noteText, .noteAuthor, .noteSubject, .promisedAmount]
                    + onlyOfPayments
            case .invoiceHistory: [.paymentReference, .rate, .rateTarget] + notes + onlyOfOpenItems + onlyOfPayments
            case .customers:
                notes + onlyOfOpenItems + onlyOfPayments + [
                    .itemNumber, .itemPart, .day, .due, .open, .amount, .applied, .debit, .credit, .settled, .status,
                    .documentType,
                    .paymentReference, .rate, .rateTarget, .quantity, .unitAmount, .netAmount, .debitOrCredit, .terms,
                    .disputed,
                ]
            case .payments:
                notes + onlyOfOpenItems + [
                    .open, .applied, .debit, .credit, .settled, .rate, .rateTarget, .quantity, .unitAmount, .netAmount,
                ]
            case .rates: all(but: [.day, .currency, .rate, .rateTarget])
            case .notes: all(but: [.account, .accountName, .day, .currency, .contactName, .status] + notes)
            case .answers: all(but: [.itemNumber] + answers)
            }
        let foreign = kind == .answers ? unused : unused + answers
        return (first + ColumnMeaning.allCases.filter { !first.contains($0) }).filter { !foreign.contains($0) }
    }

    private static let notes: [ColumnMeaning] = [
        .noteText, .noteAuthor, .noteSubject, .promisedAmount, .promisedDay,
    ]

    private static let onlyOfPayments: [ColumnMeaning] = [.unapplied, .refunded]

    private static let onlyOfOpenItems: [ColumnMeaning] = [
        .paidFlag, .writtenOff, .retained, .daysOverdue, .fiscalYear, .baselineDay, .firstDiscountDays,
        .secondDiscountDays, .netDays,
    ]

    private static let answers: [ColumnMeaning] = [.dispute, .answer, .answerText]

    private static func all(but used: [ColumnMeaning]) -> [ColumnMeaning] {
        ColumnMeaning.allCases.filter { !used.contains($0) && $0 != .dulyLine && $0 != .dulyReason }
    }

    /// A file with a single column for the customer knows it by that alone, number or name.
    private mutating func settleAccount(_ keys: [String], _ taken: inout Set<Int>) {
        if kind == .answers { return }
        if kind == .customers {
            // In a file of customers the terms are the customer's own.
            let terms = ColumnNames.names(of: .terms, in: .openItems)
            if self[.accountTerms] < 0, let place = keys.firstIndex(where: { terms.contains($0) }) {
                places[ColumnMeaning.accountTerms.rawValue] = place
            }
        }
        // Xero calls the customer a contact, and the ledger's account of each invoice line an account code.
        if has(.account), keys[self[.account]] == "accountcode", !has(.accountName), keys.contains("contactname") {
            places[ColumnMeaning.account.rawValue] = -1
        }
        guard self[.account] < 0 else { return }
        for meaning in [ColumnMeaning.accountName, .contactName] where has(meaning) {
            places[ColumnMeaning.account.rawValue] = self[meaning]
            places[meaning.rawValue] = -1
            isNamed = true
            return
        }
    }

    /// Columns that hold what is open of an age, `31-60` and its like.
    let buckets: [Int]

    /// Only the columns of ages say what is open.
    var isOpenByAge: Bool { kind == .openItems && !has(.open) && buckets.count >= 2 }

    /// Leaves a column aside that was taken for something it is not.
    mutating func setAside(_ meaning: ColumnMeaning) {
        asideForReason.append(self[meaning])
        places[meaning.rawValue] = -1
    }

    /// Columns that were left aside for a reason that the report gives.
    private(set) var asideForReason: [Int] = []

    /// The column of yes and no says what is open, rather than what is paid.
    var isOpenFlag: Bool {
        has(.paidFlag) && HeaderWords(name(.paidFlag)).words.contains { $0.contains(.open) }
    }

    /// Customers are headings above their rows.
    var isGrouped: Bool { grouping != nil }

    /// Finds out whether the customers stand above their rows: no column names them, or the one that seems to is an
    /// account of the ledger.
    ///
    /// - Parameter rows: the first rows of the file, those above the header too.
    mutating func group(by rows: [(line: Int, cells: [String])]) {
        let below = rows.filter { $0.line > line }.map(\.cells)
        let isAbove = holdsHeadings(below)
        guard !has(.account) || isAbove || holdsLedgerAccount(below) else { return }
        guard let found = isAbove ? .inOwnColumn : CustomerGrouping(rows, header: self) else { return }
        if has(.account) {
            places[ColumnMeaning.account.rawValue] = -1
            places[ColumnMeaning.accountName.rawValue] = -1
        }
        if found == .withTotals, !has(.itemNumber) { places[ColumnMeaning.itemNumber.rawValue] = 0 }
        grouping = found
        isNamed = found != .labelled
    }

    /// Whether the account's column names customers alone in their rows, and is blank in the rows with a day.
    private func holdsHeadings(_ rows: [[String]]) -> Bool {
        guard has(.account), has(.day) else { return false }
        func cell(_ meaning: ColumnMeaning, _ cells: [String]) -> String {
            self[meaning] < cells.count ? cells[self[meaning]] : ""
        }
        let dated = rows.filter { !cell(.day, $0).isEmpty }
        return !dated.isEmpty && dated.allSatisfy { cell(.account, $0).isEmpty }
            && rows.contains { cells in !cell(.account, cells).isEmpty && cells.count { !$0.isEmpty } == 1 }
    }

    /// Whether the account's column says the same in every row: then it is one of the ledger's, not a customer.
    private func holdsLedgerAccount(_ rows: [[String]]) -> Bool {
        let place = self[.account]
        let values = rows.compactMap { place < $0.count && !$0[place].isEmpty ? $0[place] : nil }
        return names[place].lowercased().contains("account") && Set(values).count <= 1
    }

    @inline(__always)
    subscript(meaning: ColumnMeaning) -> Int { places[meaning.rawValue] }

    func has(_ meaning: ColumnMeaning) -> Bool { self[meaning] >= 0 }

    /// The header of a meaning's column as the file has it; empty where there is none.
    func name(_ meaning: ColumnMeaning) -> String { has(meaning) ? names[self[meaning]] : "" }

    /// Meanings found, in the order of the columns.
    var found: [ColumnMeaning] {
        ColumnMeaning.allCases.filter(has).sorted { self[$0] < self[$1] }
    }
}
