import Receivables
import Terminal

/// Every open item of a payer, oldest due day first: number, order, due, days, what is open, its state.
public struct ItemsPage {
    let dossier: Dossier
    let theme: Theme

    /// Prepares the items of a payer.
    public init(_ dossier: Dossier, theme: Theme) {
        self.dossier = dossier
        self.theme = theme
    }

    /// The open items, oldest due day first.
    public var items: [Item] { dossier.openItems }

    /// `61 overdue 48,200 · 1 disputed 300 · 7 not due 3,550`: parts of items, so that all of them are the balance.
    public var head: Line {
        let today = dossier.moment.day
        var line = Line()
        func add(_ label: String, _ items: [Item], _ part: (Item) -> Int64, _ style: Style) {
            let items = items.filter { part($0) != 0 }
            guard !items.isEmpty else { return }
            if !line.isEmpty { line = line.then(" \(theme.glyphs[.bullet]) ", .muted) }
            line = line.then("\(items.count) \(label) ").then(ItemsPage.sum(items, part), style)
        }
        let debits = items.filter { $0.open > 0 }
        add(AccountSentences.overdue, debits.filter { $0.isOverdue(on: today) }, \.chaseable, .overdue)
        add(AccountSentences.disputed, debits, { min($0.disputed, $0.open) }, .disputed)
        add(AccountSentences.promised, debits, { min($0.promised, $0.open - min($0.disputed, $0.open)) }, .promised)
        add(AccountSentences.notDue, debits.filter { !$0.isOverdue(on: today) }, \.chaseable, .normal)
        add(ItemSentences.credits, items.filter { $0.open < 0 }, \.open, .good)
        return line
    }

    static func sum(_ items: [Item], _ part: (Item) -> Int64 = \.open) -> String {
        let groups = Dictionary(grouping: items, by: \.currency).sorted { $0.key < $1.key }
        return groups.map { currency, items in
            Money(minor: items.reduce(0) { $0.saturatingAdd(part($1)) }, currency).roundedToMajor + " " + currency.code
        }.joined(separator: " + ")
    }

    /// An item as a row of a width.
    public func row(_ item: Item, width: Int) -> Line {
        let days = item.daysPastDue(on: dossier.moment.day)
        let style: Style = item.open < 0 ? .good : days > 0 ? .overdue : .normal
        let late = ItemSentences.due(daysAgo: days)
        guard width >= ItemsPage.widthForAll else {
            return narrowRow(item, Line(late, days > 0 ? .overdue : .muted), style, width)
        }
        let tail =
            Line(item.due.brief(today: dossier.moment.day)).padded(to: 12, .right)
            + Line(late, days > 0 ? .overdue : .muted).padded(to: 9, .right)
            + Line(item.openMoney.grouped, style).padded(to: 16, .right)
            + Line(" \(item.currency.code) ") + state(item).padded(to: 10)
        let room = max(8, width - tail.width)
        let name = Line(item.number).then(item.purchaseOrder.isEmpty ? "" : "  \(item.purchaseOrder)", .muted)
        return (name.padded(to: room, ellipsis: theme.glyphs[.ellipsis]) + tail)
            .truncated(to: width, ellipsis: theme.glyphs[.ellipsis])
    }

    /// Number, days and amount are what is left of a row where there is no room for more.
    private func narrowRow(_ item: Item, _ late: Line, _ style: Style, _ width: Int) -> Line {
        let tail = late.padded(to: 8, .right) + Line(" \(item.openMoney.withCurrency)", style).padded(to: 16, .right)
        return Line(item.number).padded(to: max(0, width - tail.width), ellipsis: theme.glyphs[.ellipsis]) + tail
    }

    private static let widthForAll = 62

    private func state(_ item: Item) -> Line {
        if item.disputed > 0 { return Line("\(theme[.disputed].mark) \(AccountSentences.disputed)", .disputed) }
        if item.promised > 0 { return Line("\(theme[.promised].mark) \(AccountSentences.promised)", .promised) }
        if item.open < 0 { return Line(ItemSentences.credit, .good) }
        if item.open < item.amount { return Line(ItemSentences.partPaid, .muted) }
        return item.dueFrom == .invoiceDate ? Line(ItemSentences.noTerms, .muted) : Line()
    }
}
