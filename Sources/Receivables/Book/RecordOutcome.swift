/// What became of an attempt to write entries.
public enum RecordOutcome: Sendable, Hashable {
    /// In the journal, by the place of the last entry.
    case saved(Int64)
    /// Somebody else has been there since: their entries, oldest first. Nothing was written.
    case stale([Entry])
}
