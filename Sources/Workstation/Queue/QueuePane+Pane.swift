import Terminal

extension QueuePane: Pane {
    func title(in state: State) -> Line {
        let bullet = state.desk.theme.glyphs[.bullet]
        let partTitle = part == .calls ? Line() : Line(" \(bullet) \(part.title)", .soon)
        // In a batch it matters how far one has come.
        let count = part == .calls || done.isEmpty ? "" : "\(done.count)/"
        let isForAll = (state.book?.collectors.isEmpty ?? true) && scope ?? .all == .all
        let whose = isForAll ? Line() : Line(" \(bullet) \((scope ?? .all).rawValue)")
        return Line(QueueSentences.queue, .title) + whose
            + partTitle.then(rows.isEmpty ? "" : " \(bullet) \(count)\(total)", .muted)
    }

    /// The day of the order on screen if it isn't today's, and long work under way.
    func status(in state: State) -> Line {
        if let rankedDay, rankedDay != state.today {
            return Line(QueueSentences.ranked(rankedDay, work: state.work?.text), .soon)
        }
        return Line(state.work?.text ?? "", .muted)
    }

    func draw(on canvas: inout Canvas, in state: State) { QueueView(state).draw(on: &canvas) }

    mutating func move(_ movement: Movement, height: Int) {
        cursor.move(movement, count: rows.count, height: height)
    }
}
