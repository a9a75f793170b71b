/// A moment in UTC, in milliseconds since 1970.
public struct Instant: Hashable, Sendable, Comparable, Codable {
    /// Milliseconds since 1 January 1970, UTC.
    public let milliseconds: Int64

    /// Creates an instant from milliseconds since 1970, UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Whether the left instant is earlier.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// The instant so many seconds later; earlier if they are negative.
    public func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }

    /// The wall clock that stands `offset` seconds east of UTC at this moment.
    public func local(offset: Int) -> LocalTime {
        let seconds = milliseconds.flooredDivision(by: 1000) + Int64(offset)
        let day = seconds.flooredDivision(by: 86_400)
        return LocalTime(
            day: Day(number: Int32(clamping: day)),
            time: TimeOfDay(minutes: Int((seconds - day * 86_400) / 60)))
    }
}

/// A day and a time on some wall clock; which clock is the holder's business.
public struct LocalTime: Hashable, Sendable, Codable, Comparable {
    /// The date that the clock shows.
    public var day: Day
    /// The time that the clock shows.
    public var time: TimeOfDay

    /// Creates a time on some wall clock.
    public init(day: Day, time: TimeOfDay) {
        self.day = day
        self.time = time
    }

    /// Whether the left time is earlier; of use only between times of the same clock.
    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.day, left.time.minutes) < (right.day, right.time.minutes)
    }

    /// The instant at which a clock `offset` seconds east of UTC shows this.
    public func instant(offset: Int) -> Instant {
        Instant(milliseconds: (Int64(day.number) * 86_400 + Int64(time.minutes) * 60 - Int64(offset)) * 1000)
    }
}

/// Minutes since midnight on a wall clock, 0…1439.
public struct TimeOfDay: Hashable, Sendable, Codable {
    /// Minutes since midnight, 0…1439.
    public let minutes: Int

    /// Creates a time from minutes since midnight, held within 0…1439.
    public init(minutes: Int) { self.minutes = min(max(minutes, 0), 1439) }

    /// Creates a time of hour (0…23) and minute (0…59); nil for anything else.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    /// Reads `9`, `9:05`, `09:05`, `0905`, `14.30`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." })
        guard text.utf8.allSatisfy({ (0x30...0x3A).contains($0) || $0 == 0x2E }) else { return nil }
        switch parts.count {
        case 1 where text.utf8.count == 4:
            guard let hour = Int(text.prefix(2)), let minute = Int(text.suffix(2)) else { return nil }
            self.init(hour: hour, minute: minute)
        case 1:
            guard let hour = Int(parts[0]) else { return nil }
            self.init(hour: hour, minute: 0)
        case 2:
            guard let hour = Int(parts[0]), let minute = Int(parts[1]), parts[1].utf8.count == 2 else { return nil }
            self.init(hour: hour, minute: minute)
        default: return nil
        }
    }

    /// `09:05`.
    public var text: String { Day.padded(minutes / 60, 2) + ":" + Day.padded(minutes % 60, 2) }
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
