import Receivables

/// The talk track of an open account, filled in once for an occasion.
struct FilledTrack: Sendable {
    /// Nil where there is no track for it.
    let track: SpokenTrack?
    /// What the facts speak for.
    let likely: CallSituation
    let occasion: Occasion

    /// What decides how a track is filled in.
    struct Occasion: Hashable, Sendable {
        /// Nil for the likely situation.
        let chosen: CallSituation?
        let isInbound: Bool
        /// Whom they speak to, by name; empty where that isn't known.
        let contact: String
    }
}
