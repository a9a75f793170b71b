/// What could not be done, and the sentence that says so.
public struct EffectFailure: Sendable, Hashable {
    /// The effect that failed.
    public enum What: Sendable, Hashable {
        case load(Query)
        case draft(id: String)
        case other
    }

    public var what: What
    public var sentence: String

    public init(_ what: What, _ sentence: String) {
        self.what = what
        self.sentence = sentence
    }
}
