import Receivables

/// The facts of a message as text for a template's places.
public struct MessageWords {
    private let content: MessageContent
    private let language: MessageLanguage
    private let contact: String
    private let author: String
    private let today: Day
    private let enclosed: [ItemKey: String]

    /// Prepares the facts of one message.
    ///
    /// - Parameters:
    ///   - content: the facts.
    ///   - language: the language of tables, days and amounts.
    ///   - contact: whom it is written to; empty where only the address is known.
    ///   - author: who writes.
    ///   - today: the day of the message.
    ///   - enclosed: the files that go with the message, by item.
    public init(
        _ content: MessageContent, in language: MessageLanguage, contact: String, author: String, today: Day,
        enclosed: [ItemKey: String] = [:]
    ) {
        self.enclosed = enclosed
        self.content = content
        self.language = language
        self.contact = contact
        self.author = author
        self.today = today
    }

    /// The lines of one fact; empty where the message has none.
    public func lines(_ fact: MessageFact) -> [String] {
        switch fact {
        case .name: [said(content.name)]
        case .account: [said(content.account.text)]
        case .contact: [said(contact.isEmpty ? content.name : contact)]
        case .author: [said(author)]
        case .today: [language.text(today)]
        case .total: content.totals.map(language.text)
        case .count: ["\(content.items.count)"]
        case .days: [content.asked.map { $0.due.distance(to: today) }.max() ?? 0].map { "\(max(0, $0))" }
        case .items: table(content.asked)
        case .apart: titled(language.apart, table(content.apart))
        case .notDue: titled(language.notDue, table(content.notDue))
        case .credits:
            titled(language.credits, table(content.credits))
                + content.unapplied.map { "\(language.cash): \(language.text($0))" }
        case .statement: statement
        case .ageing: ageing
        case .promised: content.promised.map(promised)
        case .unkept: content.unkept.map(promised)
        case .disputes: content.disputes.map(disputed)
        case .documents: content.documents.map { "- " + said($0) }
        case .enclosed:
            content.asked.compactMap { line in
                enclosed[line.item].map { "- \(said(line.item.number)): \(said($0))" }
            }
        case .missing: content.asked.filter { enclosed[$0.item] == nil }.map { "- \(said($0.item.number))" }
        }
    }

    /// Words from outside end no line and steer nothing.
    private func said(_ text: String) -> String { MailText.line(text) }

    private func titled(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : [title] + lines }

    private func promised(_ promised: MessageContent.Promised) -> String {
        let items = promised.items.isEmpty ? "" : " (\(promised.items.map { said($0.number) }.joined(separator: ", ")))"
        return "- \(language.text(promised.amount)) \(language.by) \(language.text(promised.day))\(items)"
    }

    private func disputed(_ dispute: MessageContent.Disputed) -> String {
        let amount = dispute.amount.map { ", \(language.text($0))" } ?? ""
        let state: String
        switch dispute.answer {
        case nil: state = "\(language.with) \(said(dispute.owner)), \(language.by) \(language.text(dispute.due))"
        case .some(let answer): state = language.answered + (said(answer).isEmpty ? "" : ": \(said(answer))")
        }
        return "- \(said(dispute.item.number))\(amount), \(language.text(dispute.reason)): \(state)"
    }

    /// Columns that stand under each other in a letter of fixed width, and read well in any other.
    private func table(_ rows: [MessageContent.Line]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let hasOrders = rows.contains { !$0.purchaseOrder.isEmpty }
        var cells = [[language.number] + (hasOrders ? [language.order] : []) + [language.due, language.amount]]
        for row in rows {
            let days = row.due.distance(to: today)
            let late = days > 0 && row.apart == nil && row.amount.minor > 0 ? " (\(days) \(language.days))" : ""
            let why = row.apart.map { ", \($0 == .disputed ? language.disputed : language.promised)" } ?? ""
            cells.append(
                [said(row.item.number)] + (hasOrders ? [said(row.purchaseOrder)] : [])
                    + [language.text(row.due), language.text(row.amount) + why + late])
        }
        return MessageWords.aligned(cells, right: [])
    }

    /// Date, number, due day, amount and balance; what is disputed or promised is said behind.
    private var statement: [String] {
        let lines = content.statement.lines
        guard !lines.isEmpty else { return [] }
        let hasOrders = lines.contains { !$0.purchaseOrder.isEmpty }
        var cells = [
            [language.date, language.number] + (hasOrders ? [language.order] : [])
                + [language.due, language.amount, language.balance, ""]
        ]
        for line in lines {
            let number =
                line.item.map { said($0.number) }
                ?? language.cash + (line.reference.isEmpty ? "" : " (\(said(line.reference)))")
            let parts = [(line.disputed, language.disputed), (line.promised, language.promised)].filter { $0.0 > 0 }
            let days = line.due.map { $0.distance(to: today) } ?? 0
            let late = days > 0 && line.amount.minor > 0 ? ["\(days) \(language.days)"] : []
            let remarks = late + parts.map { "\(language.text(Money(minor: $0.0, line.amount.currency))) \($0.1)" }
            cells.append(
                [language.text(line.day), number] + (hasOrders ? [said(line.purchaseOrder)] : [])
                    + [
                        line.due.map(language.text) ?? "", language.text(line.amount), language.text(line.balance),
                        remarks.joined(separator: ", "),
                    ])
        }
        let amount = hasOrders ? 4 : 3
        return MessageWords.aligned(cells, right: [amount, amount + 1])
    }

    /// A line per currency: `current 70.00 USD, 1-30 100.00 USD, on account -20.00 USD`.
    private var ageing: [String] {
        content.statement.ageing.map { row in
            let buckets = zip(content.statement.bucketNames, row.buckets).filter { $0.1 != 0 }.map { name, minor in
                (name == "current" ? language.current : "\(name) \(language.days)", minor)
            }
            let cash = row.unapplied == 0 ? [] : [(language.cash, row.unapplied)]
            return "  "
                + (buckets + cash).map { "\($0.0): \(language.text(Money(minor: $0.1, row.currency)))" }
                .joined(separator: "; ")
        }
    }

    /// - Parameter right: columns whose cells stand to the right.
    private static func aligned(_ cells: [[String]], right: Set<Int>) -> [String] {
        let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            let padded = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                if right.contains(column) { return space + cell }
                return column == row.count - 1 ? cell : cell + space
            }
            let line = "  " + padded.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
