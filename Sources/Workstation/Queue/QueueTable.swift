import Receivables
import Terminal

/// The queue as a table of text: what `duly queue` prints.
public struct QueueTable {
    let page: QueuePage
    let width: Int

    /// Prepares the table.
    ///
    /// - Parameters:
    ///   - page: the rows to print.
    ///   - width: columns; at least 60 are used.
    public init(_ page: QueuePage, width: Int) {
        self.page = page
        self.width = max(60, width)
    }

    /// Heading, two lines per payer, the batches and who rests.
    public var lines: [Line] {
        var lines = [heading, Line()]
        for row in page.rows {
            lines.append(first(row))
            let stands = row.standing.place == .queue(.call) ? "" : "[\(row.standing.place.word)] "
            lines.append(
                Line(String(repeating: " ", count: 13)).then(stands, .soon).then(QueueTable.why(row), .muted).truncated(
                    to: width))
        }
        if page.rows.isEmpty { lines.append(Line(QueueSentences.nothingDueForACall, .muted)) }
        for (task, count) in page.batches.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where count > 0 {
            lines.append(Line(QueueSentences.moreInBatch(count, task.rawValue), .muted))
        }
        guard !page.later.isEmpty else { return lines }
        lines += [Line(), Line(QueueSentences.later, .title)]
        return lines + page.later.map(later)
    }

    private var heading: Line {
        let known = page.cashKnownTo.map { ", \(QueueSentences.payments(upTo: $0))" } ?? ""
        let shown =
            page.rows.count < page.total ? QueueSentences.first(page.rows.count, of: page.total) : "\(page.total)"
        return Line(QueueSentences.queue(of: page.day), .title).then(
            " \u{00B7} \(QueueSentences.toCall(shown))\(known)", .muted)
    }

    private func first(_ row: QueueRow) -> Line {
        let standing = row.standing
        let tail =
            (Line(QueueTable.amount(standing), .strong)).padded(to: 19, .right)
            + Line("\(standing.score)", .muted).padded(to: 5, .right)
        let head =
            Line("\(row.rank)", .muted).padded(to: 5, .right).then("  ")
            + Line(standing.cell.title, standing.cell == .now ? .overdue : .normal).padded(to: 6)
        let name = Line(customer: row.name, row.payer, .strong, gap: 2)
        return head + name.padded(to: max(10, width - head.width - tail.width)) + tail
    }

    /// The row's figure: the stake of its largest currency.
    static func amount(_ standing: Standing) -> String {
        guard let figures = standing.figures.first else { return "" }
        let more = standing.figures.count > 1 ? " +" : ""
        return figures.money(\.stake).grouped + " " + figures.currency.code + more
    }

    /// The reasons in a few words.
    static func why(_ row: QueueRow) -> String {
        if let appointment = row.appointment {
            return QueueSentences.appointment(appointment.why)
        }
        return row.standing.reasons.map(\.text).joined(separator: "; ")
    }

    private func later(_ row: LaterRow) -> Line {
        let amounts = row.collectable.map(\.withCurrency).joined(separator: " + ")
        let tail = Line(amounts).padded(to: 24, .right)
        let head = Line("  ") + Line(row.wakes.brief(today: page.day), .promised).padded(to: 13)
        let name = Line(row.name, .strong).then("  \(row.reason)", .muted)
        return head + name.padded(to: max(10, width - head.width - tail.width)) + tail
    }
}
