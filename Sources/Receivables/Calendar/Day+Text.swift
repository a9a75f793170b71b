extension Day {
    /// ISO 8601: `2026-11-24`.
    public var iso: String {
        let (year, month, day) = civil
        return Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
    }

    /// Reads `2026-11-24`, and nothing else.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Int(text.prefix(4)), let month = Int(text.dropFirst(5).prefix(2)),
            let day = Int(text.suffix(2))
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// As a person reads it next to other days of the same weeks: `Tue 24 Nov`.
    public var short: String {
        let (_, month, day) = civil
        return "\(weekday.short) \(day) \(Day.monthNames[month - 1])"
    }

    /// `Tue 24 Nov 2026`: what a day that somebody typed was read as.
    public var full: String { "\(short) \(civil.year)" }

    /// `Tue 24 Nov`, with the year where it differs from that of another day.
    public func short(today: Day) -> String { civil.year == today.civil.year ? short : full }

    /// `24 Nov 2026`.
    public var long: String {
        let (year, month, day) = civil
        return "\(day) \(Day.monthNames[month - 1]) \(year)"
    }

    /// `Fri 11 Sep`; far back the year instead of the weekday: `11 Sep 2024`.
    public func plain(today: Day) -> String { distance(to: today) > 300 ? brief(today: today) : short }

    /// `24 Nov`, with the year where it differs from that of `today`.
    public func brief(today: Day) -> String {
        let (year, month, day) = civil
        let name = "\(day) \(Day.monthNames[month - 1])"
        return year == today.civil.year ? name : "\(name) \(year)"
    }

    /// English three-letter names, January first.
    public static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

extension Day: CustomStringConvertible {
    /// ISO 8601, such as `2026-11-24`.
    public var description: String { iso }
}
