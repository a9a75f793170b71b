import Receivables

/// What an import did, from the file and from the book together; JSON's `import` (DESIGN.md §6).
public struct ImportReport: Sendable {
    public let plan: ImportPlan
    public let rows: Int
    public let accepted: Int
    public let skipped: Int
    /// Refused by the reading or by the book, by line.
    public let rejects: [RowProblem]
    public let rejected: Int
    public let counts: ImportCounts
    public let notices: [String]
    public let skips: [SkipReason: Int]

    /// - Parameter receipt: what the book made of the rows. A row that the book refuses, or has seen before in
    ///   the same file, was accepted by the reading and is moved to where it belongs.
    public init(_ plan: ImportPlan, _ source: ImportSource, _ receipt: Receipt) {
        self.plan = plan
        rows = source.rows
        let bookRejects = Set(receipt.rejects.map(\.line)).count
        rejected = source.rejected + bookRejects
        skipped = source.skipped + receipt.repeated
        accepted = source.accepted - bookRejects - receipt.repeated
        rejects = (source.problems + receipt.rejects).sorted { $0.line < $1.line }
        counts = receipt.counts
        var skips = source.skips
        if receipt.repeated > 0 { skips[.repeated, default: 0] += receipt.repeated }
        self.skips = skips
        notices = plan.notices + source.notices + ImportReport.dueSentences(receipt) + receipt.notices
    }

    private static func dueSentences(_ receipt: Receipt) -> [String] {
        let words: [(DueSource, String)] = [
            (.accountTerms, "by the account's terms"), (.bookTerms, "by the book's terms"),
            (.invoiceDate, "on the invoice date, for want of terms"),
        ]
        return words.compactMap { source, words in
            guard let count = receipt.dueSources[source], count > 0 else { return nil }
            return "\(count) \(count == 1 ? "item" : "items") due \(words)"
        }
    }

    /// What was left out, in words: `2 blank rows, 1 total`.
    public var skippedWords: String {
        SkipReason.allCases.compactMap { reason in skips[reason].map { reason.words($0) } }.joined(separator: ", ")
    }

    /// The report as a person reads it.
    ///
    /// - Parameter rejectsFile: where the refused rows were kept, if they were.
    public func text(rejectsFile: String? = nil) -> String {
        var lines = ["\(plan.file): \(plan.kind.title), \(plan.day.long) (\(plan.daySource.words))"]
        lines.append("  \(rows) \(rows == 1 ? "row" : "rows"): \(accepted) accepted, \(rejected) refused, \(skipped) skipped")
        if !skippedWords.isEmpty { lines.append("  skipped: \(skippedWords)") }
        lines.append("  accounts: \(counts.accountsNew) new, \(counts.accountsUpdated) updated")
        if plan.kind == .openItems || plan.kind == .invoiceHistory {
            lines.append(
                "  invoices: \(counts.itemsNew) new, \(counts.itemsUpdated) updated, "
                    + "\(counts.itemsUnchanged) unchanged, \(counts.itemsCleared) cleared")
        }
        if counts.paymentsNew + counts.paymentsUnchanged > 0 {
            lines.append("  payments: \(counts.paymentsNew) new, \(counts.paymentsUnchanged) known")
        }
        lines += plan.conventions.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        lines += notices.map { "  note: \($0)" }
        lines += rejects.prefix(ImportReport.rejectsShown).map { "  refused: \($0.sentence)" }
        let more = rejected - min(rejects.count, ImportReport.rejectsShown)
        if more > 0 { lines.append("  and \(more) more") }
        if let rejectsFile { lines.append("  the refused rows are kept in \(rejectsFile)") }
        return lines.map { $0.visible() }.joined(separator: "\n") + "\n"
    }

    private static let rejectsShown = 10
}

extension RowProblem {
    /// `line 12, amount: no amount`.
    public var sentence: String { "line \(line)" + (column.isEmpty ? "" : ", \(column)") + ": \(reason)" }
}

extension ExtractKind {
    /// `open items`.
    public var title: String {
        switch self {
        case .openItems: "open items"
        case .invoiceHistory: "invoice history"
        case .customers: "customers"
        case .payments: "payments"
        case .rates: "rates"
        case .notes: "notes"
        }
    }
}
