/// The order of day, month and year in dates of numbers alone.
public enum DateOrder: String, Sendable, Hashable, CaseIterable, Codable {
    case dayMonthYear = "dmy"
    case monthDayYear = "mdy"
    case yearMonthDay = "ymd"

    /// `day/month/year`.
    public var words: String {
        switch self {
        case .dayMonthYear: "day/month/year"
        case .monthDayYear: "month/day/year"
        case .yearMonthDay: "year/month/day"
        }
    }

    /// Whether the month stands before the day.
    public var hasMonthFirst: Bool { self != .dayMonthYear }
}

extension Rules {
    /// The order in which people at the desk write dates such as 5/12: as the rules say, else by the book's country,
    /// else by the desk's zone; nil where none of them tells.
    public var dateOrder: DateOrder? {
        if let dates { return dates }
        if !region.isEmpty { return DateOrder.ofCountry(region) }
        return DateOrder.ofZone(zone)
    }
}

extension DateOrder {
    /// Unicode CLDR: who writes the month first, and who the year; nearly all others write the day first. Canada
    /// writes it in all three ways.
    fileprivate static func ofCountry(_ country: String) -> DateOrder? {
        switch country {
        case "US", "PR", "GU", "VI", "AS", "MP", "PH", "FM", "MH", "PW": .monthDayYear
        case "CN", "JP", "KR", "TW", "HU", "LT", "MN": .yearMonthDay
        case "CA": nil
        default: .dayMonthYear
        }
    }

    /// Europe and Africa write the day first. Of America only the zones of the United States are sure.
    fileprivate static func ofZone(_ zone: String) -> DateOrder? {
        switch zone {
        case "Europe/Budapest", "Europe/Vilnius": return .yearMonthDay
        case "America/New_York", "America/Detroit", "America/Chicago", "America/Denver", "America/Boise",
            "America/Phoenix",
            "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu":
            return .monthDayYear
        case "Pacific/Auckland", "Asia/Kolkata", "Asia/Dubai", "Asia/Singapore": return .dayMonthYear
        default: break
        }
        if ["US/", "America/Indiana/", "America/Kentucky/"].contains(where: { zone.hasPrefix($0) }) {
            return .monthDayYear
        }
        let dayFirst = ["Europe/", "Africa/", "Australia/"].contains { zone.hasPrefix($0) }
        return dayFirst ? .dayMonthYear : nil
    }
}
