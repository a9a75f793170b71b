/// Why words are no day.
public enum DayProblem: Error, Hashable, Sendable {
    case missing
    case unreadable(String)
    case noSuchDay(String)
    /// `3/4`: the third of April to some, the fourth of March to others.
    case twoReadings(Int, Int)
    case past(Day)
    /// Where only a day gone by makes sense.
    case ahead(Day)
    /// The date named falls on another weekday than the one written before it.
    case otherWeekday(Day)

    public var sentence: String {
        switch self {
        case .missing: return "which day?"
        case .unreadable(let word): return "\u{201C}\(word)\u{201D} is no day: fri, 27 nov, 27.11, +3, eom"
        case .noSuchDay(let word): return "there is no \(word)"
        case .twoReadings(let first, let second):
            let names = Day.monthNames
            return "\(first)/\(second): \(first) \(names[second - 1]) or \(second) \(names[first - 1])?"
        case .past(let day): return "\(day.long) is past"
        case .ahead(let day): return "\(day.long) is still to come"
        case .otherWeekday(let day): return "\(day.long) is a \(day.weekday.rawValue.prefix(1).uppercased())\(day.weekday.rawValue.dropFirst())"
        }
    }
}
