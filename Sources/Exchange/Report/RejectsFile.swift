import Files
import Receivables

/// Keeps refused rows as they came, with line and reason, so that they can be corrected and imported again.
public enum RejectsFile {
    /// `open-items.csv` → `open-items.csv.rejects.csv`.
    public static func path(for file: String) -> String { file + ".rejects.csv" }

    /// Where the earlier one goes, for somebody may have corrected it in part.
    public static func pathBefore(_ path: String) -> String { path + "~" }

    /// Writes the refused rows under the file's own header and two columns of ours, which an import leaves aside. The
    /// file is read once more for them, so that any number takes no memory.
    ///
    /// - Parameters:
    ///   - plan: how the file was read.
    ///   - fromBook: what the book refused, matched by the line on which a row begins; what the reading refuses it
    ///     refuses again.
    ///   - path: where the refused rows go.
    /// - Returns: how many rows were kept.
    /// - Throws: `ImportError` where the file can't be read again, `FileProblem` where it can't be written.
    @discardableResult
    public static func write(_ plan: ImportPlan, fromBook: [RowProblem] = [], to path: String) throws -> Int {
        // In a shared folder a colleague may be the one who mends the rows.
        let file = try NewFile(path, replacing: true, readers: .sharersOfTheFolder)
        let count = try write(plan, fromBook: fromBook) { try file.write($0) }
        try file.commit(keepingOldAs: pathBefore(path))
        return count
    }

    /// As `write(_:fromBook:to:)`, a piece of text at a time to wherever it goes.
    public static func write(
        _ plan: ImportPlan, fromBook: [RowProblem] = [], into write: (String) throws -> Void
    ) throws -> Int {
        let reasons = Dictionary(grouping: fromBook, by: \.line)
        let header = plan.layout.header
        var rejects = plan.sheet == nil ? CsvText(delimiter: plan.delimiter) : CsvText()
        // Whose rows they are stands in headings that are no rows.
        let account: [CsvText.Value] = header.isGrouped ? [.kept(accountColumn)] : []
        // A rejects file's own last columns are written again.
        let ours = [header[.dulyLine], header[.dulyReason]]
        let theirs = plan.columns.indices.filter { !ours.contains($0) }.map { plan.columns[$0].header }
        rejects.row(theirs.map { .kept($0) } + account + [.kept(lineColumn), .kept(reasonColumn)])
        let width = plan.columns.count
        var reading = RowReading(plan.layout)
        var count = 0
        _ = try plan.layout.forEachRecord { record in
            guard record.line > plan.headerLine else { return reading.passTitle(record) }
            var problems: [RowProblem] = []
            if case .rejected(let problem) = try reading.read(record, { _ in }) { problems.append(problem) }
            problems += reasons[record.line] ?? []
            guard !problems.isEmpty else { return }
            var cells = record.texts
            // As text a number with three decimals could be one of thousands.
            for place in cells.indices where record.isNumber(place) && cells[place].hasThreeDecimals {
                cells[place] += "0"
            }
            if cells.count < width { cells += Array(repeating: "", count: width - cells.count) }
            cells = cells.indices.filter { !ours.contains($0) }.map { cells[$0] }
            if header.isGrouped { cells.append(reading.group ?? "") }
            rejects.row(cells.map { .kept($0) } + [.plain(String(record.line)), .text(words(problems))])
            count += 1
            let piece = rejects.taken(beyond: RejectsFile.piece)
            if !piece.isEmpty { try write(piece) }
        }
        try write(rejects.text)
        return count
    }

    /// Bytes that are worth a writing.
    private static let piece = 64 << 10

    static let accountColumn = "Customer"
    static let lineColumn = "Duly line"
    static let reasonColumn = "Duly reason"

    private static func words(_ problems: [RowProblem]) -> String {
        problems.map { $0.column.isEmpty ? $0.reason : "\($0.column): \($0.reason)" }.joined(separator: "; ")
    }
}

extension String {
    fileprivate var hasThreeDecimals: Bool { utf8.dropLast(3).last == 0x2E }
}
