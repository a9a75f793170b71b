import Receivables
import Terminal

/// The whole talk track of a call: steps that are folded, ticked and jumped to, and facts that open.
struct TrackPage: Overlay {
    private var cursor = ListCursor()
    private var folded: Set<TrackStep> = []
    /// Which of its facts a line has chosen.
    private var fact = 0
    /// The list of situations, while one is being chosen.
    private var situations: ListCursor?

    init() {}

    /// Opens at a step.
    init(at step: TrackStep?, in track: SpokenTrack) {
        let rows = TrackRows(track, folded: [], width: TrackPage.unwrapped)
        cursor.go(to: step.flatMap(rows.place) ?? 0, count: rows.list.count, height: rows.list.count)
    }

    /// Rows as many as lines.
    private static let unwrapped = 10_000

    func title(in state: State) -> String {
        situations != nil ? TrackSentences.whatIsItAbout : TrackSentences.talkTrack(state.situation.words)
    }

    func hints(in state: State) -> [OverlayHint] {
        if situations != nil { return [OverlayHint("a\u{2026}p Enter", TrackSentences.choose), .move, .back] }
        return [
            OverlayHint("Enter", TrackSentences.foldOrShow), OverlayHint("Space", TrackSentences.said),
            OverlayHint("s", TrackSentences.situation),
            OverlayHint("1\u{2026}7", TrackSentences.step), .back,
        ]
    }

    // MARK: Keys

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        if situations != nil { return pressOnSituations(key, in: state) }
        guard let track = state.account.open?.filled?.track else { return closed(by: key) }
        let rows = TrackRows(track, folded: folded, width: state.overlayWidth - 1)
        let entry = rows.entry(at: cursor.index)
        switch key {
        case .enter: return enter(entry)
        case .character(" "): return entry.map { tick($0.step) } ?? .stays
        case .character("s"): situations = ListCursor()
        case .character("f"): folded = folded.isEmpty ? Set(track.parts.map(\.step)) : []
        case .left, .right:
            let count = entry?.facts.count ?? 0
            if count > 0 { fact = (fact + (key == .right ? 1 : count - 1)) % count }
        case .character(let digit) where digit.isASCII && digit.wholeNumberValue != nil:
            jump(to: (digit.wholeNumberValue ?? 0) - 1, track, rows, state)
        default:
            guard let movement = Movement(readingKey: key) else { return closed(by: key) }
            cursor.move(movement, count: rows.list.count, height: state.overlayListRows)
            fact = 0
        }
        return .stays
    }

    private mutating func jump(to number: Int, _ track: SpokenTrack, _ rows: TrackRows, _ state: State) {
        guard TrackStep.allCases.indices.contains(number), let place = rows.place(of: TrackStep.allCases[number]) else {
            return
        }
        cursor.go(to: place, count: rows.list.count, height: state.overlayListRows)
        fact = 0
    }

    private mutating func enter(_ entry: TrackRows.Entry?) -> OverlayResponse {
        guard let entry else { return .stays }
        if entry.line == nil {
            if folded.remove(entry.step) == nil { folded.insert(entry.step) }
            return .stays
        }
        guard entry.facts.indices.contains(fact) || !entry.facts.isEmpty else { return .stays }
        let source = entry.facts[min(fact, entry.facts.count - 1)].source
        return .closes { $0.show(source) }
    }

    private func tick(_ step: TrackStep) -> OverlayResponse {
        .closes { [self] state in
            state.note?.track.toggle(step)
            if state.note?.call != nil { state.note?.isDirty = true }
            state.overlay = self
            return []
        }
    }

    private mutating func pressOnSituations(_ key: Key, in state: State) -> OverlayResponse? {
        guard var list = situations else { return nil }
        let all = CallSituation.allCases
        var chosen: CallSituation?
        switch key {
        case .escape, .character("q"):
            situations = nil
            return .stays
        case .enter: chosen = all[list.index]
        case .character(let letter) where TrackPage.place(of: letter) != nil: chosen = TrackPage.place(of: letter)
        default:
            guard let movement = Movement(readingKey: key) else { return nil }
            list.move(movement, count: all.count, height: state.overlayListRows)
            situations = list
        }
        guard let chosen else { return .stays }
        return .closes { state in
            state.choose(chosen)
            return state.showTrack()
        }
    }

    /// `a` is the first situation; letters that move are none.
    private static func place(of letter: Character) -> CallSituation? {
        guard let place = letters.firstIndex(of: letter) else { return nil }
        return CallSituation.allCases[place]
    }

    /// Without those that move or leave.
    private static let letters = Array("abcdefhilmnop")

    // MARK: Drawing

    func draw(on canvas: inout Canvas, in state: State) {
        if let situations {
            let all = CallSituation.allCases
            canvas.drawList(count: all.count, situations) { place in
                let isShown = all[place] == state.situation
                return Line(" \(TrackPage.letters[place])  ", .key).then(all[place].words, isShown ? .strong : .normal)
                    .then(all[place] == state.likelySituation ? "  " + TrackSentences.likely : "", .muted)
            }
            return
        }
        guard let track = state.account.open?.filled?.track else { return }
        let rows = TrackRows(track, folded: folded, width: canvas.columns - 1)
        let said = state.note?.track.said ?? []
        let theme = canvas.theme
        canvas.drawList(count: rows.list.count, cursor) { place in
            rows.line(at: place, said: said, chosen: place == cursor.index ? fact : nil, theme)
        }
    }
}
