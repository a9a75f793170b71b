/// A behaviour in a few dozen bytes, so that a ranking reads what the last import worked out.
///
/// Whole numbers with commas between them; a missing one is empty. The first is the version of the form.
extension Behaviour {
    private static let version = 1

    /// The figures as whole numbers with commas between them, as a book keeps them; empty without payments.
    public var packed: String {
        guard isKnown else { return "" }
        func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
        let fields =
            [
                Behaviour.version, payments, evidence, signedLate, late, spread, shareLate, trend, Int(largest),
                last.map { Int($0.day.number) }, last.map { Int($0.due.number) }, last.map { Int($0.amount) },
                usualWeekday.flatMap { Weekday.allCases.firstIndex(of: $0) }, usualDayOfMonth,
            ] + quarters
        return fields.map(number).joined(separator: ",")
    }

    /// Reads what `packed` wrote; anything else is an unknown behaviour, to be computed again.
    ///
    /// - Parameters:
    ///   - bytes: the text in UTF-8.
    ///   - withQuarters: also what only the account's own page shows.
    public init(packed bytes: UnsafeBufferPointer<UInt8>, withQuarters: Bool = true) {
        var reader = NumberReader(bytes: bytes)
        guard reader.next() == Behaviour.version, let payments = reader.next() else {
            self = .unknown
            return
        }
        self.init(
            payments: payments, evidence: reader.next() ?? 0, signedLate: reader.next() ?? 0, late: reader.next() ?? 0,
            spread: reader.next() ?? 0, shareLate: reader.next() ?? 0, trend: reader.next(),
            largest: Int64(reader.next() ?? 0), last: reader.payment(),
            usualWeekday: reader.next().flatMap { Weekday.allCases.indices.contains($0) ? Weekday.allCases[$0] : nil },
            usualDayOfMonth: reader.next(), quarters: withQuarters ? reader.rest() : [])
    }

    /// Reads what `packed` wrote; anything else is `.unknown`.
    public init(packed text: String) {
        var text = text
        self = text.withUTF8 { Behaviour(packed: $0) }
    }
}

/// Reads comma-separated whole numbers.
private struct NumberReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next number, or nil where there is none.
    mutating func next() -> Int? {
        var value = 0
        var negative = false
        var found = false
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case 0x2C: return found ? (negative ? -value : value) : nil
            case 0x2D: negative = true
            default:
                found = true
                value = value &* 10 &+ Int(byte &- 0x30)
            }
        }
        return found ? (negative ? -value : value) : nil
    }

    mutating func payment() -> Payment? {
        let (day, due, amount) = (next(), next(), next())
        guard let day, let due, let amount else { return nil }
        return Payment(
            day: Day(number: Int32(clamping: day)), due: Day(number: Int32(clamping: due)), amount: Int64(amount))
    }

    mutating func rest() -> [Int?] {
        var numbers: [Int?] = []
        numbers.reserveCapacity(8)
        while place < bytes.count { numbers.append(next()) }
        return numbers
    }
}
