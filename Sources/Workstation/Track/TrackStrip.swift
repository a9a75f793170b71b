import Receivables
import Terminal

/// The step of the talk track that is to be said now, in one line or a few above the note.
struct TrackStrip {
    private let track: SpokenTrack
    private let step: TrackStep
    private let key: String
    private let theme: Theme

    /// Nil where no call runs, or every step was said.
    init?(_ state: State) {
        guard let note = state.note, note.call != nil, let open = state.account.open, open.has(note.account),
            let track = open.filled?.track, let step = note.track.current(in: track)
        else { return nil }
        self.track = track
        self.step = step
        key = state.desk.bindings.label(of: .trackStep)
        theme = state.desk.theme
    }

    /// - Parameter rows: how many there is room for, at least one.
    func lines(rows: Int, columns: Int) -> [Line] {
        let number = (track.parts.firstIndex { $0.step == step } ?? 0) + 1
        let head = Line("\(number)/\(track.parts.count) ", .muted).then("\(step.rawValue)  ", .title)
        let hint = Line("  \(key)", .key).then(" \(TrackSentences.said)", .muted)
        let room = columns - hint.width
        let said = track.lines(of: step)
        var text = Line()
        for (place, line) in said.enumerated() {
            if place > 0 { text = text.then(line.isChoice ? " \(theme.glyphs[.bullet]) " : " ", .muted) }
            text += TrackRows.text(line, chosen: nil)
        }
        guard rows > 1 else {
            let ellipsis = theme.glyphs[.ellipsis]
            return [(head + text).padded(to: max(0, room), ellipsis: ellipsis) + hint]
        }
        var lines = (head + text).wrapped(to: max(10, room), limit: rows)
        if let first = lines.first {
            lines[0] = first.padded(to: max(0, room), ellipsis: theme.glyphs[.ellipsis]) + hint
        }
        return lines
    }
}
