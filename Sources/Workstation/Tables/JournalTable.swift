import Receivables
import Terminal

/// Entries of the journal as text, a line each and their words below.
public struct JournalTable {
    let entries: [Entry]
    let clock: (Instant) -> LocalTime

    /// Prepares the table.
    ///
    /// - Parameters:
    ///   - entries: in the order in which they are listed.
    ///   - clock: converts a moment to the clock in which times are shown.
    public init(_ entries: [Entry], clock: @escaping (Instant) -> LocalTime) {
        self.entries = entries
        self.clock = clock
    }

    /// Each entry's line, followed by its words, in the order given.
    public var lines: [Line] { entries.flatMap(lines) }

    private func lines(_ entry: Entry) -> [Line] {
        let time = clock(entry.at)
        let head = Line("\(entry.seq)", .muted).padded(to: 8, .right).then(
            "  \(time.day.iso) \(time.time.text)  ", .muted
        )
        .then(entry.author, .muted).then("  ").then(entry.payer?.text ?? "", .strong).then(" ").then(what(entry))
        return [head] + SafeText.lines(entry.text).filter { !$0.isEmpty }.map { Line("            ").then(String($0)) }
    }

    private func what(_ entry: Entry) -> String {
        switch entry.act {
        case .call(let call):
            let next = call.followUps.map { TableSentences.next($0.day) }.joined(separator: ", ")
            return TableSentences.call(call) + (next.isEmpty ? "" : "; \(next)")
                + agreed(call.agreed)
                + (call.broke.map { "; \($0.words)" } ?? "")
        case .note(let note):
            return (note.isReceived ? TableSentences.emailReceived : TableSentences.note)
                + note.followUps.map { "; " + TableSentences.next($0.day) }.joined() + agreed(note.agreed)
        case .imported(let record):
            return TableSentences.imported(record)
        case .undo: return TableSentences.tookBack(entry.undoes ?? 0)
        case .review(let review): return TableSentences.comment(on: review.entry, of: review.author)
        case .payer, .matched, .rules, .dispute, .plan, .message, .handOver, .hold, .decision, .release, .cover,
            .cadence, .step,
            .later, .pin, .sales, .redaction:
            return entry.act.plainText ?? entry.act.kind
        }
    }

    private func agreed(_ agreed: Agreements) -> String { agreed.lines.map { "; \($0)" }.joined() }
}
