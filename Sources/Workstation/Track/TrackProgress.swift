import Receivables

/// How far the caller is in the talk track of a note's call.
struct TrackProgress: Hashable, Sendable {
    /// The track that was chosen; nil for the one that the facts speak for.
    var situation: CallSituation?
    /// The one that is shown while none was chosen.
    var likely: CallSituation?
    private(set) var said: Set<TrackStep> = []

    init() {}

    init(_ record: TrackRecord?) {
        situation = record?.situation
        said = Set(record?.said ?? [])
    }

    /// The step that is to be said now: the first behind the last that was ticked, else the first that wasn't.
    func current(in track: SpokenTrack) -> TrackStep? {
        let steps = track.parts.map(\.step)
        let last = steps.last { said.contains($0) }
        return steps.first { step in !said.contains(step) && last.map { step > $0 } ?? true }
            ?? steps.first { !said.contains($0) }
    }

    mutating func toggle(_ step: TrackStep) {
        if said.remove(step) == nil { said.insert(step) }
    }

    mutating func tick(_ step: TrackStep) { said.insert(step) }
    mutating func untick(_ step: TrackStep) { said.remove(step) }

    /// Another track begins behind the opening: nothing of it was said.
    mutating func begin(_ situation: CallSituation) {
        if situation != self.situation ?? likely { said.formIntersection([.opening]) }
        self.situation = situation
    }

    /// What is kept of it; nil where nothing was ticked or chosen.
    var record: TrackRecord? {
        guard situation != nil || !said.isEmpty, let about = situation ?? likely else { return nil }
        return TrackRecord(situation: about, said: said.sorted())
    }
}
