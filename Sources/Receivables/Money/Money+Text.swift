extension Money {
    /// The amount as plain decimal text, as JSON and CSV carry it: `-1234.50`, `1500` (JPY), `12.345` (KWD).
    public var decimal: String { decimalText(grouping: "") }

    /// The amount as a person reads it, with thousands marked: `1,234.50`.
    public var grouped: String { decimalText(grouping: ",") }

    /// The amount rounded half-up to whole major units and grouped, for narrow columns: `1,235`.
    public var roundedToMajor: String {
        let unit = currency.minorPerMajor
        guard unit > 1 else { return grouped }
        let magnitude = minor.magnitude
        let whole = magnitude / UInt64(unit) + (magnitude % UInt64(unit) >= UInt64(unit / 2) ? 1 : 0)
        return (minor < 0 && whole > 0 ? "-" : "") + Money.digits(of: whole, grouping: ",")
    }

    /// Grouped, with its currency: `1,234.50 GBP`.
    public var withCurrency: String { grouped + " " + currency.code }

    private func decimalText(grouping: String) -> String {
        let unit = UInt64(currency.minorPerMajor)
        let magnitude = minor.magnitude
        let sign = minor < 0 ? "-" : ""
        let whole = sign + Money.digits(of: magnitude / unit, grouping: grouping)
        guard unit > 1 else { return whole }
        let fraction = String(magnitude % unit)
        return whole + "." + String(repeating: "0", count: currency.exponent - fraction.utf8.count) + fraction
    }

    private static func digits(of number: UInt64, grouping: String) -> String {
        let plain = String(number)
        guard !grouping.isEmpty, plain.utf8.count > 3 else { return plain }
        var text = ""
        for (place, digit) in plain.enumerated() {
            if place > 0, (plain.utf8.count - place) % 3 == 0 { text += grouping }
            text.append(digit)
        }
        return text
    }
}

extension Money {
    /// Reads plain decimal text (`-1234.5`), rounding half-up (away from zero) at the currency's exponent.
    ///
    /// - Returns: the amount and whether digits were rounded away, or nil where the text is no plain
    ///   decimal number or does not fit. Conventions of other places (`1.234,50`, `(12)`) are the
    ///   importer's business; this reads what Duly itself writes and what people type.
    public static func reading(_ text: some StringProtocol, in currency: Currency) -> (money: Money, rounded: Bool)? {
        var digits: Int64 = 0
        var decimals: Int?
        var negative = false
        var seenDigit = false
        var roundUp = false
        var rounded = false
        let exponent = currency.exponent
        for (place, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x2D where place == 0: negative = true
            case 0x2B where place == 0: break
            case 0x2E where decimals == nil: decimals = 0
            case 0x30...0x39:
                seenDigit = true
                let digit = Int64(byte - 0x30)
                if let count = decimals {
                    decimals = count + 1
                    if count == exponent { roundUp = digit >= 5 }
                    if count >= exponent {
                        rounded = rounded || digit != 0
                        continue
                    }
                }
                let (tens, tooBig) = digits.multipliedReportingOverflow(by: 10)
                let (next, tooBigYet) = tens.addingReportingOverflow(digit)
                guard !tooBig, !tooBigYet else { return nil }
                digits = next
            default: return nil
            }
        }
        guard seenDigit else { return nil }
        var missing = exponent - min(decimals ?? 0, exponent)
        while missing > 0 {
            let (tens, tooBig) = digits.multipliedReportingOverflow(by: 10)
            guard !tooBig else { return nil }
            digits = tens
            missing -= 1
        }
        if roundUp {
            let (next, tooBig) = digits.addingReportingOverflow(1)
            guard !tooBig else { return nil }
            digits = next
        }
        return (Money(minor: negative ? -digits : digits, currency), rounded)
    }
}
