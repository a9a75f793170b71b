/// The few best of many that are offered one by one, best first. Of equal scores the lower place comes first.
struct Best<Score: Comparable> {
    private let most: Int
    private(set) var entries: [(score: Score, place: Int)] = []

    /// - Parameter most: how many are kept, at least one.
    init(most: Int) { self.most = max(1, most) }

    mutating func offer(_ score: Score, _ place: Int) {
        func isBefore(_ entry: (score: Score, place: Int)) -> Bool {
            score != entry.score ? score > entry.score : place < entry.place
        }
        if entries.count == most {
            guard let last = entries.last, isBefore(last) else { return }
            entries.removeLast()
        }
        // Nearly all that get here belong to the end.
        var position = entries.count
        while position > 0, isBefore(entries[position - 1]) { position -= 1 }
        entries.insert((score, place), at: position)
    }
}
