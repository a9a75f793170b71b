import Receivables
import Terminal

/// A talk track as rows of a width: a heading for each step, and its lines, broken where they are long.
struct TrackRows {
    /// A heading or a line.
    struct Entry {
        let step: TrackStep
        /// Nil for the heading.
        let line: SpokenTrack.Line?

        var facts: [TalkFact] {
            line?.pieces.compactMap { piece in
                if case .fact(let fact) = piece { fact } else { nil }
            } ?? []
        }
    }

    /// A row: the entry that it belongs to, and which of its rows it is.
    let list: [(entry: Int, row: Int)]
    private let entries: [Entry]
    private let width: Int
    private let folded: Set<TrackStep>
    private let steps: [TrackStep]

    init(_ track: SpokenTrack, folded: Set<TrackStep>, width: Int) {
        self.width = width
        self.folded = folded
        steps = track.parts.map(\.step)
        entries = track.parts.flatMap { part in
            [Entry(step: part.step, line: nil)]
                + (folded.contains(part.step) ? [] : part.lines.map { Entry(step: part.step, line: $0) })
        }
        var list: [(entry: Int, row: Int)] = []
        for (place, entry) in entries.enumerated() {
            let count =
                entry.line.map { TrackRows.text($0, chosen: nil).wrapped(to: width - TrackRows.indent).count } ?? 1
            for row in 0..<max(1, count) { list.append((place, row)) }
        }
        self.list = list
    }

    private static let indent = 6

    func entry(at row: Int) -> Entry? { list.indices.contains(row) ? entries[list[row].entry] : nil }

    /// The row of a step's heading.
    func place(of step: TrackStep) -> Int? {
        list.firstIndex { entries[$0.entry].step == step && entries[$0.entry].line == nil }
    }

    func line(at row: Int, said: Set<TrackStep>, chosen: Int?, _ theme: Theme) -> Line {
        let entry = entries[list[row].entry]
        guard let line = entry.line else {
            let isSaid = said.contains(entry.step)
            let number = (TrackStep.allCases.firstIndex(of: entry.step) ?? 0) + 1
            let mark = theme.glyphs[isSaid ? .check : .unmarked]
            return Line("\(number) ", .key).then("\(mark) ", isSaid ? .good : .muted).then(entry.step.rawValue, .title)
                .then(folded.contains(entry.step) ? " \u{2026}" : "", .muted)
        }
        let parts = TrackRows.text(line, chosen: chosen).wrapped(to: width - TrackRows.indent)
        let part = parts.indices.contains(list[row].row) ? parts[list[row].row] : Line()
        let bullet = line.isChoice && list[row].row == 0 ? "  \(theme.glyphs[.bullet]) " : "    "
        return Line("  \(bullet)", .muted) + part
    }

    /// Facts stand out; the chosen one most.
    static func text(_ line: SpokenTrack.Line, chosen: Int?) -> Line {
        var text = line.isRemark ? Line("(\(TrackSentences.noted)) ", .muted) : Line()
        var place = 0
        for piece in line.pieces {
            switch piece {
            case .words(let words): text = text.then(words, line.isRemark ? .muted : .normal)
            case .fact(let fact):
                text = text.then(fact.text, place == chosen ? .key : .strong)
                place += 1
            }
        }
        return text
    }
}
