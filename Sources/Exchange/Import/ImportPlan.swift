import Receivables

/// A file as it was understood from its header and all of its columns; nothing has been taken yet.
public struct ImportPlan: Sendable {
    /// The path as it was given.
    public let file: String
    /// What the file holds.
    public let kind: ExtractKind
    /// The sign between its cells: a comma, a semicolon, a bar or a tab.
    public let delimiter: String
    /// How its characters are encoded.
    public let encoding: TextEncoding
    /// The sheet that is read, where the file is a workbook.
    public var sheet: String? { layout.sheet?.name }
    /// The sheets of a workbook, in the order of their tabs; none for other files.
    public var sheets: [String] { layout.sheet?.names ?? [] }
    /// The physical line of the header.
    public let headerLine: Int
    /// Every column, by its header, and what it means; nil where it is left aside.
    public let columns: [(header: String, meaning: ColumnMeaning?)]
    /// Why each of `columns` is read so; empty where its very name is known.
    public var reasons: [String] { layout.header.reasons }
    /// How each column is read, by its header, in words.
    public let conventions: [String: String]
    /// The day on which the extract was true, and where that was said.
    public let day: Day
    /// Where `day` was said.
    public let daySource: DaySource
    /// What the file doesn't list has been settled.
    public let isFull: Bool
    /// The profile by which it was read, by its file.
    public let profile: String?
    /// Rows of data that the first reading saw.
    public let rowsSeen: Int
    /// SHA-256 of the file, in hexadecimal.
    public let contentHash: String
    /// What was assumed and what was left aside, in sentences.
    public let notices: [String]

    let layout: FileLayout

    /// Where the day of an extract was said.
    public enum DaySource: Sendable, Hashable {
        case option
        case title(line: Int)
        case column(String)
        case today

        /// `--as-of`, `the title on line 3`.
        public var words: String {
            switch self {
            case .option: "as given"
            case .title(let line): "from the title on line \(line)"
            case .column(let name): "from the column \(name)"
            case .today: "today, for the file names none"
            }
        }
    }

    /// The extract, for `Book.importExtract`.
    public func extract(isForced: Bool = false) -> Extract {
        Extract(
            file: file, kind: kind, day: day, isFull: isFull, isForced: isForced, contentHash: contentHash,
            isNamed: layout.header.isNamed || kind == .payments && !layout.header.has(.account))
    }

    /// The rows, to be read once.
    public func source() -> ImportSource { ImportSource(layout) }
}

/// All that reading a file's rows takes.
struct FileLayout: Sendable {
    let path: String
    let spelling: TextSpelling
    let delimiter: UInt8
    let header: Header
    let groups: GroupEvidence
    let shared: SharedNumbers
    let conventions: Conventions
    let currency: Currency?
    let houseTerms: [TermsCode: Terms]
    /// A customer is named only on the first of its rows.
    let namesOnce: Bool
    let source: String
    let today: Day
    /// The day on which the extract was true.
    let day: Day
    /// What the file held when it was understood.
    let contents: FileContents?
    /// The sheet that is read, where the file is a workbook.
    let sheet: SheetText?

    /// Reads the file from its start.
    ///
    /// - Returns: how many lines had no cell at all, after the header.
    /// - Throws: `ImportError.changed` where it is not the file that was understood; then what it gave doesn't count.
    func forEachRecord(_ body: (Record) throws -> Void) throws -> Int {
        let file = try ByteFile(path: path, sheet: sheet)
        file.expected = contents
        // A file of rows that we refused.
        let isKept = header.has(.dulyLine)
        return try FileLayout.read(
            TextBlocks(file: file, path: path, spelling: spelling), path: path, delimiter: delimiter,
            headerLine: header.line, isSheet: sheet != nil
        ) { record in
            var record = record
            record.isGuarded = isKept
            try body(record)
        }.blankLines
    }

    /// - Returns: how many lines had no cell at all after the header, and what couldn't be decoded.
    static func read(
        _ text: TextBlocks, path: String, delimiter: UInt8, headerLine: Int, isSheet: Bool = false,
        _ body: (Record) throws -> Void
    ) throws -> (blankLines: Int, faults: TextBlocks.Faults) {
        let reader = RecordReader(
            file: path, delimiter: delimiter, newline: text.spelling.newline, headerLine: headerLine,
            isSheet: isSheet)
        let faults = try text.forEach { block in try reader.feed(block, body) }
        try reader.finish(body)
        return (reader.blankLines, faults)
    }
}
