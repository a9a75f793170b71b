/// Which of the known words somebody probably meant.
enum Nearest {
    /// `, nearest is “horizon”`, or nothing where none comes near.
    static func hint(_ word: String, among known: [String]) -> String {
        let ranked = known.map { (word: $0, distance: distance(Array(word.lowercased()), Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= max(2, word.count / 3) else {
            return ""
        }
        return "; nearest is \u{201C}\(best.word)\u{201D}"
    }

    /// Levenshtein: how many letters to change, add or leave out.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var next = [row + 1]
            for (column, other) in right.enumerated() {
                next.append(min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, next[column] + 1))
            }
            last = next
        }
        return last[right.count]
    }
}
