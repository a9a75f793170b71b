import Receivables

/// An amount as its cell has it: digits, sign and unit, before a currency gives it an exponent.
struct ScannedAmount {
    /// The digits without sign and separators, and how many of them are decimals.
    var digits: UInt64 = 0
    var decimals = 0
    /// Decimals beyond what 64 bits hold were other than zero.
    var isCut = false
    var isNegative = false
    var isScientific = false
    /// `Dr` or `Cr` gave the sign.
    var isDebitOrCredit = false
    /// The currency that the cell itself names.
    var unit: Currency?
    /// A sign of the cell that stands for several currencies.
    var sign: CurrencySign?

    /// Whether it may be an amount of a currency.
    func fits(_ currency: Currency) -> Bool {
        if let unit { return unit == currency }
        return sign.map { $0.currencies.contains(currency.code) } ?? true
    }

    /// No customer owes more; what is larger is a misread number (DOMAIN.md §1: an error, never a wrap).
    static let largest: Int64 = 100_000_000_000_000_000

    /// Minor units of a currency with `exponent` decimals, rounded half-up (away from zero), and whether
    /// that lost digits; nil where the amount is too large.
    @inline(__always)
    func minor(exponent: Int) -> (amount: Int64, isRounded: Bool)? {
        var value = digits
        var isRounded = isCut
        if decimals <= exponent {
            guard exponent - decimals < 20 else { return digits == 0 ? (0, false) : nil }
            for _ in 0..<(exponent - decimals) {
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                value = product
            }
        } else {
            var last: UInt64 = 0
            for _ in 0..<min(decimals - exponent, 20) {
                isRounded = isRounded || last != 0
                (value, last) = value.quotientAndRemainder(dividingBy: 10)
            }
            isRounded = isRounded || last != 0
            if last >= 5 { value += 1 }
        }
        guard value <= UInt64(ScannedAmount.largest) else { return nil }
        return (isNegative ? -Int64(value) : Int64(value), isRounded)
    }
}

/// Why a cell holds no amount.
enum AmountProblem: Error {
    case blank
    case notANumber
}
