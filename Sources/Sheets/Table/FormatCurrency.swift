/// Which money a number format shows.
enum FormatCurrency {
    /// A text that says it in a cell: a code of ISO 4217, or a sign that several currencies share.
    ///
    /// - Parameters:
    ///   - sign: what stands in the format.
    ///   - country: of the sign, as Windows counts languages (LCID), in hexadecimal: `409`; nil where the format names
    ///     none.
    /// - Returns: nil for a text that isn't known as money.
    static func text(for sign: String, country: String?) -> String? {
        let sign = String(sign.filter { !$0.isWhitespace && $0 != "." })
        if codes.contains(sign) { return sign }
        if let code = ofOne[sign] { return code }
        guard let shared = ofSeveral[sign] else { return nil }
        let place = country.flatMap { Int($0, radix: 16) }.map { $0 & 0xFFFF }
        return place.flatMap { shared.places[$0] } ?? shared.text
    }

    private static let codes: Set = [
        "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "RUB", "UAH",
        "CAD", "AUD", "NZD", "JPY", "CNY", "HKD", "SGD", "INR", "BRL", "MXN", "ARS", "CLP", "COP", "ZAR", "ILS", "AED",
        "SAR", "KRW", "THB", "MYR", "IDR", "PHP", "VND", "TWD", "EGP", "NGN", "KES", "MAD", "TND",
    ]

    private static let ofOne = [
        "€": "EUR", "£": "GBP", "₹": "INR", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "₩": "KRW", "₺": "TRY", "₽": "RUB",
        "₪": "ILS", "฿": "THB", "R$": "BRL", "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD",
        "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "₫": "VND", "₱": "PHP", "₴": "UAH", "лв": "BGN",
        "lei": "RON", "SFr": "CHF",
    ]

    private static let ofSeveral: [String: (text: String, places: [Int: String])] = [
        "$": (
            "$",
            [
                0x409: "USD", 0x540A: "USD", 0xC0C: "CAD", 0x1009: "CAD", 0xC09: "AUD", 0x1409: "NZD", 0x4809: "SGD",
                0x1004: "SGD", 0xC04: "HKD", 0x404: "TWD", 0x80A: "MXN", 0x2C0A: "ARS", 0x340A: "CLP", 0x240A: "COP",
            ]
        ),
        "¥": ("¥", [0x411: "JPY", 0x804: "CNY"]), "￥": ("¥", [0x411: "JPY", 0x804: "CNY"]),
        "kr": ("kr", [0x41D: "SEK", 0x406: "DKK", 0x414: "NOK", 0x814: "NOK", 0x40F: "ISK"]),
        "Fr": ("Fr", [0x807: "CHF", 0x100C: "CHF", 0x810: "CHF"]),
        "R": ("ZAR", [:]),
    ]
}
