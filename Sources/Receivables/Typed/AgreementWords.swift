/// What words about an agreement are read against: what is open at the payer, what was agreed before, and the day.
///
/// For note lines, forms and scripts alike. The words are those behind the name (`/promise 2500 fri`, `--promise`).
public struct AgreementWords: Sendable {
    let payer: JudgedPayer
    let rules: Rules
    let today: Day

    /// Creates a reader for one payer and the day for which it is judged.
    public init(_ payer: JudgedPayer, rules: Rules, today: Day) {
        self.payer = payer
        self.rules = rules
        self.today = today
    }

    /// The currency of most open items, by what they are worth where that is known; the base currency without any.
    public var currency: Currency {
        var open: [Currency: Int64] = [:]
        for item in items where item.item.open > 0 {
            open[item.item.currency] = (open[item.item.currency] ?? 0).saturatingAdd(item.item.open)
        }
        return open.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? rules.base
    }

    var items: [(key: ItemKey, item: Item)] {
        payer.accounts.flatMap { facts in facts.items.map { ($0.key(of: facts.account.number), $0) } }
    }

    /// The items of which something is open, to be found as callers type them.
    var lookup: ItemLookup { ItemLookup(items).open }

    /// An open item by its number or the ending of it; nil where no number ends so.
    func item(_ word: Substring) -> Result<(key: ItemKey, item: Item), AgreementProblem>? {
        switch lookup.find(word) {
        case .nothing: nil
        case .one(let key, let item): .success((key, item))
        case .several(let items): .failure(.severalItems(String(word), items))
        }
    }

    /// Items by number, as many as there are at the beginning of some words.
    func named(atStartOf words: inout ArraySlice<Substring>) -> Result<[(key: ItemKey, item: Item)], AgreementProblem> {
        var named: [(key: ItemKey, item: Item)] = []
        while let word = words.first, let found = item(word) {
            switch found {
            case .failure(let problem): return .failure(problem)
            case .success(let item): named.append(item)
            }
            words = words.dropFirst()
        }
        return .success(named)
    }

    func amount(_ word: Substring, in currency: Currency) -> Result<Money, AgreementProblem> {
        AmountWords.read(word, in: currency).mapError(AgreementProblem.amount)
    }

    /// The day at the beginning of some words, a `by`, `on` or `from` before it left out, and a part of the day behind
    /// it.
    func day(
        _ words: ArraySlice<Substring>, looksBack: Bool = false
    ) -> Result<(day: Day, rest: ArraySlice<Substring>), AgreementProblem> {
        let words = ["by", "on", "from", "until"].contains(words.first?.lowercased() ?? "") ? words.dropFirst() : words
        let reader = DayWords(
            today: today, calendar: rules.calendar, looksBack: looksBack, order: rules.dateOrder, run: payer.payRun)
        return reader.read(Array(words)).mapError(AgreementProblem.day).map { found in
            let rest = words.dropFirst(found.used)
            let lower = rest.prefix(3).map { $0.lowercased() }
            if lower == ["at", "the", "latest"] { return (found.day, rest.dropFirst(3)) }
            if lower.first == "latest" { return (found.day, rest.dropFirst()) }
            return (found.day, DayWords.partsOfDay.contains(rest.first?.lowercased() ?? "") ? rest.dropFirst() : rest)
        }
    }

    /// Why there is nothing to take where no amount was named.
    var noneToTake: AgreementProblem { items.contains { $0.item.open > 0 } ? .nothingFree : .nothingOpen }

    /// What is overdue and not disputed, in one currency, promised or not: what a customer means who has paid *all*.
    func overdue(_ currency: Currency) -> Int64 {
        let owed = items.filter { $0.item.currency == currency && $0.item.open > 0 }
        let late = owed.filter { $0.item.isOverdue(on: today) }
        return (late.isEmpty ? owed : late).reduce(0) { $0.saturatingAdd(max(0, $1.item.open - $1.item.disputed)) }
    }

    /// What is free to be promised, in one currency: what is overdue, and before anything is, what is open.
    func free(_ currency: Currency) -> Int64 {
        let open = items.map(\.item).filter { $0.currency == currency && $0.open > 0 }
        let overdue = open.filter { $0.isOverdue(on: today) }
        return (overdue.isEmpty ? open : overdue).reduce(0) { $0.saturatingAdd($1.chaseable) }
    }
}

/// Something typed, as it was understood, and what is to be said about it.
public struct Interpretation<Fact: Sendable & Hashable>: Sendable, Hashable {
    /// What the words mean.
    public var fact: Fact
    /// `4,200.00 GBP by Fri 27 Nov`
    public var shown: String
    /// Accepted, but worth a look: more than is open, no working day.
    public var warnings: [String]

    /// Creates an interpretation, by default without warnings.
    public init(_ fact: Fact, shown: String, warnings: [String] = []) {
        self.fact = fact
        self.shown = shown
        self.warnings = warnings
    }
}
