import Foundation
import Receivables

/// Keeps refused rows as they came, with line and reason, so that they can be mended and imported again.
public enum RejectsFile {
    /// `open-items.csv` → `open-items.csv.rejects.csv`.
    public static func path(for file: String) -> String { file + ".rejects.csv" }

    /// Writes the rows that have a problem, under the file's own header and two columns of ours, which an
    /// import leaves aside.
    ///
    /// - Parameter problems: from the reading and from the book; matched by the line on which a row begins.
    /// - Parameter atomically: whole or not at all.
    /// - Throws: `ImportError` where the file can't be read again, or the system's error where it can't be written.
    public static func write(_ plan: ImportPlan, _ problems: [RowProblem], to path: String, atomically: Bool = true) throws {
        let reasons = Dictionary(grouping: problems, by: \.line)
        var rejects = CsvText(delimiter: plan.delimiter)
        rejects.row(plan.columns.map { .raw($0.header) } + [.raw(lineColumn), .raw(reasonColumn)])
        let width = plan.columns.count
        _ = try plan.layout.forEachRecord { record in
            guard record.line > plan.headerLine, let found = reasons[record.line] else { return }
            var cells = record.texts
            if cells.count < width { cells += Array(repeating: "", count: width - cells.count) }
            rejects.row(cells.map { .raw($0) } + [.plain(String(record.line)), .text(words(found))])
        }
        try Data(rejects.text.utf8).write(to: URL(filePath: path), options: atomically ? .atomic : [])
    }

    static let lineColumn = "Duly line"
    static let reasonColumn = "Duly reason"

    private static func words(_ problems: [RowProblem]) -> String {
        problems.map { $0.column.isEmpty ? $0.reason : "\($0.column): \($0.reason)" }.joined(separator: "; ")
    }
}
