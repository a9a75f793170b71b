/// A step of a talk track, in the order of a call.
public enum TrackStep: String, Sendable, Codable, CaseIterable, Comparable {
    case opening, purpose, question, cause, options, agreement, close

    /// Orders steps as a call has them.
    public static func < (left: TrackStep, right: TrackStep) -> Bool { left.place < right.place }

    private var place: Int { TrackStep.allCases.firstIndex(of: self) ?? 0 }
}
