/// Reads a rate as it is typed: `JPY 0.0062`.
public enum RateWords {
    /// Why what was typed is no rate.
    public enum Problem: Error, Hashable, Sendable {
        case incomplete
        case noCurrency(String)
        case isBase(Currency)
        case noRate(String)

        /// What is wrong and what to type instead, without a full stop.
        public var sentence: String {
            switch self {
            case .incomplete: "a currency and what 1 of it is worth: rate JPY 0.0062"
            case .noCurrency(let text): "there is no currency \u{201C}\(text)\u{201D}: write it as JPY"
            case .isBase(let currency): "the book counts in \(currency.code): it needs no rate"
            case .noRate(let text): "\u{201C}\(text)\u{201D} is no rate: what 1 is worth, above zero, as 0.0062"
            }
        }
    }

    /// Reads a currency and what one unit of it is worth: `JPY 0.0062`.
    ///
    /// - Parameters:
    ///   - words: those behind the command.
    ///   - base: the book's currency, in which the rate is.
    public static func read(_ words: [Substring], base: Currency) throws(Problem) -> (
        currency: Currency, rate: ExchangeRate
    ) {
        guard words.count == 2 else { throw .incomplete }
        guard let currency = Currency(words[0].uppercased()) else { throw .noCurrency(String(words[0])) }
        guard currency != base else { throw .isBase(base) }
        // `1,000` may be a thousand, or one: it isn't guessed.
        let parts = words[1].split(separator: ",", omittingEmptySubsequences: false)
        let mayBeThousands = parts.count == 2 && parts[1].count == 3 && parts[0] != "0"
        guard !mayBeThousands, let rate = ExchangeRate(words[1]) else { throw .noRate(String(words[1])) }
        return (currency, rate)
    }
}
