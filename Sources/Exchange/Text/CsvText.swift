/// Writes CSV that no spreadsheet runs: text that would be a formula is guarded, numbers never are.
public struct CsvText: Sendable {
    public private(set) var text = ""
    private let delimiter: String

    public init(delimiter: String = ",") { self.delimiter = delimiter }

    public enum Value: Sendable {
        /// Words of people and of other programs: names, notes, numbers of documents.
        case text(String)
        /// Figures and days of ours: `-1234.50`, `2026-11-24`.
        case plain(String)
        /// A cell as it came, to be given back as it came.
        case raw(String)
    }

    public mutating func row(_ values: [Value]) {
        text += values.map(cell).joined(separator: delimiter) + "\n"
    }

    /// What was written so far, once it is longer than so many bytes, and no more of it is kept; else nothing.
    mutating func taken(beyond bytes: Int) -> String {
        guard text.utf8.count > bytes else { return "" }
        defer { text = "" }
        return text
    }

    public mutating func row(_ texts: [String]) { row(texts.map(Value.text)) }

    private func cell(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(CsvText.guarded(text))
        case .plain(let text), .raw(let text): quoted(text)
        }
    }

    /// With an apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV Injection").
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return text }
        let isFormula = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first)
        return isFormula ? "'" + text : text
    }

    private func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { byte in
            byte == 0x22 || byte == 0x0A || byte == 0x0D || delimiter.utf8.contains(byte)
        }
        let isPadded = text.hasPrefix(" ") || text.hasSuffix(" ")
        guard needsQuotes || isPadded else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
