import Receivables
import Terminal

/// What was done on one's accounts by who covered, a line each and their words below: the return page, and what
/// `duly cover --return` prints.
public struct ReturnTable {
    /// One entry in one line: day, author, customer, what was done and agreed.
    public static func line(_ covered: Covered, today: Day) -> Line {
        let entry = covered.entry
        var line = Line(entry.day.brief(today: today), .muted).padded(to: 12)
            .then("\(entry.author) ", .muted).then(covered.name, .strong).then("  ")
        switch entry.act {
        case .call(let call):
            line = line.then(CollectorSentences.call(call.result.title, isInbound: call.direction == .inbound))
        default: line = line.then(entry.act.plainText ?? entry.act.kind)
        }
        for text in entry.act.agreed.lines { line = line.then("; \(text)", .promised) }
        for next in entry.act.followUps {
            line = line.then("; " + CollectorSentences.next(next.day, next.why))
        }
        return line
    }

    /// All entries, each followed by its words.
    public static func lines(_ covered: [Covered], today: Day) -> [Line] {
        covered.flatMap { covered in
            [line(covered, today: today)]
                + SafeText.lines(covered.entry.text).filter { !$0.isEmpty }.map {
                    Line("            ").then(String($0), .muted)
                }
        }
    }
}
