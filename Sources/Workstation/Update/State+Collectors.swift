import Receivables
import Terminal

// Mine, covered, all; covering a colleague, and coming back (DOMAIN.md §5, "Portfolio and cover").
extension State {
    /// The next of mine, covered and all that has something in it.
    mutating func turnScope() -> [Effect] {
        lookWhose()
        let scopes = scopes, now = queue.scope ?? .all
        guard scopes.count > 1, let place = scopes.firstIndex(of: now) else {
            notice = .plain("no account is yours by the ERP, and you cover nobody: all are shown")
            return []
        }
        let next = scopes[(place + 1) % scopes.count]
        queue.scope = next
        lookWhose()
        queue.reset()
        focus = .queue
        notice = .plain(next == .covered ? "covered: \((queue.people ?? []).joined(separator: ", "))" : next.rawValue)
        return [.load(.queue(queue.query(at: moment)))]
    }

    mutating func cover(_ words: [Substring]) -> [Effect]? {
        switch CoverWords(today: today, calendar: rules.calendar, order: rules.dateOrder).cover(words) {
        case .failure(let problem): return notUnderstood(problem.sentence)
        case .success(let understood):
            guard !isSamePerson(understood.fact.colleague, desk.author) else {
                return notUnderstood("one can't cover oneself")
            }
            return recordAct(.cover(understood.fact), on: nil, name: desk.author, words: understood.shown)
        }
    }

    // MARK: Coming back

    /// Asked once the first screen is up, for who was covered.
    func loadReturns() -> [Effect] {
        guard let book, book.covers.contains(where: { isSamePerson($0.colleague, desk.author) && $0.from <= today })
        else { return [] }
        return [.load(.returns(desk.author, isAsked: false))]
    }

    mutating func showReturns() -> [Effect] {
        overlay = .returns(ReturnList())
        return [.load(.returns(desk.author, isAsked: true))]
    }

    /// At a start the page comes by itself, as long as there is something newer than what one has done oneself.
    mutating func handle(returns rows: [Covered], isAsked: Bool) {
        if case .returns(var list) = overlay {
            list.rows = rows
            overlay = .returns(list)
        } else if !isAsked, !rows.isEmpty, overlay == nil, note == nil {
            overlay = .returns(ReturnList(rows: rows))
        }
    }

    mutating func press(_ key: Key, on list: ReturnList) -> [Effect]? {
        var list = list
        if key == .enter, let row = list.selected, let payer = row.entry.payer {
            overlay = nil
            return open(payer, name: row.name, then: .show)
        }
        guard let movement = Movement(readingKey: key) else { return closes(key) }
        list.cursor.move(movement.distance(height: aboveHeight), count: list.rows?.count ?? 0, height: aboveHeight)
        overlay = .returns(list)
        return []
    }
}
