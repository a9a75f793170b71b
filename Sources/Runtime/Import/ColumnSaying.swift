import Exchange

/// What `--column` says of a column: `account=Kto`, or `aside=Kto`.
package struct ColumnSaying {
    /// What is said of a column that is to be left out.
    package static let aside = "aside"

    /// Nil where it is to be left aside.
    package let meaning: ColumnMeaning?
    /// The column, by its header.
    package let header: String

    /// - Returns: nil where the text is not one of these.
    package init?(_ text: String) {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        let key = String(text[..<sign])
        header = String(text[text.index(after: sign)...])
        meaning = ColumnMeaning(key: key).flatMap { ColumnMeaning.nameable.contains($0) ? $0 : nil }
        guard meaning != nil || key == ColumnSaying.aside, !header.isEmpty else { return nil }
    }
}
