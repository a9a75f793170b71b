/// How many payments came how many days after their due day: a rising list of days with a count for each.
///
/// Days are negative for what came early. The list stays short however many payments there were, so it can be kept
/// with an account and read for every ranking.
public struct DelayCounts: Hashable, Sendable {
    /// Rising, each once.
    public private(set) var days: [Int32] = []
    /// Above zero, one for each of `days`.
    public private(set) var counts: [Int32] = []

    /// Creates an empty list.
    public init() {}

    /// - Parameter delays: days late in any order.
    public init(_ delays: some Sequence<Int>) {
        for delay in delays.lazy.map({ Int32(clamping: $0) }).sorted() {
            if days.last == delay { counts[counts.count - 1] += 1 } else { append(delay, 1) }
        }
    }

    /// - Parameter pairs: day and count in turn, days rising.
    init?(pairs: [Int]) {
        guard pairs.count.isMultiple(of: 2) else { return nil }
        for place in stride(from: 0, to: pairs.count, by: 2) {
            append(Int32(clamping: pairs[place]), Int32(clamping: pairs[place + 1]))
        }
    }

    /// Whether no payment is counted.
    public var isEmpty: Bool { days.isEmpty }
    /// How many payments are counted in all.
    public var total: Int { counts.reduce(0) { $0 + Int($1) } }

    mutating func reserveCapacity(_ count: Int) {
        days.reserveCapacity(count)
        counts.reserveCapacity(count)
    }

    mutating func append(_ day: Int32, _ count: Int32) {
        days.append(day)
        counts.append(count)
    }

    /// Both lists as one.
    public func merged(with other: DelayCounts) -> DelayCounts {
        if other.isEmpty { return self }
        if isEmpty { return other }
        var merged = DelayCounts()
        merged.days.reserveCapacity(days.count + other.days.count)
        merged.counts.reserveCapacity(days.count + other.days.count)
        var (left, right) = (0, 0)
        while left < days.count || right < other.days.count {
            let day = min(left < days.count ? days[left] : .max, right < other.days.count ? other.days[right] : .max)
            var count: Int32 = 0
            if left < days.count, days[left] == day {
                count += counts[left]
                left += 1
            }
            if right < other.days.count, other.days[right] == day {
                count += other.counts[right]
                right += 1
            }
            merged.append(day, count)
        }
        return merged
    }

    /// `day,count,day,count`
    var packed: String {
        zip(days, counts).map { "\($0),\($1)" }.joined(separator: ",")
    }
}

extension DelayCounts: Codable {
    /// Decodes days and counts in turn.
    ///
    /// - Throws: `DecodingError.dataCorrupted` unless the days rise and every day has a count.
    public init(from decoder: any Decoder) throws {
        let numbers = try decoder.singleValueContainer().decode([Int].self)
        guard let counts = DelayCounts(pairs: numbers) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "days and counts in turn"))
        }
        self = counts
    }

    /// Encodes days and counts in turn, as one list of numbers.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(zip(days, counts).flatMap { [Int($0), Int($1)] })
    }
}

/// Adds many lists up, in whatever order they come.
public struct DelayTotals: Sendable {
    /// By days late from `usual.lowerBound` on: most payments come within these.
    private var sums = [Int32](repeating: 0, count: DelayTotals.usual.count)
    private var others: [Int32: Int32] = [:]

    private static let usual: Range<Int32> = -400..<2_000

    /// Creates totals of nothing.
    public init() {}

    /// Adds every count of a list.
    public mutating func add(_ delays: DelayCounts) {
        for place in delays.days.indices { add(delays.days[place], delays.counts[place]) }
    }

    /// Adds payments (or items) of one number of days late.
    public mutating func add(day: Int, count: Int = 1) {
        add(Int32(clamping: day), Int32(clamping: count))
    }

    private mutating func add(_ day: Int32, _ count: Int32) {
        if DelayTotals.usual.contains(day) {
            sums[Int(day - DelayTotals.usual.lowerBound)] += count
        } else {
            others[day, default: 0] += count
        }
    }

    /// Adds what another collected.
    public mutating func merge(_ other: DelayTotals) {
        for place in sums.indices { sums[place] += other.sums[place] }
        others.merge(other.others, uniquingKeysWith: +)
    }

    /// All that was added up, days rising.
    public var counts: DelayCounts {
        let usual = sums.indices.map { (DelayTotals.usual.lowerBound + Int32($0), sums[$0]) }
        var counts = DelayCounts()
        for (day, count) in (usual + others.map { ($0.key, $0.value) }).sorted(by: { $0.0 < $1.0 }) where count > 0 {
            counts.append(day, count)
        }
        return counts
    }
}
