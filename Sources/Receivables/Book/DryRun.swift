/// An extract that is only tried, among those that would be imported one after the other.
public struct DryRun<Source: ExtractSource> {
    /// The file and day of the extract.
    public var extract: Extract
    /// Where its rows come from; read once.
    public var source: Source
    /// Who would import it, and when.
    public var stamp: Stamp
    /// If true, a refused extract is skipped; otherwise it aborts the dry run.
    public var mayBeRefused: Bool
    /// What importing it would do; nil before it was tried.
    public var outcome: Result<Receipt, ExtractRefusal>?

    /// Creates a dry run that has no outcome yet.
    public init(_ extract: Extract, from source: Source, stamp: Stamp, mayBeRefused: Bool = false) {
        self.extract = extract
        self.source = source
        self.stamp = stamp
        self.mayBeRefused = mayBeRefused
    }
}
