/// Reads sheets from text with tags, block by block.
public protocol MarkupReader: AnyObject {
    /// What was found so far.
    var found: [MarkupSheet] { get }

    /// Takes the next block of UTF-8 text.
    func feed(_ block: UnsafeBufferPointer<UInt8>) throws

    /// The text has ended.
    func finish() throws
}

/// A sheet or a table, and what it begins with.
public struct MarkupSheet: Sendable {
    /// Its name, and whether it shows.
    public internal(set) var sheet: Sheet
    /// Its first rows, by column.
    public internal(set) var start: [[String]] = []

    /// Rows of a sheet among which its header stands.
    public static let rowsKept = 60
    private static let cellsKept = 200

    init(name: String) { sheet = Sheet(name: name) }

    mutating func keep(_ row: SheetRow) {
        guard start.count < MarkupSheet.rowsKept else { return }
        start.append(row.strings.prefix(MarkupSheet.cellsKept).map(\.self))
    }
}
