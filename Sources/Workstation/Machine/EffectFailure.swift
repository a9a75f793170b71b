/// What could not be done, and the sentence that says so.
public struct EffectFailure: Sendable, Hashable {
    /// The effect that failed.
    public enum What: Sendable, Hashable {
        case load(Query)
        case draft(id: String)
        case other
    }

    /// Which effect failed, so that the page concerned can react.
    public var what: What
    /// What failed and what to do, as the user reads it.
    public var sentence: String

    /// Creates a failure.
    public init(_ what: What, _ sentence: String) {
        self.what = what
        self.sentence = sentence
    }
}
