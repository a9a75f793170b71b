import Exchange

/// What `--column` says of a column: `account=Kto`, or `aside=Kto`.
struct ColumnSaying {
    static let aside = "aside"

    /// Nil where it is to be left aside.
    let meaning: ColumnMeaning?
    let header: String

    /// - Returns: nil where the text is not one of these.
    init?(_ text: String) {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        let key = String(text[..<sign])
        header = String(text[text.index(after: sign)...])
        meaning = ColumnMeaning(key: key).flatMap { ColumnMeaning.nameable.contains($0) ? $0 : nil }
        guard meaning != nil || key == ColumnSaying.aside, !header.isEmpty else { return nil }
    }
}
