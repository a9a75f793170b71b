import Receivables

/// What a file's columns seem to be, also where it can't be taken yet: so that somebody can say what they are.
public struct ImportOutline: Sendable {
    /// What it seems to hold.
    public let kind: ExtractKind
    /// The physical line that would be its header, from 1.
    public let headerLine: Int
    /// The sheets of a workbook, in the order of their tabs; none for other files.
    public let sheets: [String]
    /// Every column, by its header, and what it means; nil where it is left aside.
    public let columns: [(header: String, meaning: ColumnMeaning?)]

    /// - Throws: `ImportError` where the file can't be read, or has no line at all.
    public init(of path: String, _ options: ImportOptions = ImportOptions()) throws {
        let file = try ByteFile(path: path)
        let start = try FileStart(file, path, options)
        guard let row = HeaderFinder.likeliest(in: start.sniffed.rows) else { throw ImportError.empty(file: path) }
        let names = start.profile?.translated(row.cells) ?? row.cells
        let below = start.sniffed.rows.filter { $0.line > row.line }.map(\.cells)
        let kind = start.options.kind ?? KindChoice(ColumnReading(names: names, rows: below), names: names).kind
        let header = Header(
            line: row.line, names: row.cells, kind: kind, reading: ColumnReading(names: row.cells, rows: below),
            profile: start.profile)
        self.kind = kind
        headerLine = row.line
        sheets = file.sheet?.names ?? []
        columns = ImportFile.columns(of: header)
    }
}
