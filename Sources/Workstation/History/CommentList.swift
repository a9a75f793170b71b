import Receivables
import Terminal

/// What others said of the caller's own calls, the newest first.
struct CommentList: Overlay {
    private let comments: [Entry]
    private var cursor = ListCursor()

    init(_ comments: [Entry]) { self.comments = comments }

    func title(in state: State) -> String { HistorySentences.commentsOnYourCalls }

    func hints(in state: State) -> [OverlayHint] {
        [OverlayHint("Enter", HistorySentences.opensTheAccount), .move, .back]
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if key == .enter {
            guard comments.indices.contains(cursor.index), let payer = comments[cursor.index].payer else {
                return .stays
            }
            return .opens(payer, name: payer.text)
        }
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        cursor.move(movement, count: comments.count, height: state.overlayListRows)
        return .stays
    }

    func draw(on canvas: inout Canvas, in state: State) {
        let (top, below) = canvas.bounds.cutBottom(min(6, canvas.rows / 2))
        let today = state.today
        canvas.within(top) { list in
            list.drawList(count: comments.count, cursor) { place in
                let entry = comments[place]
                return Line(entry.day.brief(today: today), .muted).then("  \(entry.author) ", .strong)
                    .then(HistorySentences.on(entry.payer?.text ?? "") + "  ", .muted).then(entry.text)
            }
        }
        guard comments.indices.contains(cursor.index) else { return }
        canvas.within(below) { detail in
            let lines = SafeText.lines(comments[cursor.index].text).flatMap {
                Line(String($0)).wrapped(to: detail.columns)
            }
            for (row, line) in lines.prefix(detail.rows).enumerated() {
                detail.put(line, row: row, width: detail.columns)
            }
        }
    }
}

extension State {
    /// Comments of the last month on one's own calls; at a start only of the last days, whose entries are all read.
    func commentsQuery(isAsked: Bool) -> Effect {
        var query = JournalQuery(limit: 500)
        query.kind = "review"
        query.from = today.advanced(by: isAsked ? -31 : -4)
        return .load(.journal(query, .comments(isAsked: isAsked)))
    }

    mutating func showComments() -> [Effect] { [commentsQuery(isAsked: true)] }

    /// Shows what was asked for; else says how many comments came in the last days, a weekend among them.
    mutating func take(comments entries: [Entry], isAsked: Bool) {
        let mine = entries.filter { entry in
            if case .review(let review) = entry.act { review.author == desk.author } else { false }
        }
        guard isAsked else {
            let new = mine.filter { $0.day >= today.advanced(by: -4) }
            guard let first = new.first else { return }
            notice = .plain(HistorySentences.newComments(new.count, by: first.author))
            return
        }
        if mine.isEmpty {
            notice = .plain(HistorySentences.noComments)
        } else {
            overlay = CommentList(mine)
        }
    }
}
