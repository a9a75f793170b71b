/// What an import did.
public struct Receipt: Sendable, Hashable {
    /// How many accounts, items and payments were new, changed or cleared.
    public var counts: ImportCounts
    /// The same in money.
    public var amounts: [Currency: ImportAmounts] = [:]
    /// Due dates that did not come from a row's own, by where they came from.
    public var dueSources: [DueSource: Int]
    /// Rows that did not fit the book.
    public var rejects: [RowProblem]
    /// Rows that were the same as an earlier row of the file.
    public var repeated: Int
    /// New accounts that look like one that the book has.
    public var duplicates: [PossibleDuplicate] = []
    /// What the user should know about the import as a whole, as sentences.
    public var notices: [String]

    /// Creates the result of an import; amounts and duplicates are set afterwards.
    public init(
        counts: ImportCounts = ImportCounts(), dueSources: [DueSource: Int] = [:], rejects: [RowProblem] = [],
        repeated: Int = 0, notices: [String] = []
    ) {
        self.counts = counts
        self.dueSources = dueSources
        self.rejects = rejects
        self.repeated = repeated
        self.notices = notices
    }
}

/// What an import changes in one currency, in minor units.
public struct ImportAmounts: Sendable, Hashable {
    /// Open on items that are new.
    public var new: Int64 = 0
    /// By how much items that the book had rose or, below zero, fell.
    public var updated: Int64 = 0
    /// What was open on items that are open no more because a full extract doesn't list them.
    public var cleared: Int64 = 0
    /// Payments that are new, less those that went back.
    public var received: Int64 = 0

    /// Creates amounts of 0.
    public init() {}

    fileprivate mutating func add(_ amount: Int64, to figure: WritableKeyPath<ImportAmounts, Int64>) {
        let (sum, overflows) = self[keyPath: figure].addingReportingOverflow(amount)
        self[keyPath: figure] = overflows ? (amount > 0 ? .max : .min) : sum
    }
}

extension [Currency: ImportAmounts] {
    /// Adds to one figure of one currency; sums for show are held at the largest where they don't fit.
    public mutating func add(_ amount: Int64, to figure: WritableKeyPath<ImportAmounts, Int64>, in currency: Currency) {
        guard amount != 0 else { return }
        self[currency, default: ImportAmounts()].add(amount, to: figure)
    }

    /// Adds every figure of every currency; sums are held at the largest that fits.
    public mutating func add(_ other: [Currency: ImportAmounts]) {
        for (currency, amounts) in other {
            for figure in [\ImportAmounts.new, \.updated, \.cleared, \.received] {
                add(amounts[keyPath: figure], to: figure, in: currency)
            }
        }
    }
}
