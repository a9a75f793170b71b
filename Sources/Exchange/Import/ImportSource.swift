import Receivables

/// The rows of a file, understood one at a time, and what became of each.
///
/// rows = accepted + rejected + skipped, always.
public struct ImportSource: ExtractSource {
    /// Rows that were given to the book so far.
    public private(set) var accepted = 0
    /// Rows that were refused so far.
    public private(set) var rejected = 0
    /// Rows of data so far, whatever became of them.
    public var rows: Int { accepted + rejected + skipped }
    /// Rows that were left out without being wrong.
    public var skipped: Int { skips.values.reduce(0, +) }
    /// How many rows were left out for each reason.
    public private(set) var skips: [SkipReason: Int] = [:]
    /// Refused rows, in the order of the file; the first hundred thousand of them.
    public private(set) var problems: [RowProblem] = []
    /// All of them, by reason.
    private(set) var rejectCount = RejectCount()
    /// What was assumed while reading, in sentences.
    public private(set) var notices: [String] = []
    /// What may be one customer twice: the first of them, and how many there are.
    public private(set) var duplicates: [PossibleDuplicate] = []
    /// How many pairs of accounts look like one customer; `duplicates` has the first of them.
    public private(set) var duplicateCount = 0
    /// Due dates that the rows' terms gave, and rows without any.
    public private(set) var dueByTerms = 0
    /// Items that have neither a due date nor terms in their row.
    public private(set) var withoutDue = 0

    private let layout: FileLayout
    private static let problemsKept = 100_000

    init(_ layout: FileLayout) { self.layout = layout }

    /// Reads the file and gives each fact in the order of the rows. It may be called once.
    ///
    /// - Throws: `ImportError.changed` where the file is not the one that was understood, or what `take` throws.
    public mutating func forEach(_ take: (consuming ExtractRow) throws -> Void) throws {
        start()
        var reading = RowReading(layout)
        let blankLines = try layout.forEachRecord { record in
            guard record.line > layout.header.line else { return reading.passTitle(record) }
            switch try reading.read(record, take) {
            case .accepted: accepted += 1
            case .skipped(let reason): skips[reason, default: 0] += 1
            case .rejected(let problem): reject(problem)
            }
        }
        try reading.finish(take)
        if blankLines > 0 { skips[.blank, default: 0] += blankLines }
        notices = reading.sentences
        duplicates = reading.accounts.duplicates
        duplicateCount = reading.accounts.duplicateCount
        dueByTerms = reading.cells.notices.count(.dueByTerms)
        withoutDue = reading.cells.notices.count(.noDue)
    }

    /// Reading again counts again.
    private mutating func start() { self = ImportSource(layout) }

    private mutating func reject(_ problem: RowProblem) {
        rejected += 1
        rejectCount.add(problem)
        if problems.count < ImportSource.problemsKept { problems.append(problem) }
    }
}
