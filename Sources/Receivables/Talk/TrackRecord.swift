/// What of a talk track was said on a call.
public struct TrackRecord: Sendable, Hashable, Codable {
    /// What the call was about.
    public var situation: CallSituation
    /// The steps that were ticked, in the order of a call.
    public var said: [TrackStep]

    /// Creates a record of a track.
    public init(situation: CallSituation, said: [TrackStep]) {
        self.situation = situation
        self.said = said
    }
}
