import Receivables

/// The rows of documents of which there are several, put together when the file has ended: the rows decide whether they
/// are instalments, payments on the document, lines that repeat its balance, or documents of several years.
struct SharedDocuments {
    struct Row {
        var item: ItemRow
        var year: String
    }

    private var rows: [UInt64: [Row]] = [:]
    private var order: [UInt64] = []
    private(set) var notices: [String] = []

    mutating func add(_ item: ItemRow, year: String, key: UInt64) {
        if rows[key] == nil { order.append(key) }
        rows[key, default: []].append(Row(item: item, year: year))
    }

    /// Which way several rows make documents.
    private enum Way: Int, CaseIterable {
        case years, netted, instalments, repeated

        func sentence(_ count: Int, _ example: Row) -> String {
            let documents = count == 1 ? "1 document stands" : "\(count) documents stand"
            let what =
                switch self {
                case .years: "once for each fiscal year: the year is made part of the number"
                case .netted: "with payments or credits in rows of their own: these are taken off"
                case .instalments: "in parts that fall due on several days: each part is an item, /2 from the second on"
                case .repeated: "on several lines that repeat what is open: it is counted once"
                }
            return "\(documents) \(what) (first \(example.item.number.visible()), line \(example.item.line))"
        }
    }

    /// Puts the documents together.
    ///
    /// - Returns: the items, in the order in which the file names them first.
    mutating func items() -> [ItemRow] {
        var items: [ItemRow] = []
        var ways: [Way: (count: Int, first: Row)] = [:]
        for key in order {
            // Two systems may use one number for two invoices: the book keeps them apart.
            let byOwner = Dictionary(grouping: rows[key] ?? []) { [$0.item.account.text, $0.item.source] }
            for (_, rows) in byOwner.sorted(by: { $0.value[0].item.line < $1.value[0].item.line }) {
                let (way, made) = SharedDocuments.documents(of: rows)
                items += made
                if let way { ways[way] = (ways[way].map { $0.count + 1 } ?? 1, ways[way]?.first ?? rows[0]) }
            }
        }
        notices = Way.allCases.compactMap { way in ways[way].map { way.sentence($0.count, $0.first) } }
        return items
    }

    private static func documents(of rows: [Row]) -> (Way?, [ItemRow]) {
        guard rows.count > 1 else { return (nil, rows.map(\.item)) }
        if Set(rows.map(\.year)).count == rows.count, !rows.contains(where: \.year.isEmpty) {
            return (
                .years,
                rows.map { row in
                    var item = row.item
                    item.number += "/" + row.year
                    return item
                }
            )
        }
        let items = rows.map(\.item)
        if items.contains(where: { $0.amount < 0 }), let first = items.first(where: { $0.amount > 0 }) {
            return (.netted, [netted(items, on: first)])
        }
        if Set(items.map(\.due)).count == items.count, !items.contains(where: { $0.due == nil }) {
            let parts = items.sorted { ($0.due ?? $0.issued, $0.line) < ($1.due ?? $1.issued, $1.line) }
            return (
                .instalments,
                parts.enumerated().map { nth, part in
                    var part = part
                    if nth > 0 { part.number += "/\(nth + 1)" }
                    return part
                }
            )
        }
        guard let first = items.first, Set(items.map(\.open)).count == 1, Set(items.map(\.due)).count == 1,
            first.open != nil, !items.dropFirst().allSatisfy({ isCopy($0, of: first) })
        else { return (nil, items) }
        var document = first
        let amounts = Set(items.map(\.amount))
        if amounts.count > 1 { document.amount = items.reduce(0) { $0.saturatingAdd($1.amount) } }
        return (.repeated, [document])
    }

    /// Whether a row says the same as another: the book knows it for a copy.
    private static func isCopy(_ item: ItemRow, of other: ItemRow) -> Bool {
        var item = item
        item.line = other.line
        return item == other
    }

    /// A document less the payments and credits on it.
    private static func netted(_ items: [ItemRow], on first: ItemRow) -> ItemRow {
        var document = first
        document.amount = items.filter { $0.amount > 0 }.reduce(0) { $0.saturatingAdd($1.amount) }
        document.open = items.reduce(0) { $0.saturatingAdd($1.open ?? $1.amount) }
        document.isAmountUnknown = false
        document.due = items.first { $0.amount > 0 && $0.due != nil }?.due
        return document
    }
}
