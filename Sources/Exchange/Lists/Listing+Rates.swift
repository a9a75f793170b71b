import Receivables

extension Listing {
    /// Rates as they were given, the newest of each.
    public static func rates(_ rates: [GivenRate]) -> Listing {
        var list = Listing("rates", columns: ["currency", "rate", "into", "day"])
        for rate in rates {
            list.add(
                [.text(rate.currency.code), .plain(rate.rate.text), .text(rate.target.code), .day(rate.day)],
                [
                    "currency": .string(rate.currency.code), "rate": .string(rate.rate.text),
                    "into": .string(rate.target.code),
                    "day": .day(rate.day),
                ])
        }
        return list
    }
}
