/// The cadences of a book: one for everybody, others for segments or given to accounts by hand.
public struct Cadences: Hashable, Sendable, Codable {
    /// The first holds where no segment's does.
    public let all: [Cadence]
    /// The place in `all` of each segment's cadence.
    public let segments: [String: Int]

    /// Creates the cadences of a new book: the standard one for everyone.
    public init() {
        all = [.standard]
        segments = [:]
    }

    /// - Parameter list: each cadence with the segments that it is for, the one for everybody else first.
    /// - Returns: nil where there is none, or a name or segment occurs twice.
    public init?(_ list: [(cadence: Cadence, segments: [String])]) {
        var segments: [String: Int] = [:]
        for (place, entry) in list.enumerated() {
            for segment in entry.segments where segments.updateValue(place, forKey: segment) != nil { return nil }
        }
        guard !list.isEmpty, Set(list.map(\.cadence.name)).count == list.count else { return nil }
        all = list.map(\.cadence)
        self.segments = segments
    }

    /// The cadence of a name; nil where the book has none.
    public subscript(name: String) -> Cadence? { all.first { $0.name == name } }

    /// The cadence of an account: the one given by hand, else its segment's, else the first.
    ///
    /// - Parameters:
    ///   - segment: the account's segment.
    ///   - name: given by hand; one that the rules no longer have counts as none.
    public func cadence(of segment: String, named name: String?) -> Cadence {
        if let name, let given = self[name] { return given }
        if !segments.isEmpty, let place = segments[segment], all.indices.contains(place) { return all[place] }
        return all.first ?? .standard
    }

    /// The segments that a cadence is for, in the order of their names.
    public func segments(of cadence: Cadence) -> [String] {
        segments.compactMap { all.indices.contains($0.value) && all[$0.value].name == cadence.name ? $0.key : nil }
            .sorted()
    }
}
