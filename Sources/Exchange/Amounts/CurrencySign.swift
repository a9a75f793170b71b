/// A sign that several currencies share. It never tells which of them, but which it isn't.
enum CurrencySign {
    case dollar, krone, yen, franc

    /// The codes of the currencies that have it.
    var currencies: Set<String> {
        switch self {
        case .dollar: CurrencySign.dollars
        case .krone: ["SEK", "NOK", "DKK", "ISK"]
        case .yen: ["JPY", "CNY"]
        case .franc: ["CHF", "XOF", "XAF", "XPF", "RWF", "BIF", "DJF", "GNF", "KMF", "CDF"]
        }
    }

    // Also the pesos, which have the dollar's sign.
    private static let dollars: Set = [
        "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "CUP", "BBD", "BSD",
        "BZD", "BMD", "KYD", "XCD", "JMD", "TTD", "GYD", "SRD", "FJD", "SBD", "NAD", "LRD", "BND", "BRL", "NIO",
    ]
}
