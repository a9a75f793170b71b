/// What has happened since the customer was last spoken to.
struct News {
    private(set) var lines: [String] = []

    /// Without a conversation to count from, the last month is news.
    private static let usualSpan = 30

    init(_ dossier: Dossier) {
        let since = dossier.facts.tally.lastContact ?? dossier.today.advanced(by: -News.usualSpan)
        let items = dossier.openItems
        addMoney(dossier, since)
        add(items.filter { $0.open < 0 && $0.issued > since }, "credit note", "credit notes")
        let late = items.filter { $0.open > 0 && $0.due >= since && $0.isOverdue(on: dossier.today) }
        add(late, "newly overdue", "newly overdue")
        let fresh = items.filter { $0.open > 0 && $0.issued > since && !$0.isOverdue(on: dossier.today) }
        add(fresh, "new invoice", "new invoices")
    }

    private mutating func addMoney(_ dossier: Dossier, _ since: Day) {
        for receipt in dossier.receipts.prefix(while: { $0.day > since }).prefix(3) {
            lines.append("\(receipt.amount.withCurrency) paid on \(receipt.day.short) for \(receipt.item)")
        }
        for cash in dossier.facts.accounts.flatMap(\.unapplied) where cash.day > since && cash.amount.minor > 0 {
            lines.append("\(cash.amount.withCurrency) came in on \(cash.day.short), not matched")
        }
    }

    private mutating func add(_ items: [Item], _ one: String, _ many: String) {
        guard let first = items.first else { return }
        if items.count == 1 {
            lines.append("\(one): \(first.number), \(first.openMoney.withCurrency)")
        } else {
            lines.append("\(items.count) \(many): \(Sums(of: items).text)")
        }
    }
}

/// What items come to, per currency.
struct Sums {
    private var amounts: [(currency: Currency, minor: Int64)] = []

    init(of items: [Item], _ measure: (Item) -> Int64 = { $0.open }) {
        for item in items {
            if let place = amounts.firstIndex(where: { $0.currency == item.currency }) {
                amounts[place].minor = amounts[place].minor.saturatingAdd(measure(item))
            } else {
                amounts.append((item.currency, measure(item)))
            }
        }
    }

    /// `1,200.00 GBP + 80.00 EUR`
    var text: String { amounts.map { Money(minor: $0.minor, $0.currency).withCurrency }.joined(separator: " + ") }
}
