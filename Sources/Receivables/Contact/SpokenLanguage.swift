/// A language that is needed to speak to somebody, and who of us has it.
public struct SpokenLanguage: Hashable, Sendable, Codable {
    /// Whom it was needed for; empty for anyone who answers there.
    public var person: String
    /// The language as the caller named it, such as `Polish`.
    public var language: String
    /// Empty where no one is known.
    public var colleague: String

    /// Creates a language that is needed; by default of no particular person.
    public init(_ language: String, person: String = "", colleague: String = "") {
        self.person = person
        self.language = language
        self.colleague = colleague
    }

    /// `speaks Polish (ben has it)`
    public var words: String {
        (person.isEmpty ? "" : "\(person) ") + "speaks \(language)"
            + (colleague.isEmpty ? "" : " (\(colleague) has it)")
    }
}
