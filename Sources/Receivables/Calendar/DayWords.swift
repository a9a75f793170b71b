/// Reads a day as people say it at the beginning of some words: `fri`, `tomorrow`, `27.11`, `27 nov`, `the 15th`,
/// `+3`, `in two weeks`, `next week`, `friday week`, `end of next month`, `after the 5th`, `next run`, `2026-12-01`.
///
/// A date without a year is the next one that has such a date; a weekday is the next one after today. Looking back
/// (`we paid on Thursday`) it is the last one, up to today. Words that mean one day to some and another to others are
/// not guessed at: the problem names both days.
public struct DayWords: Sendable {
    /// The day on which the words are read, in the desk's zone.
    public let today: Day
    /// Which days are worked: `+3` counts business days.
    public let calendar: BusinessCalendar
    /// The day meant is not ahead of today.
    public let looksBack: Bool
    /// How the desk writes `5/12`; nil where that isn't known.
    public let order: DateOrder?
    /// When the customer in question usually pays.
    public let run: PayRun

    /// Creates a reader for one day and desk; by default it looks ahead and can't read `5/12`.
    public init(
        today: Day, calendar: BusinessCalendar, looksBack: Bool = false, order: DateOrder? = nil, run: PayRun = .unknown
    ) {
        self.today = today
        self.calendar = calendar
        self.looksBack = looksBack
        self.order = order
        self.run = run
    }

    /// A day, and how many words it took; nil from a reader whose words these are not.
    typealias Found = Result<(day: Day, used: Int), DayProblem>

    /// The day, and how many words it took.
    public func read(_ words: [Substring]) -> Result<(day: Day, used: Int), DayProblem> {
        guard let first = words.first else { return .failure(.missing) }
        let lower = words.prefix(DayWords.longest).map { DayWords.plain($0) }
        return prefixed(words, lower) ?? named(lower) ?? counted(lower) ?? period(lower) ?? onWeekday(lower)
            ?? dated(lower, first)
    }

    /// The most words that a day takes: `the end of the week after next`.
    private static let longest = 8

    /// Lower case, without a comma at the end.
    private static func plain(_ word: Substring) -> String {
        let lower = word.lowercased()
        return lower.count > 1 && lower.hasSuffix(",") ? String(lower.dropLast()) : lower
    }

    // MARK: Words

    /// `the 15th`, `after the 5th`, `before fri`.
    private func prefixed(_ words: [Substring], _ lower: [String]) -> Found? {
        guard words.count > 1 else { return nil }
        let rest = Array(words.dropFirst())
        func shifted(_ move: (Day) -> Day) -> Found {
            read(rest).flatMap { day, used in checked(move(day)).map { ($0, used + 1) } }
        }
        switch lower[0] {
        case "the", "at", "of":
            if let number = DayWords.dayNumber(lower[1]), lower.count < 3 || DayWords.monthAfter(lower[2...]) == nil {
                return nextWith(day: number, words[1]).map { ($0.day, 2) }
            }
            return read(rest).map { ($0.day, $0.used + 1) }
        case "after": return shifted { calendar.adding(1, to: $0) }
        case "before": return shifted { calendar.before($0) }
        default: return nil
        }
    }

    private func named(_ words: [String]) -> Found? {
        switch words[0] {
        case "today", "tod", "now", "tonight", "eod", "cob": return .success((today, 1))
        case "yesterday": return checked(today.advanced(by: -1)).map { ($0, 1) }
        case "tomorrow", "tom", "tmrw", "tomorow", "tommorow", "tommorrow":
            return checked(today.advanced(by: 1)).map { ($0, 1) }
        case "day" where words.starts(with: ["day", "after", "tomorrow"]):
            return checked(today.advanced(by: 2)).map { ($0, 3) }
        case "day" where words.starts(with: ["day", "before", "yesterday"]):
            return checked(today.advanced(by: -2)).map { ($0, 3) }
        case "this" where words.count > 1 && DayWords.partsOfDay.contains(words[1]): return .success((today, 2))
        case "next", "run": return nextRun(words)
        default: return nil
        }
    }

    /// `next run`, `next payment run`: their usual pay day.
    private func nextRun(_ words: [String]) -> Found? {
        let names = [
            ["next", "run"], ["next", "payment", "run"], ["next", "pay", "run"], ["next", "cheque", "run"],
            ["next", "payday"], ["run"],
        ]
        guard let name = names.first(where: { words.starts(with: $0) }), !looksBack else { return nil }
        return run.next(after: today, calendar).map { .success(($0, name.count)) } ?? .failure(.noRun)
    }

    static let partsOfDay: Set<String> = ["morning", "afternoon", "evening"]

    // MARK: Dates

    /// `2026-12-01`, `27.11`, `27.11.26`, `27/11`, `27 nov`, `27 of november 2026`, `nov 27`, `27th`.
    func dated(_ words: [String], _ typed: Substring) -> Found {
        if let day = Day(iso: words[0]) { return checked(day).map { ($0, 1) } }
        if DayWords.isShapedLikeISO(words[0]) { return .failure(.noSuchDay(words[0])) }
        let parts = words[0].split(whereSeparator: { $0 == "." || $0 == "/" })
        if parts.count >= 2, words[0].first?.isNumber == true {
            let numbers = parts.compactMap { Int($0) }
            guard numbers.count == parts.count, numbers.count <= 3 else { return .failure(.unreadable(String(typed))) }
            return numeric(numbers, isSlashed: words[0].contains("/"), typed)
        }
        if let number = DayWords.dayNumber(words[0]) {
            if let (month, used) = DayWords.monthAfter(words.dropFirst()) {
                return withYear(
                    number, month, words.dropFirst(1 + used).first, used: 1 + used, "\(typed) \(words[used])")
            }
            return words[0].last?.isNumber == true ? .failure(.unreadable(String(typed))) : nextWith(day: number, typed)
        }
        if let month = DayWords.month(words[0]), words.count > 1, let number = DayWords.dayNumber(words[1]) {
            return withYear(number, month, words.dropFirst(2).first, used: 2, "\(typed) \(words[1])")
        }
        return .failure(.unreadable(String(typed)))
    }

    private func numeric(_ numbers: [Int], isSlashed: Bool, _ typed: Substring) -> Found {
        let year = numbers.count == 3 ? String(numbers[2]) : nil
        func read(_ day: Int, _ month: Int) -> Found { withYear(day, month, year, used: 1, typed, yearIsPart: true) }
        let (first, second) = (numbers[0], numbers[1])
        // Dots are written by those who put the day first.
        guard isSlashed, first <= 12 || second > 12 else { return read(first, second) }
        guard second <= 12 else { return read(second, first) }
        if first == second { return read(first, second) }
        if let order { return order.hasMonthFirst ? read(second, first) : read(first, second) }
        // With a slash half of the world means the month first; a date that a customer named is not guessed at.
        let both = [read(first, second), read(second, first)].compactMap { try? $0.get().day }
        guard both.count == 2 else { return both.first.map { .success(($0, 1)) } ?? read(first, second) }
        return .failure(.twoReadings(String(typed), both.map { DayReading($0) }))
    }

    private func withYear(
        _ day: Int, _ month: Int, _ year: String?, used: Int, _ typed: some StringProtocol, yearIsPart: Bool = false
    ) -> Found {
        // Behind a date, four digits may be a time (`27 nov 1430`).
        let number = year.flatMap { Int($0) }
        if let year = number,
            yearIsPart || ((today.civil.year - (looksBack ? 10 : 0))...(today.civil.year + 10)).contains(year)
        {
            guard let exact = Day(year: year < 100 ? 2000 + year : year, month: month, day: day) else {
                return .failure(.noSuchDay(String(typed)))
            }
            return checked(exact).map { ($0, yearIsPart ? used : used + 1) }
        }
        // Who names a date of the last weeks means that one, not the one in eleven months.
        let lately = [0, 1].compactMap { Day(year: today.civil.year - $0, month: month, day: day) }
        if !looksBack, let past = lately.first(where: { (1...DayWords.lately).contains($0.distance(to: today)) }) {
            return .failure(.past(past))
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

    private static let lately = 31

    /// `27th`: of this month or the next that has one.
    private func nextWith(day number: Int, _ typed: some StringProtocol) -> Found {
        for ahead in 0...2 {
            let (year, month, _) = today.firstOfMonth.adding(months: looksBack ? -ahead : ahead).civil
            guard let day = Day(year: year, month: month, day: number) else { continue }
            if looksBack ? day <= today : day >= today { return .success((day, 1)) }
        }
        return .failure(.noSuchDay(String(typed)))
    }

    /// Not on the wrong side of today, and not further from it than people mean.
    func checked(_ day: Day) -> Result<Day, DayProblem> {
        guard abs(today.distance(to: day)) <= DayWords.century else { return .failure(.far(day)) }
        if looksBack { return day > today ? .failure(.ahead(day)) : .success(day) }
        return day < today ? .failure(.past(day)) : .success(day)
    }

    private static func isShapedLikeISO(_ word: String) -> Bool {
        word.utf8.count == 10
            && word.enumerated().allSatisfy { [4, 7].contains($0) ? $1 == "-" : $1.isASCII && $1.isNumber }
    }

    /// `27`, `27th`, `27.`
    private static func dayNumber(_ word: String) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard ["", ".", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else { return nil }
        return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    /// `nov`, `of november`.
    private static func monthAfter(_ words: ArraySlice<String>) -> (month: Int, used: Int)? {
        let isOf = words.first == "of"
        guard let word = words.dropFirst(isOf ? 1 : 0).first, let month = month(word) else { return nil }
        return (month, isOf ? 2 : 1)
    }

    static func month(_ word: String) -> Int? {
        let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
        guard bare.count >= 3 else { return nil }
        return bare == "sept" ? 9 : months.firstIndex { $0.hasPrefix(bare) }.map { $0 + 1 }
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
