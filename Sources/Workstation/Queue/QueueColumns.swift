import Receivables
import Terminal

/// What a row of the queue shows between name and amount where the screen is wide: a table with a heading.
struct QueueColumns {
    private static let oldest = 8, delay = 7, contact = 11, next = 14
    /// The narrowest pane that has room for them next to a name.
    static let leastPane = 81

    /// `oldest  usual   spoke    next`
    static let heading =
        Line(QueueSentences.oldestColumn, .muted).padded(to: oldest, .right)
        + Line(QueueSentences.usualColumn, .muted).padded(to: delay, .right)
        + Line(QueueSentences.spokeColumn, .muted).padded(to: contact, .right)
        + Line("  \(QueueSentences.nextStepColumn)", .muted).padded(to: next)

    /// `   74 d   19 d   12 d ago  follow-up`; a dash where nothing is known.
    static func line(_ row: QueueRow, today: Day, isDim: Bool) -> Line {
        let style = isDim ? Style.muted : .normal
        let oldest = row.standing.figures.first?.oldestDaysPastDue
        let delay = row.usualDelay.map { ($0 + ($0 < 0 ? -5 : 5)) / 10 }
        let next = QueueColumns.word(for: row.standing.next.kind)
        return Line(oldest.map { "\($0) d" } ?? "-", style).padded(to: QueueColumns.oldest, .right)
            + Line(delay.map { "\($0) d" } ?? "-", style).padded(to: QueueColumns.delay, .right)
            + Line(row.lastContact.map { spoke($0, today: today) } ?? "-", style).padded(to: contact, .right)
            + Line("  \(next)", style).padded(to: QueueColumns.next)
    }

    private static func word(for kind: NextAction.Kind) -> String {
        switch kind {
        case .none: ""
        case .step: QueueSentences.messageDue
        default: kind.rawValue
        }
    }

    private static func spoke(_ day: Day, today: Day) -> String {
        let days = day.distance(to: today)
        return QueueSentences.spoke(daysAgo: days)
    }
}
