/// The score of a call: 100 × log₂(1 + worth × factors), with the worth in whole units of the base currency × days.
///
/// A monotone function of both, so that the order is that of the worth times its factors; a hundred points more are
/// twice as much. Equal scores go by money.
public enum Score {
    /// - Parameters:
    ///   - worth: in minor units of the base currency × days.
    ///   - product: of the factors, in hundredths.
    ///   - currencyUnit: minor units in one unit of the base currency.
    public static func of(_ worth: Int64, product: Int, currencyUnit: Int64) -> Int {
        let units = Double(max(worth, 0)) / Double(currencyUnit) * (Double(product) / 100)
        return Int(doublings(1 + units) * 100)
    }
}

/// How often 1 must be doubled to reach x ≥ 1, linear between powers of two: log₂ without a logarithm, and so
/// the same on every machine.
func doublings(_ x: Double) -> Double { Double(x.exponent) + x.significand - 1 }
