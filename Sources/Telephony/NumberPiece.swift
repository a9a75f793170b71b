import CTelephone

/// One number of a cell, taken apart from what is written around it.
struct NumberPiece: Hashable {
    /// The number itself.
    var written: String
    var extensionDigits = ""
    var remark = ""
    /// What only looks like a number: `-0113 496 0182`, or `4.41E+12`, of which a spreadsheet has thrown digits away.
    var isNone = false

    /// The ways to read it, the likeliest first.
    func spellings(in region: String) -> [String] {
        guard !isNone else { return [] }
        let digits = written.filter(\.isNumber)
        let code = "\(ctelephone_country_code(region))"
        // `0902125550100`: the country's code behind one zero, which stood for the plus.
        guard written.first == "0", code != "0", digits.dropFirst().hasPrefix(code) else { return [written] }
        return [written, String(digits.dropFirst())]
    }

    mutating func add(remark words: String) { remark = remark.isEmpty ? words : remark + " " + words }
}
