/// A language in which Duly has words to say aloud.
public enum SpokenTongue: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case german = "de"
    case french = "fr"
}
