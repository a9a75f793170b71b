import Receivables

/// The currency by which a column of amounts is called: `Open amount EUR`.
struct NamedCurrency {
    let currency: Currency
    /// The column whose amounts are imported.
    let column: ColumnMeaning

    /// - Returns: nil where the columns that are imported name no currency, or several.
    init?(_ header: Header) {
        let columns = [ColumnMeaning.open, .amount, .debit, .unitAmount].filter(header.has)
        let named = columns.compactMap { column in
            NamedCurrency.currency(in: header.name(column)).map { (column, $0) }
        }
        guard let first = named.first, named.allSatisfy({ $0.1 == first.1 }) else { return nil }
        (column, currency) = first
    }

    /// A code in capitals as a word of its own.
    private static func currency(in header: String) -> Currency? {
        let codes = header.split { !$0.isLetter }.filter { ColumnContents.codes.contains(String($0)) }
        return Set(codes).count == 1 ? codes.first.flatMap { Currency(String($0)) } : nil
    }
}
