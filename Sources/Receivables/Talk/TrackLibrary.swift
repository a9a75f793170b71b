/// The talk tracks that a desk has, by situation and language.
public struct TrackLibrary: Sendable {
    /// A track for a situation in a language (ISO 639-1), English where there is none; nil for no track at all.
    public let track: @Sendable (CallSituation, _ language: String) -> (track: TalkTrack, language: String)?

    /// Creates a library.
    ///
    /// - Parameter track: finds a track; pure, for drawing asks it.
    public init(_ track: @escaping @Sendable (CallSituation, String) -> (track: TalkTrack, language: String)?) {
        self.track = track
    }

    /// A desk without tracks.
    public static let none = TrackLibrary { _, _ in nil }
}
