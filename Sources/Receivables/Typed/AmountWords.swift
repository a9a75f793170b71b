/// Reads an amount as people type it: `2500`, `2,500.50`, `2.500,50`, `2'500`, `2.5k`, `€500`, `500eur`.
public enum AmountWords {
    /// Reads one word as an amount above zero.
    ///
    /// - Parameters:
    ///   - word: the amount, with or without a currency.
    ///   - currency: what it is in where it doesn't say.
    public static func read(_ word: some StringProtocol, in currency: Currency) -> Result<Money, AmountProblem> {
        var rest = Substring(word.lowercased())
        guard !rest.isEmpty else { return .failure(.missing) }
        let named = stripCurrency(&rest)
        let isThousands = rest.hasSuffix("k")
        if isThousands { rest = rest.dropLast() }
        let money = named ?? currency
        guard let plain = plainDecimal(rest, money) else { return .failure(.unreadable(String(word))) }
        guard let (amount, rounded) = Money.reading(plain, in: money) else {
            return .failure(.unreadable(String(word)))
        }
        // Of thousands the decimals are hundreds: `2.5k`.
        guard let scaled = isThousands ? thousands(plain, in: money) : amount else { return .failure(.tooLarge) }
        if rounded, !isThousands { return .failure(.tooPrecise(money)) }
        guard scaled.minor > 0 else { return .failure(.nothing) }
        guard scaled.minor <= largest else { return .failure(.tooLarge) }
        return .success(scaled)
    }

    /// In minor units: what is more is no money that anybody owes, and a few of them would no longer add up.
    private static let largest: Int64 = 100_000_000_000_000_000

    /// Takes a sign or a code off either end.
    private static func stripCurrency(_ rest: inout Substring) -> Currency? {
        let signs: [Character: String] = ["€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"]
        if let first = rest.first, let code = signs[first] {
            rest = rest.dropFirst()
            return Currency(code)
        }
        if let last = rest.last, let code = signs[last] {
            rest = rest.dropLast()
            return Currency(code)
        }
        guard rest.count > 3 else { return nil }
        if rest.first?.isNumber == true, let found = Currency(rest.suffix(3)) {
            rest = rest.dropLast(3)
            return found
        }
        if rest.last?.isNumber == true, let found = Currency(rest.prefix(3)) {
            rest = rest.dropFirst(3)
            return found
        }
        return nil
    }

    /// With a decimal point and nothing else between the digits, or nil where it is no such number.
    ///
    /// Where both signs stand the last is the decimal one. Alone, and with three digits behind it, a sign marks
    /// thousands, unless the currency has three decimals.
    private static func plainDecimal(_ text: Substring, _ currency: Currency) -> String? {
        let bare = text.filter { $0 != "'" && $0 != "_" && $0 != "\u{2019}" }
        guard bare.first?.isNumber == true || bare.first == ".",
            bare.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." || $0 == "," })
        else { return nil }
        let commas = bare.count { $0 == "," }, points = bare.count { $0 == "." }
        guard commas + points > 0 else { return bare }
        let last = bare.last { $0 == "," || $0 == "." } ?? "."
        let behind = bare.split(separator: last, omittingEmptySubsequences: false).last?.count ?? 0
        let isDecimal =
            (commas == 0 || points == 0) ? commas + points == 1 && (behind != 3 || currency.exponent == 3) : true
        guard isDecimal else {
            return groups(bare, marked: last) ? bare.filter(\.isNumber) : nil
        }
        guard bare.count(where: { $0 == last }) == 1 else { return nil }
        let parts = bare.split(separator: last, omittingEmptySubsequences: false)
        let other: Character = last == "," ? "." : ","
        let whole = parts[0]
        guard !whole.contains(other) || groups(String(whole), marked: other) else { return nil }
        return whole.filter(\.isNumber) + "." + parts[1]
    }

    /// Whether thousands stand in threes behind the first group.
    private static func groups(_ text: String, marked mark: Character) -> Bool {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        return (1...3).contains(parts[0].count) && parts[0].first != "0"
            && parts.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    }

    private static func thousands(_ plain: String, in currency: Currency) -> Money? {
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? parts[1] : ""
        guard decimals.count <= 3 else { return nil }
        let digits = parts[0] + decimals + String(repeating: "0", count: 3 - decimals.count)
        return Money.reading(digits, in: currency)?.money
    }
}

/// Why a word is no amount.
public enum AmountProblem: Error, Hashable, Sendable {
    case missing
    case unreadable(String)
    case nothing
    case tooLarge
    case tooPrecise(Currency)

    /// Why the word is no amount, as the caller reads it.
    public var sentence: String {
        switch self {
        case .missing: "how much?"
        case .unreadable(let word): "\u{201C}\(word)\u{201D} is no amount: 2500, 2,500.50, 2.5k, all, half, all but 200"
        case .nothing: "an amount above zero"
        case .tooLarge: "that is more than a book can hold"
        case .tooPrecise(let currency): "\(currency.code) has \(currency.exponent) decimals"
        }
    }
}
