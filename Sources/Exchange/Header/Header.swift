import Receivables

/// The columns of a file, and what each means.
struct Header {
    let line: Int
    let names: [String]
    let kind: ExtractKind
    /// Where each meaning stands, by its raw value; -1 where the file has no such column.
    private var places = [Int](repeating: -1, count: ColumnMeaning.allCases.count)
    /// Customers are known by their names only.
    private(set) var isNamed = false
    /// Customers are headings above their rows.
    private(set) var isGrouped = false

    /// - Parameter profile: names columns otherwise than everybody does.
    init(line: Int, names: [String], kind: ExtractKind, profile: ImportProfile? = nil) {
        self.line = line
        self.names = names
        self.kind = kind
        let keys = names.map { HeaderName($0).text }
        var taken = Set((profile?.aside ?? []).compactMap { ImportProfile.place(of: $0, in: names) })
        for (meaning, name) in profile?.columns ?? [:] {
            guard let place = ImportProfile.place(of: name, in: names) else { continue }
            places[meaning.rawValue] = place
            taken.insert(place)
        }
        for meaning in Header.order(for: kind) where self[meaning] < 0 {
            for name in Vocabulary.names(of: meaning, in: kind) {
                guard let place = keys.firstIndex(of: name), !taken.contains(place) else { continue }
                places[meaning.rawValue] = place
                taken.insert(place)
                break
            }
        }
        settleAccount(keys, &taken)
    }

    /// Where a name fits two meanings, the one that is asked first has it.
    private static func order(for kind: ExtractKind) -> [ColumnMeaning] {
        let first: [ColumnMeaning] = [
            .dulyLine, .dulyReason, .account, .accountName, .itemNumber, .day, .due, .open, .amount, .contactName,
        ]
        let unused: [ColumnMeaning] =
            switch kind {
            case .openItems, .invoiceHistory: [.paymentReference, .rate, .rateTarget] + notes
            case .customers:
                notes + [
                    .itemNumber, .itemPart, .day, .due, .open, .amount, .applied, .debit, .credit, .settled, .status,
                    .documentType,
                    .paymentReference, .rate, .rateTarget, .quantity, .unitAmount, .netAmount, .debitOrCredit, .terms,
                    .disputed,
                ]
            case .payments:
                notes + [
                    .open, .applied, .debit, .credit, .settled, .rate, .rateTarget, .quantity, .unitAmount, .netAmount,
                ]
            case .rates: all(but: [.day, .currency, .rate, .rateTarget])
            case .notes: all(but: [.account, .accountName, .day, .currency, .contactName] + notes)
            case .answers: all(but: [.itemNumber] + answers)
            }
        let foreign = kind == .answers ? unused : unused + answers
        return (first + ColumnMeaning.allCases.filter { !first.contains($0) }).filter { !foreign.contains($0) }
    }

    private static let notes: [ColumnMeaning] = [.noteText, .noteAuthor, .promisedAmount, .promisedDay]

    private static let answers: [ColumnMeaning] = [.dispute, .answer, .answerText]

    private static func all(but used: [ColumnMeaning]) -> [ColumnMeaning] {
        ColumnMeaning.allCases.filter { !used.contains($0) && $0 != .dulyLine && $0 != .dulyReason }
    }

    /// A file with a single column for the customer knows it by that alone, number or name.
    private mutating func settleAccount(_ keys: [String], _ taken: inout Set<Int>) {
        if kind == .answers { return }
        if kind == .customers {
            // In a file of customers the terms are the customer's own.
            let terms = Vocabulary.names(of: .terms, in: .openItems)
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

    /// No column names the customers, so the headings above the rows have to.
    mutating func groupByHeadings() { (isGrouped, isNamed) = (true, true) }

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
