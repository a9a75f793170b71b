/// A calendar date without a time zone: the number of days since 1 January 1970 (proleptic Gregorian).
public struct Day: Hashable, Sendable, Codable {
    /// Days since 1 January 1970; negative before it.
    public let number: Int32

    /// Creates a day from its number; every number is a day.
    public init(number: Int32) { self.number = number }

    /// The day of a date, or nil where there is no such date (30 February) or the year is outside 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(civilYear: year, month, day)
    }

    /// Days from civil (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private init(civilYear year: Int, _ month: Int, _ day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month (1…12) and day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The day of the week, from the proleptic Gregorian calendar.
    public var weekday: Weekday {
        // 1 January 1970 was a Thursday.
        Weekday.allCases[((Int(number) + 3) % 7 + 7) % 7]
    }

    /// The number of days in a month of a year.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: Comparable, Strideable {
    /// Whether the left day is earlier.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    /// Days from this day to the other one; negative if that is earlier.
    public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }
    /// Held at the ends of the calendar's 32 bits rather than wrapping: dates far out come from typos in extracts.
    public func advanced(by days: Int) -> Day { Day(number: Int32(clamping: Int(number) + days)) }
    /// The last that can be held.
    static var lastOfAll: Day { Day(number: .max) }
}

extension Day {
    /// The same day of the month, `months` later, held at the month's last day: 31 Jan + 1 = 28 or 29 Feb.
    ///
    /// - Parameters:
    ///   - months: how many; negative for earlier months.
    ///   - staysOnLastDay: a series that starts on a month's last day stays on last days.
    public func adding(months: Int, staysOnLastDay: Bool = false) -> Day {
        let (year, month, day) = civil
        let index = year * 12 + (month - 1) + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let last = Day.length(ofMonth: newMonth, year: newYear)
        let wasLast = day == Day.length(ofMonth: month, year: year)
        return Day(civilYear: newYear, newMonth, staysOnLastDay && wasLast ? last : min(day, last))
    }

    /// The first day of the same month.
    public var firstOfMonth: Day { advanced(by: 1 - civil.day) }

    /// The last day of the same month, 28 to 31.
    public var lastOfMonth: Day {
        let (year, month, day) = civil
        return advanced(by: Day.length(ofMonth: month, year: year) - day)
    }
}

/// A day of the week, Monday first.
public enum Weekday: String, CaseIterable, Sendable, Codable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// `Mon`, `Tue`, …
    public var short: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst().prefix(2) }
}
