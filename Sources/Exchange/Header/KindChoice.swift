import Receivables

/// Tells what a file holds from the names of its columns.
struct KindChoice {
    private let keys: Set<String>
    /// Some column is called the day of an invoice, which no list of payments needs.
    private let hasInvoiceDay: Bool

    /// - Parameter reading: what the columns are.
    init(_ reading: ColumnReading, names: [String]) {
        keys = Set(reading.keys).subtracting([""])
        hasInvoiceDay = names.contains { name in
            // The day of a charge is that on which money is taken.
            let words = HeaderWords.parts(of: name).contains("charge") ? [] : HeaderWords(name).words
            return words.contains { $0.contains(.invoice) && !$0.contains(.document) }
                && words.contains { $0.contains(.date) }
        }
    }

    var kind: ExtractKind {
        let isOfItems = has(.due) || has(.open) || keys.contains("invoicedate") || has(.debit) || has(.unitAmount)
        let isOfAccounts = has(.account) || hasItems
        if has(.answer, in: .answers), has(.dispute, in: .answers) { return .answers }
        if has(.rate), has(.currency) || has(.currency, in: .rates), !isOfAccounts { return .rates }
        if !isOfItems, !hasSettledDay, isOfPayments { return .payments }
        if has(.settled), has(.day), hasAnyAmount { return .invoiceHistory }
        if has(.promisedDay), !isOfItems { return .notes }
        if isOfNotes, !isOfItems, !hasAnyAmount, !has(.netAmount) { return .notes }
        // Who lists invoices means items, even where no column is known for what is open of them.
        if isOfItems || has(.amount) || has(.netAmount) || hasItems { return .openItems }
        return .customers
    }

    /// What was paid, without anything that was to be paid, is a payment; otherwise it says how much of an item is
    /// paid.
    private var isOfPayments: Bool {
        hasAnyAmount && !hasInvoiceDay
            && (!keys.isDisjoint(with: ColumnNames.paymentMarks)
                || has(.applied) && !has(.amount) && has(.day, in: .payments))
    }

    private var hasItems: Bool { !keys.isDisjoint(with: ColumnNames.itemNumbers) }

    private var isOfNotes: Bool {
        has(.noteText) && has(.day, in: .notes)
    }

    private var hasAnyAmount: Bool {
        has(.amount) || !keys.isDisjoint(with: ColumnNames.names(of: .amount, in: .payments))
    }

    private func has(_ meaning: ColumnMeaning, in kind: ExtractKind = .openItems) -> Bool {
        !keys.isDisjoint(with: ColumnNames.names(of: meaning, in: kind))
    }

    /// A settled day by a name that no payments file has.
    private var hasSettledDay: Bool {
        let sure = Set(ColumnNames.names(of: .settled, in: .openItems)).subtracting(ColumnNames.paymentMarks)
        return !keys.isDisjoint(with: sure)
    }
}
