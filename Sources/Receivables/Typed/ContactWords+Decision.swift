extension ContactWords {
    /// `CHOICE [DAY] [OWNER]`, with `until` and `by` before them or without: `stop supply until 24 dec by maria`.
    ///
    /// A decision stops calls or reaches others, so nothing is guessed: what is left over is refused.
    public func decision(_ words: [Substring]) -> Result<Interpretation<PlannedDecision>, ContactProblem> {
        guard let word = words.first else { return .failure(.noDecision) }
        let counts = [3, 2, 1].filter { count in
            count <= words.count && words.prefix(count).allSatisfy { $0.allSatisfy { $0.isLetter || $0 == "-" } }
        }
        let found = counts.lazy.compactMap { count in
            Decision.Choice(named: words.prefix(count).joined(separator: " ")).map { (choice: $0, used: count) }
        }.first
        guard let found else { return .failure(.unknownDecision(String(word))) }
        let rest = words.dropFirst(found.used)
        if let stray = ContactWords.stray(in: rest, days) { return .failure(.notUnderstood(stray)) }
        return dayAndOwner(rest, usual: found.choice.usualDays).flatMap { day, owner in
            guard ContactWords.isName(owner) else { return .failure(.notUnderstood(owner)) }
            let planned = PlannedDecision(found.choice, owner: owner, review: day)
            return .success(Interpretation(planned, shown: planned.words))
        }
    }

    /// Words that begin neither a day nor an owner.
    private static func stray(in words: ArraySlice<Substring>, _ days: DayWords) -> String? {
        guard let first = words.first else { return nil }
        let begins = ["until", "by"].contains(first.lowercased())
        if begins { return words.count == 1 ? String(first) : nil }
        if case .success = days.read(Array(words)) { return nil }
        return words.joined(separator: " ")
    }

    /// One or two words of letters: `maria`, `Ana Ruiz`.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        let small: Set<String> = ["to", "from", "until", "and", "or", "the"]
        return words.count <= 2
            && words.allSatisfy { word in
                !small.contains(word.lowercased()) && word.allSatisfy { $0.isLetter || "-.'".contains($0) }
            }
    }
}
