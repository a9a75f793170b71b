import Receivables
import Terminal

// Mine, covered, all; covering a colleague (DOMAIN.md §5, "Portfolio and cover").
extension State {
    /// The next of mine, covered and all that has something in it.
    mutating func turnScope() -> [Effect] {
        lookWhose()
        let scopes = scopes, now = queue.scope ?? .all
        guard scopes.count > 1, let place = scopes.firstIndex(of: now) else {
            notice = .plain(CollectorSentences.onlyAllAccounts)
            return []
        }
        let next = scopes[(place + 1) % scopes.count]
        queue.scope = next
        lookWhose()
        queue.reset()
        focus = .queue
        notice = .plain(next == .covered ? CollectorSentences.covered(queue.people ?? []) : next.rawValue)
        return [.load(.queue(queue.query(at: moment)))]
    }

    mutating func cover(_ words: [Substring]) -> [Effect]? {
        switch CoverWords(today: today, calendar: rules.calendar, order: rules.dateOrder).cover(words) {
        case .failure(let problem): return notUnderstood(problem.sentence)
        case .success(let understood):
            guard !isSamePerson(understood.fact.colleague, desk.author) else {
                return notUnderstood(CollectorSentences.cannotCoverYourself)
            }
            return recordAct(.cover(understood.fact), on: nil, name: desk.author, words: understood.shown)
        }
    }
}
