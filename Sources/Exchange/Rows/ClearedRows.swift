import Receivables

/// Bookings that were settled against each other, and so are left out.
struct ClearedRows {
    private var count = 0
    private var firstLine = 0
    private var sums: [Currency: Int64] = [:]

    mutating func add(_ amount: Int64, _ currency: Currency, line: Int) {
        if count == 0 { firstLine = line }
        count += 1
        sums[currency] = sums[currency, default: 0].saturatingAdd(amount)
    }

    /// - Parameter column: the one with the marks, by its header.
    func notice(column: String) -> String? {
        guard count > 0 else { return nil }
        let words = count == 1 ? "1 row is marked" : "\(count) rows are marked"
        let left = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { Money(minor: $1, $0).withCurrency }
        let rest =
            left.isEmpty
            ? "they add up to zero"
            : "they add up to \(left.joined(separator: ", ")), not to zero: check that none is still owed"
        return "\(column): \(words) as settled and left out (first on line \(firstLine)); \(rest)"
    }
}
