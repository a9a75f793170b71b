/// Reads a day as people type it at the beginning of some words: `fri`, `tomorrow`, `27.11`, `27 nov`, `+3`,
/// `in 2 weeks`, `2026-12-01`, `eom`.
///
/// A date without a year is the next one that has such a date; a weekday is the next one after today. Looking back
/// (`we paid on Thursday`) it is the last one, up to today, and `yesterday` is a day.
public struct DayWords: Sendable {
    public let today: Day
    public let calendar: BusinessCalendar
    /// The day meant is not ahead of today.
    public let looksBack: Bool

    public init(today: Day, calendar: BusinessCalendar, looksBack: Bool = false) {
        self.today = today
        self.calendar = calendar
        self.looksBack = looksBack
    }

    /// The day, and how many words it took.
    public func read(_ words: [Substring]) -> Result<(day: Day, used: Int), DayProblem> {
        guard let first = words.first else { return .failure(.missing) }
        let lower = words.prefix(4).map { $0.lowercased() }
        if let found = named(lower) ?? counted(lower) { return .success(found) }
        if let weekday = DayWords.weekday(lower[0]) { return onWeekday(weekday, Array(lower.dropFirst())) }
        if let day = Day(iso: lower[0]) { return notAside(day, 1) }
        if DayWords.isShapedLikeISO(lower[0]) { return .failure(.noSuchDay(lower[0])) }
        return dated(lower, first)
    }

    // MARK: Words

    private func named(_ words: [String]) -> (day: Day, used: Int)? {
        switch words[0] {
        case "today", "tod": (today, 1)
        case "yesterday" where looksBack: (today.advanced(by: -1), 1)
        case _ where looksBack: nil
        case "tomorrow", "tom", "tmrw": (today.advanced(by: 1), 1)
        case "eom": (today.lastOfMonth, 1)
        case "eow": (today.advanced(by: (4 - today.place + 7) % 7), 1)
        default: nil
        }
    }

    /// `+3` (days), `+3d`, `+2w`, `+1m`, `in 3 days`, `in 2 weeks`, `in a month`.
    private func counted(_ words: [String]) -> (day: Day, used: Int)? {
        guard !looksBack else { return nil }
        if words[0].hasPrefix("+") {
            let digits = words[0].dropFirst().prefix { $0.isASCII && $0.isNumber }
            let unit = words[0].dropFirst(1 + digits.count)
            guard let count = Int(digits), count <= DayWords.furthest, let day = later(count, unit.isEmpty ? "d" : unit)
            else { return nil }
            return (day, 1)
        }
        guard words[0] == "in", words.count >= 3,
            let count = ["a", "an", "one"].contains(words[1]) ? 1 : Int(words[1]),
            (0...DayWords.furthest).contains(count), let day = later(count, words[2][...])
        else { return nil }
        return (day, 3)
    }

    private func later(_ count: Int, _ unit: Substring) -> Day? {
        switch unit {
        case "d", "day", "days": today.advanced(by: count)
        case "w", "wk", "week", "weeks": today.advanced(by: 7 * count)
        case "m", "month", "months": today.adding(months: count)
        default: nil
        }
    }

    private static let furthest = 3660

    // MARK: Weekdays

    private static func weekday(_ word: String) -> Weekday? {
        guard word.count >= 2 else { return nil }
        let bare = word.hasSuffix(",") ? String(word.dropLast()) : word
        return Weekday.allCases.first { $0.rawValue.hasPrefix(bare) }
    }

    /// `fri`, or the weekday before a date, which it must be the weekday of: `Fri 27 Nov`.
    private func onWeekday(_ weekday: Weekday, _ rest: [String]) -> Result<(day: Day, used: Int), DayProblem> {
        // `fri 9.10` is a time; only what can't be one is read as a date.
        if let word = rest.first, TimeOfDay(typed: word) == nil || rest.count > 1 && DayWords.month(rest[1]) != nil,
            case .success(let (day, used)) = dated(rest, word[...])
        {
            guard day.weekday == weekday else { return .failure(.otherWeekday(day)) }
            return .success((day, used + 1))
        }
        guard !looksBack else { return .success((today.advanced(by: -((today.place - weekday.place + 7) % 7)), 1)) }
        let ahead = (weekday.place - today.place + 6) % 7 + 1
        return .success((today.advanced(by: ahead), 1))
    }

    // MARK: Dates

    /// `27.11`, `27.11.26`, `27/11`, `27 nov`, `27 nov 2026`, `nov 27`, `27th`.
    private func dated(_ words: [String], _ typed: Substring) -> Result<(day: Day, used: Int), DayProblem> {
        let parts = words[0].split(whereSeparator: { $0 == "." || $0 == "/" })
        if parts.count >= 2, words[0].first?.isNumber == true {
            let numbers = parts.compactMap { Int($0) }
            guard numbers.count == parts.count, numbers.count <= 3 else { return .failure(.unreadable(String(typed))) }
            return numeric(numbers, isSlashed: words[0].contains("/"), typed)
        }
        if let number = DayWords.dayNumber(words[0]) {
            guard words.count > 1, let month = DayWords.month(words[1]) else {
                return words[0].last?.isNumber == true ? .failure(.unreadable(String(typed))) : nextWith(day: number, typed)
            }
            return withYear(number, month, words.dropFirst(2).first, used: 2, "\(typed) \(words[1])")
        }
        if let month = DayWords.month(words[0]), words.count > 1, let number = DayWords.dayNumber(words[1]) {
            return withYear(number, month, words.dropFirst(2).first, used: 2, "\(typed) \(words[1])")
        }
        return .failure(.unreadable(String(typed)))
    }

    private func numeric(
        _ numbers: [Int], isSlashed: Bool, _ typed: Substring
    ) -> Result<(day: Day, used: Int), DayProblem> {
        let (first, second) = (numbers[0], numbers[1])
        // With a slash half of the world means the month first; a date that a customer named is not guessed at.
        if isSlashed, first <= 12, second <= 12, first != second { return .failure(.twoReadings(first, second)) }
        let (day, month) = isSlashed && second > 12 ? (second, first) : (first, second)
        let year = numbers.count == 3 ? String(numbers[2]) : nil
        return withYear(day, month, year, used: 1, typed, yearIsPart: true)
    }

    private func withYear(
        _ day: Int, _ month: Int, _ year: String?, used: Int, _ typed: Substring, yearIsPart: Bool = false
    ) -> Result<(day: Day, used: Int), DayProblem> {
        // Behind a date, four digits may be a time (`27 nov 1430`).
        let number = year.flatMap { Int($0) }
        if let year = number, yearIsPart || ((today.civil.year - (looksBack ? 10 : 0))...(today.civil.year + 10)).contains(year) {
            guard let exact = Day(year: year < 100 ? 2000 + year : year, month: month, day: day) else {
                return .failure(.noSuchDay(String(typed)))
            }
            return notAside(exact, yearIsPart ? used : used + 1)
        }
        // 29 February may be a few years off.
        for ahead in 0...8 {
            let year = today.civil.year + (looksBack ? -ahead : ahead)
            if let next = Day(year: year, month: month, day: day), looksBack ? next <= today : next >= today {
                return .success((next, used))
            }
        }
        return .failure(.noSuchDay(String(typed)))
    }

    /// `27th`: of this month or the next that has one.
    private func nextWith(day number: Int, _ typed: Substring) -> Result<(day: Day, used: Int), DayProblem> {
        for ahead in 0...2 {
            let (year, month, _) = today.firstOfMonth.adding(months: looksBack ? -ahead : ahead).civil
            guard let day = Day(year: year, month: month, day: number) else { continue }
            if looksBack ? day <= today : day >= today { return .success((day, 1)) }
        }
        return .failure(.noSuchDay(String(typed)))
    }

    /// Not on the wrong side of today.
    private func notAside(_ day: Day, _ used: Int) -> Result<(day: Day, used: Int), DayProblem> {
        if looksBack { return day > today ? .failure(.ahead(day)) : .success((day, used)) }
        return day < today ? .failure(.past(day)) : .success((day, used))
    }

    private static func isShapedLikeISO(_ word: String) -> Bool {
        word.utf8.count == 10 && word.enumerated().allSatisfy { [4, 7].contains($0) ? $1 == "-" : $1.isASCII && $1.isNumber }
    }

    /// `27`, `27th`, `27.`
    private static func dayNumber(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard ["", ".", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else { return nil }
        return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    private static func month(_ word: String) -> Int? {
        let bare = word.hasSuffix(".") || word.hasSuffix(",") ? String(word.dropLast()) : word
        guard bare.count >= 3 else { return nil }
        return months.firstIndex { $0.hasPrefix(bare) }.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}

extension Weekday {
    /// 0 is Monday.
    var place: Int { Weekday.allCases.firstIndex(of: self) ?? 0 }
}

extension Day {
    fileprivate var place: Int { weekday.place }
}
