/// Which days are worked: everything but weekends and holidays.
public struct BusinessCalendar: Hashable, Sendable {
    /// A bit for each weekday that is not worked, Monday's lowest: a ranking asks this millions of times.
    private var off: UInt8
    /// Days that aren't worked although their weekday is.
    public var holidays: Set<Day>

    /// Creates a calendar. A weekend of all seven days counts as none, so that there is always a next business day.
    public init(weekend: Set<Weekday> = [.saturday, .sunday], holidays: Set<Day> = []) {
        let off = weekend.reduce(UInt8(0)) { $0 | $1.bit }
        // A calendar without a working day would make "the next business day" unanswerable.
        self.off = off == 0b111_1111 ? 0 : off
        self.holidays = holidays
    }

    /// The weekdays that aren't worked.
    public var weekend: Set<Weekday> { Set(Weekday.allCases.filter { off & $0.bit != 0 }) }

    /// Whether the day is worked: no weekend and no holiday.
    public func isBusinessDay(_ day: Day) -> Bool {
        off & day.weekday.bit == 0 && !holidays.contains(day)
    }

    /// The day itself if it is worked, else the next that is.
    public func onOrAfter(_ day: Day) -> Day {
        var candidate = day
        // Holidays are a finite set, so this ends.
        while !isBusinessDay(candidate) { candidate = candidate.advanced(by: 1) }
        return candidate
    }

    /// The day that lies `count` business days after `day` (which need not be one itself).
    public func adding(_ count: Int, to day: Day) -> Day {
        var candidate = day
        for _ in 0..<max(0, count) { candidate = onOrAfter(candidate.advanced(by: 1)) }
        return candidate
    }

    /// The last business day before `day`.
    public func before(_ day: Day) -> Day {
        var candidate = day.advanced(by: -1)
        while !isBusinessDay(candidate) { candidate = candidate.advanced(by: -1) }
        return candidate
    }
}

extension BusinessCalendar: Codable {
    private enum CodingKeys: String, CodingKey { case weekend, holidays }

    /// Decodes the weekend and the holidays.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            weekend: try values.decode(Set<Weekday>.self, forKey: .weekend),
            holidays: try values.decode(Set<Day>.self, forKey: .holidays))
    }

    /// Encodes the weekend and the holidays.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(weekend, forKey: .weekend)
        try values.encode(holidays, forKey: .holidays)
    }
}

extension Weekday {
    fileprivate var bit: UInt8 {
        switch self {
        case .monday: 1
        case .tuesday: 2
        case .wednesday: 4
        case .thursday: 8
        case .friday: 16
        case .saturday: 32
        case .sunday: 64
        }
    }
}
