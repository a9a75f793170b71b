/// An extract that is only tried, among those that would be taken one after the other.
public struct DryRun<Source: ExtractSource> {
    public var extract: Extract
    public var source: Source
    public var stamp: Stamp
    /// Where it is refused, those behind it are tried without it; else that ends it all.
    public var mayBeRefused: Bool
    /// What taking it would do; nil before it was tried.
    public var outcome: Result<Receipt, ExtractRefusal>?

    public init(_ extract: Extract, from source: Source, stamp: Stamp, mayBeRefused: Bool = false) {
        self.extract = extract
        self.source = source
        self.stamp = stamp
        self.mayBeRefused = mayBeRefused
    }
}
