/// That a column's name says in which parts or multiples of a currency its amounts are: `amount_cents`, `TEUR`.
enum AmountScale {
    case cents, thousands, millions

    /// In the words of a person.
    var words: String {
        switch self {
        case .cents: "cents"
        case .thousands: "thousands"
        case .millions: "millions"
        }
    }

    /// - Returns: nil for whole units.
    init?(header: String) {
        let words = header.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
        // `amountCents`.
        let isCamel = header.hasSuffix("Cents") || header.hasSuffix("InCents")
        let thousands: Set = [
            "teur", "tsd", "thousands", "thousand", "tusd", "tgbp", "tchf", "keur", "kusd", "kgbp", "tkr",
        ]
        let isKilo = zip(words, words.dropFirst()).contains {
            $0 == "k" && ColumnContents.codes.contains($1.uppercased())
        }
        if isCamel || words.contains(where: { ["cents", "cent", "centimes", "pence", "centavos"].contains($0) }) {
            self = .cents
        } else if isKilo || words.contains(where: thousands.contains) || header.lowercased().contains("k€") {
            self = .thousands
        } else if words.contains(where: { ["mio", "millions", "meur", "musd"].contains($0) }) {
            self = .millions
        } else {
            return nil
        }
    }
}
