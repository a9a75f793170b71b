import Receivables

/// What an import did, from the file and from the book together; JSON's `import` (ARCHITECTURE.md §6).
public struct ImportReport: Sendable {
    /// How the file was read.
    public let plan: ImportPlan
    /// Rows of the file, without heading and blank lines.
    public let rows: Int
    /// Rows that became facts.
    public let accepted: Int
    /// Rows left out on purpose, such as totals.
    public let skipped: Int
    /// Refused by the reading or by the book, by line; of very many the first.
    public let rejects: [RowProblem]
    /// How many rows were refused in all.
    public let rejected: Int
    /// How many accounts, items and payments were new, changed or cleared.
    public let counts: ImportCounts
    /// What the user should know about the import as a whole, as sentences.
    public let notices: [String]
    /// Rows left out, by why.
    public let skips: [SkipReason: Int]
    /// The same in money.
    public let amounts: [Currency: ImportAmounts]
    /// What may be one customer twice: the first of them, and how many there are.
    public let duplicates: [PossibleDuplicate]
    /// How many likely duplicates there are in all.
    public let duplicateCount: Int
    /// Refused rows by reason, the most frequent first.
    public let rejectTally: [RejectTally]
    /// The first rows as they were understood, where nothing was to be changed yet.
    public let preview: ImportPreview?

    /// Puts together what the reading and the book say of an import.
    ///
    /// - Parameters:
    ///   - plan: how the file was read.
    ///   - source: the rows, after the import has read them.
    ///   - receipt: what the book made of the rows. A row that the book refuses, or has seen before in the same file,
    ///     was accepted by the reading and is moved to where it belongs.
    ///   - preview: the first rows; nil after an import.
    public init(
        _ plan: ImportPlan, _ source: ImportSource, _ receipt: Receipt, preview: ImportPreview? = nil
    ) {
        self.plan = plan
        rows = source.rows
        let bookRejects = Set(receipt.rejects.map(\.line)).count
        rejected = source.rejected + bookRejects
        skipped = source.skipped + receipt.repeated
        accepted = source.accepted - bookRejects - receipt.repeated
        rejects = (source.problems + receipt.rejects).sorted { $0.line < $1.line }
        var count = source.rejectCount
        for problem in receipt.rejects { count.add(problem) }
        rejectTally = count.sorted
        counts = receipt.counts
        amounts = receipt.amounts
        duplicates = receipt.duplicates + source.duplicates
        duplicateCount = receipt.duplicates.count + source.duplicateCount
        self.preview = preview
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
}
