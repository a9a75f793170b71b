/// Why words are no day.
public enum DayProblem: Error, Hashable, Sendable {
    case missing
    case unreadable(String)
    case noSuchDay(String)
    /// `3/4`: the third of April to some, the fourth of March to others. The words, and what they may mean.
    case twoReadings(String, [DayReading])
    case past(Day)
    /// More than a hundred years off.
    case far(Day)
    /// Where only a day gone by makes sense.
    case ahead(Day)
    /// The date named falls on another weekday than the one written before it.
    case otherWeekday(Day)
    /// The usual pay day of the customer isn't known.
    case noRun

    /// What is wrong with the words, as the caller reads it next to what they typed.
    public var sentence: String {
        switch self {
        case .missing: return "which day?"
        case .unreadable(let word): return "\u{201C}\(word)\u{201D} is no day: fri, 27 nov, 27.11, +3, next week, eom"
        case .noSuchDay(let word): return "there is no \(word)"
        case .twoReadings(let words, let readings):
            return "\(words): \(readings.map(\.shown).joined(separator: " or "))?"
        case .past(let day): return "\(day.full) is past"
        case .far(let day): return "\(day.full) is more than a hundred years off"
        case .ahead(let day): return "\(day.full) is still to come"
        case .otherWeekday(let day): return "\(day.long) is a \(day.weekday.rawValue.capitalizedFirst)"
        case .noRun: return "no usual pay day of theirs is known: name the day"
        }
    }
}

/// A day, perhaps with a time, as one of several readings of the same words.
public struct DayReading: Hashable, Sendable {
    /// The day of this reading.
    public var day: Day
    /// The time of this reading; nil where only the day is in question.
    public var time: TimeOfDay?

    /// Creates one reading of ambiguous words.
    public init(_ day: Day, _ time: TimeOfDay? = nil) {
        self.day = day
        self.time = time
    }

    /// `Fri 27 Nov 2026 14:00`
    public var shown: String { day.full + (time.map { " \($0.text)" } ?? "") }

    /// Words that mean it alone: `2026-11-27 14:00`.
    public var words: String { day.iso + (time.map { " \($0.text)" } ?? "") }
}
