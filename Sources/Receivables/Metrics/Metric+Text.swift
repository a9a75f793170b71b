extension Metric.Value {
    /// The value as a person reads it; nil where there is none.
    public var text: String? {
        switch self {
        case .money(let money): money.grouped
        case .count(let count): "\(count)"
        case .days(let figure): figure.value.map { Metric.Value.rounded($0, decimals: 2) }
        case .percent(let figure): figure.value.map { Metric.Value.rounded($0, decimals: 1) + " %" }
        case .index(let figure): figure.value.map { Metric.Value.rounded($0, decimals: 1) }
        case .times(let figure): figure.value.map { Metric.Value.rounded($0, decimals: 2) }
        case .rate(let rate):
            rate.whole == 0
                ? nil
                : rate.isOfFew
                    ? "\(rate.part) of \(rate.whole)"
                    : rate.figure.value.map { Metric.Value.rounded($0 * 100, decimals: 1) + " %" }
        case .unknown: nil
        }
    }

    /// Why there is no value.
    public var reason: NoFigure? {
        switch self {
        case .money, .count: nil
        case .days(let figure), .percent(let figure), .times(let figure), .index(let figure): figure.reason
        case .rate(let rate): rate.figure.reason
        case .unknown(let reason): reason
        }
    }

    /// A number with so many decimals, rounded half away from zero.
    public static func rounded(_ value: Double, decimals: Int) -> String {
        var unit: Int64 = 1
        for _ in 0..<decimals { unit *= 10 }
        let scaled = (value * Double(unit)).rounded()
        guard abs(scaled) < 9e15 else { return "\(value)" }
        let magnitude = Int64(abs(scaled))
        let fraction = String(magnitude % unit)
        let sign = scaled < 0 ? "-" : ""
        guard decimals > 0 else { return sign + "\(magnitude)" }
        return sign + "\(magnitude / unit)." + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
    }
}
