/// Finds items as callers type them: by the number, or by the ending that a customer reads out.
public struct ItemLookup: Sendable {
    /// The items that can be found, each with its key.
    public let items: [(key: ItemKey, item: Item)]

    /// Creates a lookup among some items of one payer.
    public init(_ items: [(key: ItemKey, item: Item)]) { self.items = items }

    /// All items of a payer, those that are settled as well.
    public init(of payer: JudgedPayer) {
        self.init(payer.accounts.flatMap { facts in facts.items.map { ($0.key(of: facts.account.number), $0) } })
    }

    /// Those of which something is open, the longest overdue first.
    public var open: ItemLookup {
        ItemLookup(
            items.filter { $0.item.open > 0 }.sorted { ($0.item.due, $0.key.number) < ($1.item.due, $1.key.number) })
    }

    /// What a typed number leads to.
    public enum Found: Sendable {
        case nothing
        case one(key: ItemKey, item: Item)
        case several([NamedItem])
    }

    /// The item of a number, upper or lower case, with its account (and company code) before a `/` where two share one;
    /// else the one whose number ends so.
    ///
    /// - Parameters:
    ///   - word: the number, or its ending, as it was typed.
    ///   - fewest: letters and digits that an ending has at the least, unless it is all the digits at the end.
    public func find(_ word: some StringProtocol, fewest: Int = 3) -> Found {
        let wanted = word.lowercased()
        let exact = items.filter { ItemLookup.names(of: $0.key).contains { $0.lowercased() == wanted } }
        if !exact.isEmpty { return found(exact) }
        let bare = ItemLookup.bare(wanted)
        guard bare.contains(where: \.isNumber), wanted.allSatisfy({ $0.isLetter || $0.isNumber || "-_./".contains($0) })
        else { return .nothing }
        return found(
            items.filter { entry in
                let number = ItemLookup.bare(entry.key.number)
                guard number.hasSuffix(bare) else { return false }
                return bare.count >= fewest || bare.count == number.reversed().prefix(while: \.isNumber).count
            })
    }

    private func found(_ entries: [(key: ItemKey, item: Item)]) -> Found {
        guard let first = entries.first else { return .nothing }
        return entries.count == 1 ? .one(key: first.key, item: first.item) : .several(named(entries))
    }

    private static func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// From the shortest to the one that no other item has.
    private static func names(of key: ItemKey) -> [String] {
        [key.number, "\(key.account.text)/\(key.number)", "\(key.account.text)/\(key.company)/\(key.number)"]
    }

    /// The shortest text that means an item and no other.
    public func name(of key: ItemKey) -> String {
        let names = ItemLookup.names(of: key)
        return names.first { name in
            items.count { ItemLookup.names(of: $0.key).contains { $0.lowercased() == name.lowercased() } } == 1
        } ?? names[names.count - 1]
    }

    /// As they are offered.
    public var named: [NamedItem] { named(items) }

    private func named(_ entries: [(key: ItemKey, item: Item)]) -> [NamedItem] {
        entries.map { key, item in
            let name = name(of: key)
            return NamedItem(name: name, shown: "\(name)  \(item.openMoney.withCurrency) due \(item.due.full)")
        }
    }
}

/// An item as it is named and offered.
public struct NamedItem: Hashable, Sendable {
    /// The shortest text that means this item and no other.
    public var name: String
    /// `INV-77  1,200.00 GBP due Fri 30 Oct 2026`
    public var shown: String
}
