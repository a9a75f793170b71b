/// How much somebody named at the beginning of some words: an amount, or a part of what is owed.
struct SumWords {
    let sum: Sum
    let used: Int

    enum Sum: Equatable {
        /// `2500`
        case amount(Substring)
        /// `all`, `the rest`, `in full`
        case all
        /// `half`, `a third`, `30%`: so many parts of so many.
        case part(Int64, of: Int64)
        /// `all but 200`
        case allBut(Substring)
    }

    /// - Parameter joins: whether the second word is the currency of the first: `200 usd`.
    init?(_ words: [Substring], joins: (Substring, Substring) -> Bool) {
        let lower = words.prefix(6).map { $0.lowercased() }
        guard let first = words.first else { return nil }
        func takeAmount(at place: Int) -> (Substring, used: Int)? {
            guard place < words.count else { return nil }
            guard place + 1 < words.count, joins(words[place], words[place + 1]) else {
                return (words[place], place + 1)
            }
            return (Substring(String(words[place] + words[place + 1])), place + 2)
        }
        if let count = SumWords.allNames.first(where: { lower.starts(with: $0) })?.count {
            if count < lower.count, ["but", "except", "minus", "less"].contains(lower[count]),
                let (amount, used) = takeAmount(at: count + 1)
            {
                (sum, self.used) = (.allBut(amount), used)
            } else {
                (sum, used) = (.all, SumWords.skipOf(lower, count))
            }
        } else if let part = SumWords.parts.first(where: { lower.starts(with: $0.words) }) {
            (sum, used) = (.part(part.count, of: part.of), SumWords.skipOf(lower, part.words.count))
        } else if let (percent, count) = SumWords.percent(lower) {
            (sum, used) = (.part(percent, of: 100), SumWords.skipOf(lower, count))
        } else {
            let (amount, count) = takeAmount(at: 0) ?? (first, 1)
            (sum, used) = (.amount(amount), count)
        }
    }

    /// Longest first: the first that fits is taken.
    private static let allNames: [[String]] = [
        ["the", "full", "amount"], ["the", "whole", "amount"], ["the", "whole", "lot"], ["the", "lot"],
        ["the", "rest"],
        ["the", "remainder"], ["the", "balance"], ["in", "full"], ["all"], ["everything"], ["rest"], ["remainder"],
        ["balance"], ["full"],
    ]

    private static let parts: [(words: [String], count: Int64, of: Int64)] = [
        (["half"], 1, 2), (["a", "half"], 1, 2), (["a", "third"], 1, 3), (["one", "third"], 1, 3),
        (["two", "thirds"], 2, 3),
        (["third"], 1, 3), (["a", "quarter"], 1, 4), (["three", "quarters"], 3, 4), (["quarter"], 1, 4),
    ]

    /// `30%`, `30 %`, `30 percent`
    private static func percent(_ words: [String]) -> (Int64, used: Int)? {
        let isApart = words.count > 1 && ["%", "percent"].contains(words[1])
        let digits = isApart ? words[0] : words[0].hasSuffix("%") ? String(words[0].dropLast()) : ""
        guard let percent = Int64(digits), (1...100).contains(percent) else { return nil }
        return (percent, isApart ? 2 : 1)
    }

    /// `half of it`, `all of that`
    private static func skipOf(_ words: [String], _ count: Int) -> Int {
        let rest = words.dropFirst(count).prefix(2)
        guard rest.count == 2, rest.first == "of", let whole = rest.last else { return count }
        return ["it", "that", "them", "everything", "all"].contains(whole) ? count + 2 : count
    }
}

extension AgreementWords {
    /// What was named, of a whole that is owed in a currency.
    func money(_ sum: SumWords.Sum, of whole: Int64, _ currency: Currency) -> Result<Money, AgreementProblem> {
        switch sum {
        case .amount(let word): return amount(word, in: currency)
        case .all: return whole > 0 ? .success(Money(minor: whole, currency)) : .failure(noneToTake)
        case .part(let count, let parts):
            guard whole > 0 else { return .failure(noneToTake) }
            // Half a cent goes up.
            let (product, isTooLarge) = whole.multipliedReportingOverflow(by: count)
            let part = isTooLarge ? whole / parts * count : (product + parts / 2) / parts
            return part > 0 ? .success(Money(minor: part, currency)) : .failure(.amount(.nothing))
        case .allBut(let word):
            guard whole > 0 else { return .failure(noneToTake) }
            return amount(word, in: currency).flatMap { less in
                guard less.currency == currency else { return .failure(.otherCurrency(less.currency, currency)) }
                guard less.minor < whole else { return .failure(.allIsLess(Money(minor: whole, currency))) }
                return .success(Money(minor: whole - less.minor, currency))
            }
        }
    }

    func sum(_ words: [Substring]) -> SumWords? {
        SumWords(words) { amount, code in
            // Only of currencies that are open: any three letters would make one, `fri` as well.
            guard amount.first?.isNumber == true, let named = Currency(code) else { return false }
            return items.contains { $0.item.currency == named }
        }
    }
}
