/// Writes CSV that no spreadsheet runs: text that would be a formula is guarded, numbers never are.
public struct CsvText: Sendable {
    /// What was written so far.
    public private(set) var text = ""
    private let delimiter: String

    /// Creates an empty file.
    public init(delimiter: String = ",") { self.delimiter = delimiter }

    /// One cell, by where its text comes from; only words of others are guarded.
    public enum Value: Sendable {
        /// Words of people and of other programs: names, notes, numbers of documents.
        case text(String)
        /// Figures and days of ours: `-1234.50`, `2026-11-24`.
        case plain(String)
        /// A cell as it came, to be given back as it came: what a spreadsheet would take for more than a number has an
        /// apostrophe before it, which an import takes away again.
        case kept(String)
    }

    /// Writes a row and a line feed.
    public mutating func row(_ values: [Value]) {
        text += values.map(cell).joined(separator: delimiter) + "\n"
    }

    /// What was written so far, once it is longer than so many bytes, and no more of it is kept; else nothing.
    mutating func taken(beyond bytes: Int) -> String {
        guard text.utf8.count > bytes else { return "" }
        defer { text = "" }
        return text
    }

    /// Writes a row of texts, each guarded from spreadsheets.
    public mutating func row(_ texts: [String]) { row(texts.map(Value.text)) }

    private func cell(_ value: Value) -> String {
        switch value {
        case .text(let text): quoted(CsvText.guarded(text))
        case .plain(let text): quoted(text)
        case .kept(let text): quoted(CsvText.isFormula(text) ? "'" + text : text)
        }
    }

    /// Whether a cell of somebody else's needs an apostrophe before it. One that has apostrophes already gets another,
    /// so that taking one away always gives back what came. Figures and telephone numbers stay as they are.
    static func isFormula(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.drop { $0 == " " || $0 == "'" }
        guard let first = scalars.first, formulaStarts.contains(first) else { return false }
        return (first != "+" && first != "-") || !scalars.dropFirst().allSatisfy { figures.contains($0) }
    }

    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    private static let figures: Set<Unicode.Scalar> = Set("0123456789+-/.,'\u{2019} \u{A0}\u{202F}()%".unicodeScalars)

    /// With an apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV Injection").
    static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return text }
        return formulaStarts.contains(first) ? "'" + text : text
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
