extension ContactWords {
    /// `CHOICE [DAY] [OWNER]`, with `until` and `by` before them or without: `stop supply until 24 dec by ana`.
    public func decision(_ words: [Substring]) -> Result<Understood<PlannedDecision>, ContactProblem> {
        guard let word = words.first else { return .failure(.noDecision) }
        let found = [3, 2, 1].lazy.filter { $0 <= words.count }.compactMap { count in
            Decision.Choice(named: words.prefix(count).joined(separator: " ")).map { (choice: $0, used: count) }
        }.first
        guard let found else { return .failure(.unknownDecision(String(word))) }
        return dayAndOwner(words.dropFirst(found.used), usual: found.choice.usualDays).map { day, owner in
            let planned = PlannedDecision(found.choice, owner: owner, review: day)
            return Understood(planned, shown: planned.words)
        }
    }
}
