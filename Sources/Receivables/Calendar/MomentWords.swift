/// Reads a day, a time, or both, in either order: `fri 10:30`, `Mon 9.30`, `2pm`, `14:30`, `tomorrow morning`,
/// `in an hour`, `9am on friday`.
///
/// A time alone is its next one on a day that is worked. An hour that no one would call at is not taken for
/// granted: `fri 2` is two in the afternoon, or in the night.
public struct MomentWords: Sendable {
    /// Reads the day among the words.
    public let days: DayWords
    /// On the clock on which the time is meant.
    public let now: LocalTime
    /// When calls are made on that clock.
    public let hours: Hours

    /// Creates a reader of days and times on one clock.
    public init(_ days: DayWords, now: LocalTime, hours: Hours) {
        self.days = days
        self.now = now
        self.hours = hours
    }

    private typealias Found = Result<(day: Day, time: TimeOfDay?, used: Int), DayProblem>

    /// The day, the time where one is named, and how many words they took.
    public func read(_ words: [Substring]) -> Result<(day: Day, time: TimeOfDay?, used: Int), DayProblem> {
        let lower = words.prefix(8).map { $0.lowercased() }
        if let moment = counted(lower) { return .success(moment) }
        if let (time, used) = part(lower[...].dropFirst(lower.first == "this" ? 1 : 0)), lower.first != "in" {
            return .success((days.today, time, lower.first == "this" ? used + 1 : used))
        }
        switch days.read(words) {
        case .success(let (day, used)): return timed(day, words, lower, used)
        case .failure(let problem): return timeFirst(words, lower) ?? .failure(problem)
        }
    }

    /// `in an hour`, `in 20 minutes`, `in half an hour`.
    private func counted(_ words: [String]) -> (day: Day, time: TimeOfDay?, used: Int)? {
        guard words.first == "in", words.count > 2 else { return nil }
        var (count, used) = (0, 0)
        if words.starts(with: ["in", "half", "an", "hour"]) {
            (count, used) = (30, 4)
        } else {
            guard let number = DayWords.count(words.dropFirst()), number.used + 1 < words.count else { return nil }
            used = number.used + 2
            switch words[number.used + 1] {
            case "h", "hr", "hrs", "hour", "hours": count = number.count * 60
            case "min", "mins", "minute", "minutes": count = number.count
            default: return nil
            }
        }
        let minutes = now.time.minutes + count
        return (now.day.advanced(by: minutes / 1440), TimeOfDay(minutes: minutes % 1440), used)
    }

    /// A time behind a day.
    private func timed(_ day: Day, _ words: [Substring], _ lower: [String], _ used: Int) -> Found {
        var place = used
        if place < lower.count, ["at", "around", "about", "@"].contains(lower[place]) { place += 1 }
        var isAfternoon = false
        if let (time, taken) = part(lower[place...]) {
            isAfternoon = time.minutes >= 12 * 60
            // `tomorrow morning 9:30`
            let next = place + taken
            guard MomentWords.clock(lower, at: next) != nil else { return .success((day, time, next)) }
            place = next
        }
        guard let (time, text, behind) = MomentWords.clock(lower, at: place) else { return .success((day, nil, used)) }
        guard let (first, other) = readings(of: time, text, isAfternoon: isAfternoon) else {
            return .success((day, time, behind))
        }
        guard let other else { return .success((day, first, behind)) }
        let typed = words.prefix(behind).joined(separator: " ")
        return .failure(.twoReadings(typed, [DayReading(day, first), DayReading(day, other)]))
    }

    /// `2pm`, `14:30`, `9am tomorrow`.
    private func timeFirst(_ words: [Substring], _ lower: [String]) -> Found? {
        let start = lower.first == "at" ? 1 : 0
        guard let (time, text, next) = MomentWords.clock(lower, at: start) else { return nil }
        var used = next
        var day: Day?
        let behind = used < lower.count && lower[used] == "on" ? used + 1 : used
        if case .success(let found) = days.read(Array(words.dropFirst(behind))),
            isDayBehindTime(lower.dropFirst(behind), found.used)
        {
            (day, used) = (found.day, behind + found.used)
        }
        let both = readings(of: time, text, isAfternoon: false)
        let first = both?.first ?? time
        let on = day ?? (first.minutes > now.time.minutes ? days.today : days.calendar.adding(1, to: days.today))
        guard let other = both?.other else { return .success((on, first, used)) }
        let typed = words.prefix(used).joined(separator: " ")
        return .failure(.twoReadings(typed, [DayReading(on, first), DayReading(on, other)]))
    }

    /// A time at a place, as one word or two (`3 pm`), and the place behind it.
    private static func clock(_ words: [String], at place: Int) -> (time: TimeOfDay, text: String, behind: Int)? {
        guard words.indices.contains(place) else { return nil }
        if place + 1 < words.count, ["am", "pm", "uhr"].contains(words[place + 1]) {
            let text = words[place] + words[place + 1]
            if let time = TimeOfDay(typed: text) { return (time, text, place + 2) }
        }
        return TimeOfDay(typed: words[place]).map { ($0, words[place], place + 1) }
    }

    /// Whether words behind a time are surely its day, not the beginning of what is to be said: `may`, `sun`, `now`.
    private func isDayBehindTime(_ words: ArraySlice<String>, _ used: Int) -> Bool {
        used > 1 || ["today", "tomorrow", "tmrw"].contains(words.first ?? "")
            || words.first.flatMap { DayWords.weekday($0) } != nil
    }

    /// `morning`, `afternoon`, `first thing`: when one would call.
    private func part(_ words: ArraySlice<String>) -> (TimeOfDay, used: Int)? {
        let words = Array(words)
        let skipped = words.starts(with: ["in", "the"]) ? 2 : 0
        let open = hours.from.minutes
        switch words.dropFirst(skipped).first {
        case "morning": return (TimeOfDay(minutes: max(open, 9 * 60)), skipped + 1)
        case "afternoon": return (TimeOfDay(minutes: max(open, 14 * 60)), skipped + 1)
        case "evening": return (TimeOfDay(minutes: max(open, 17 * 60)), skipped + 1)
        case "lunchtime": return (TimeOfDay(minutes: 12 * 60), skipped + 1)
        case "first" where words.dropFirst(skipped + 1).first == "thing": return (TimeOfDay(minutes: open), skipped + 2)
        default: return nil
        }
    }

    /// Of an hour from 1 to 6 on a clock of twelve, written without a zero in front, the one at which calls are made,
    /// and the other unless it was said which; nil where it can only be what it is.
    private func readings(
        of time: TimeOfDay, _ typed: String, isAfternoon: Bool
    ) -> (first: TimeOfDay, other: TimeOfDay?)? {
        let isClock = typed.allSatisfy { $0.isNumber || ":.".contains($0) } && !typed.hasPrefix("0")
        // Four digits and five letters name both halves of the day: 0230, 14:30.
        let isOfTwelve = typed.count < 4 || typed.count == 4 && !typed.allSatisfy(\.isNumber)
        guard isClock, isOfTwelve, (60..<7 * 60).contains(time.minutes), !hours.contain(time) else { return nil }
        let later = TimeOfDay(minutes: time.minutes + 720)
        guard hours.contain(later) else { return nil }
        return (later, isAfternoon ? nil : time)
    }
}
