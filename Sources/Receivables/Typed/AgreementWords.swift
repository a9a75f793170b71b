/// What words about an agreement are read against: what is open at the payer, what was agreed before, and the day.
///
/// For note lines, forms and scripts alike. The words are those behind the name (`/promise 2500 fri`, `--promise`).
public struct AgreementWords: Sendable {
    let payer: PayerFacts
    let rules: Rules
    let today: Day

    public init(_ payer: PayerFacts, rules: Rules, today: Day) {
        self.payer = payer.judged(by: rules, on: today)
        self.rules = rules
        self.today = today
    }

    /// The currency of most open items, by what they are worth where that is known; the base currency without any.
    public var currency: Currency {
        var open: [Currency: Int64] = [:]
        for item in items where item.item.open > 0 { open[item.item.currency] = (open[item.item.currency] ?? 0).saturatingAdd(item.item.open) }
        return open.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? rules.base
    }

    var items: [(key: ItemKey, item: Item)] {
        payer.accounts.flatMap { facts in facts.items.map { ($0.key(of: facts.account.number), $0) } }
    }

    /// An open item by its number, upper or lower case; with its account before a `/` where two share one.
    func item(_ word: Substring) -> Result<(key: ItemKey, item: Item), AgreementProblem>? {
        let wanted = word.lowercased()
        let found = items.filter { $0.item.open > 0 && ($0.key.number.lowercased() == wanted || "\($0.key.account.text)/\($0.key.number)".lowercased() == wanted) }
        guard let first = found.first else { return nil }
        return found.count == 1 ? .success(first) : .failure(.severalItems(String(word)))
    }

    /// An amount and the currency behind it as one word: `1500 usd` is `1500usd`. Only of currencies that are open:
    /// any three letters would make one, `fri` as well.
    func joined(_ words: [Substring]) -> [Substring] {
        guard words.count >= 2, words[0].first?.isNumber == true, let named = Currency(words[1]),
            items.contains(where: { $0.item.currency == named })
        else { return words }
        return [Substring(String(words[0] + words[1]))] + words.dropFirst(2)
    }

    func amount(_ word: Substring, in currency: Currency) -> Result<Money, AgreementProblem> {
        AmountWords.read(word, in: currency).mapError(AgreementProblem.amount)
    }

    /// The day at the beginning of some words, a `by`, `on` or `from` before it left out.
    func day(_ words: ArraySlice<Substring>, looksBack: Bool = false) -> Result<(day: Day, rest: ArraySlice<Substring>), AgreementProblem> {
        let words = ["by", "on", "from"].contains(words.first?.lowercased() ?? "") ? words.dropFirst() : words
        let reader = DayWords(today: today, calendar: rules.calendar, looksBack: looksBack)
        return reader.read(Array(words)).mapError(AgreementProblem.day).map { ($0.day, words.dropFirst($0.used)) }
    }

    /// Why there is nothing to take where no amount was named.
    var noneToTake: AgreementProblem { items.contains { $0.item.open > 0 } ? .nothingFree : .nothingOpen }

    /// What is overdue and free to be promised, in one currency.
    func free(_ currency: Currency) -> Int64 {
        items.reduce(0) { sum, entry in
            entry.item.currency == currency && entry.item.isOverdue(on: today) ? sum.saturatingAdd(entry.item.chaseable) : sum
        }
    }
}

/// Something typed, as it was understood, and what is to be said about it.
public struct Understood<Fact: Sendable & Hashable>: Sendable, Hashable {
    public var fact: Fact
    /// `4,200.00 GBP by Fri 27 Nov`
    public var shown: String
    /// Accepted, but worth a look: more than is open, no working day.
    public var warnings: [String]

    public init(_ fact: Fact, shown: String, warnings: [String] = []) {
        self.fact = fact
        self.shown = shown
        self.warnings = warnings
    }
}
