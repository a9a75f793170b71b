/// How late an account's payments came: the evidence for how long an open item stays unpaid (DOMAIN.md §3).
///
/// Payments of the newest month stand apart. The portfolio's table leaves out the current month, so it can be added
/// up from what is kept with the accounts.
public struct PaymentHistory: Hashable, Sendable {
    /// Payments before `month`.
    public private(set) var older = DelayCounts()
    /// The first day of the month of the newest payment; nil without payments.
    public private(set) var month: Day?
    /// Payments since `month`.
    public private(set) var recent = DelayCounts()
    /// The days of the oldest and the newest payment.
    public private(set) var first: Day?
    /// The day of the newest payment; nil without payments.
    public private(set) var last: Day?
    /// The newest payment that went back.
    public private(set) var returned: ReturnedPayment?

    /// Creates the history of an account without payments.
    public init() {}

    /// Counts an account's payments by days late.
    ///
    /// - Parameters:
    ///   - payments: all of the account's, in any order; amounts below zero are payments that went back.
    ///   - returned: the newest payment that went back; nil where none did.
    public init(of payments: [Payment], returned: ReturnedPayment? = nil) {
        self.returned = returned
        let counted = PaymentHistory.withoutReturned(payments)
        guard let newest = counted.map(\.day).max() else { return }
        let start = newest.firstOfMonth
        first = counted.map(\.day).min()
        last = newest
        month = start
        older = DelayCounts(counted.lazy.filter { $0.day < start }.map(\.daysLate))
        recent = DelayCounts(counted.lazy.filter { $0.day >= start }.map(\.daysLate))
    }

    /// A payment that went back is no evidence; nor is the one that it undoes.
    private static func withoutReturned(_ payments: [Payment]) -> [Payment] {
        guard payments.contains(where: { $0.amount < 0 }) else { return payments.filter { $0.amount > 0 } }
        var left = payments.filter { $0.amount > 0 }
        for back in payments where back.amount < 0 {
            let undone = left.lastIndex { $0.amount == 0 - back.amount && $0.due == back.due && $0.day <= back.day }
            if let undone { left.remove(at: undone) }
        }
        return left
    }

    /// All payments, old and new.
    public var all: DelayCounts { older.merged(with: recent) }

    /// Payments dated before a month began.
    public func before(_ month: Day) -> DelayCounts {
        guard let own = self.month else { return DelayCounts() }
        return own < month ? all : older
    }

    /// Whether no payment is known.
    public var isEmpty: Bool { month == nil }

    // MARK: As it is kept with the account

    private static let version = 1

    /// `1;MONTH;FIRST;LAST;RETURNED;older;recent` in whole numbers; empty where there is nothing.
    public var packed: String {
        guard !isEmpty || returned != nil else { return "" }
        let back = returned.map { "\($0.day.number),\($0.amount.minor),\($0.amount.currency.code)" } ?? ""
        let days = [month, first, last].map { $0.map { String($0.number) } ?? "" }.joined(separator: ";")
        return "\(PaymentHistory.version);\(days);\(back);\(older.packed);\(recent.packed)"
    }

    /// Reads what `packed` wrote; anything else is an empty history.
    public init(packed bytes: UnsafeBufferPointer<UInt8>) {
        var reader = PackedReader(bytes: bytes)
        guard reader.number() == PaymentHistory.version else { return }
        month = reader.number().map { Day(number: Int32(clamping: $0)) }
        first = reader.number().map { Day(number: Int32(clamping: $0)) }
        last = reader.number().map { Day(number: Int32(clamping: $0)) }
        returned = reader.returned()
        older = reader.counts()
        recent = reader.counts()
    }

    /// Reads what `packed` wrote; anything else is an empty history.
    public init(packed text: String) {
        var text = text
        self = text.withUTF8 { PaymentHistory(packed: $0) }
    }
}

/// A payment that the bank or the customer took back.
public struct ReturnedPayment: Hashable, Sendable {
    /// The day on which the money went back.
    public var day: Day
    /// Above zero.
    public var amount: Money

    /// Creates a returned payment; the amount must be above zero.
    public init(day: Day, amount: Money) {
        self.day = day
        self.amount = amount
    }
}

/// Reads fields that end with `;`, byte by byte: a ranking reads a hundred thousand of these.
private struct PackedReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The field's number; nil for an empty field.
    mutating func number() -> Int? {
        let first = next()
        while case .comma = end { _ = next() }
        return first
    }

    mutating func counts() -> DelayCounts {
        var counts = DelayCounts()
        counts.reserveCapacity(pairsAhead)
        repeat {
            let day = next()
            guard case .comma = end else { break }
            let count = next()
            if let day, let count { counts.append(Int32(clamping: day), Int32(clamping: count)) }
        } while end == .comma
        return counts
    }

    mutating func returned() -> ReturnedPayment? {
        let start = place
        while place < bytes.count, bytes[place] != 0x3B { place += 1 }
        let field = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
        place += 1
        let parts = field.split(separator: ",")
        guard parts.count == 3, let day = Int32(parts[0]), let minor = Int64(parts[1]),
            let currency = Currency(String(parts[2]))
        else { return nil }
        return ReturnedPayment(day: Day(number: day), amount: Money(minor: minor, currency))
    }

    /// How the number read last ended.
    private enum End { case comma, field }
    private var end = End.field

    /// The next number of the field; nil where none stands there.
    private mutating func next() -> Int? {
        var (value, isNegative, isThere) = (0, false, false)
        end = .field
        reading: while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case 0x30...0x39:
                isThere = true
                value = value &* 10 &+ Int(byte &- 0x30)
            case 0x2C:
                end = .comma
                break reading
            case 0x2D: isNegative = true
            default: break reading
            }
        }
        return isThere ? (isNegative ? -value : value) : nil
    }

    /// How many days with their counts are left in the field, at most.
    private var pairsAhead: Int {
        var commas = 0
        for place in place..<max(place, bytes.count) {
            if bytes[place] == 0x3B { break }
            if bytes[place] == 0x2C { commas += 1 }
        }
        return (commas + 1) / 2
    }
}
