// Days counted from today, and weekdays.
extension DayWords {
    /// `+3` (days), `+3d`, `+2w`, `+1m`, `in 3 days`, `in two weeks`, `a week from today`, `in 5 working days`,
    /// `a week on friday`, `3 days ago`.
    func counted(_ words: [String]) -> Found? {
        if words[0].hasPrefix("+") {
            guard !looksBack else { return nil }
            let digits = words[0].dropFirst().prefix { $0.isASCII && $0.isNumber }
            let unit = words[0].dropFirst(1 + digits.count)
            guard let count = Int(digits), count <= DayWords.furthest, let day = moved(count, unit.isEmpty ? "d" : unit)
            else { return nil }
            return .success((day, 1))
        }
        var place = words[0] == "in" ? 1 : 0
        guard let (count, used) = DayWords.count(words.dropFirst(place)) else { return nil }
        place += used
        let isWorking = place < words.count && ["working", "business"].contains(words[place])
        if isWorking { place += 1 }
        guard place < words.count else { return nil }
        let unit = words[place].hasSuffix("'") ? String(words[place].dropLast()) : words[place]
        place += 1
        let isBack = place < words.count && words[place] == "ago"
        // `5 d` alone may be anything: only whole words do without an `in`.
        guard words[0] == "in" || isBack || unit.count > 2, isBack || !looksBack else { return nil }
        let behind = words.dropFirst(place).first == "on" ? place + 1 : place
        if unit.hasPrefix("week"), !looksBack, behind < words.count, let weekday = DayWords.weekday(words[behind]) {
            return .success((coming(weekday).advanced(by: 7 * count), behind + 1))
        }
        let signed = isBack ? -count : count
        let areWorked = isWorking && unit.hasPrefix("day") && !isBack
        let day = areWorked ? calendar.adding(count, to: today) : moved(signed, unit[...])
        guard let day else { return nil }
        if isBack || words.dropFirst(place).first == "time" { place += 1 }
        let rest = words.dropFirst(place)
        if rest.starts(with: ["from", "today"]) || rest.starts(with: ["from", "now"]) { place += 2 }
        return checked(day).map { ($0, place) }
    }

    private func moved(_ count: Int, _ unit: Substring) -> Day? {
        switch unit {
        case "d", "day", "days": today.advanced(by: count)
        case "w", "wk", "wks", "week", "weeks": today.advanced(by: 7 * count)
        case "fortnight", "fortnights": today.advanced(by: 14 * count)
        case "m", "month", "months": today.adding(months: count)
        default: nil
        }
    }

    /// `3`, `three`, `a`, `a couple of`.
    static func count(_ words: ArraySlice<String>) -> (count: Int, used: Int)? {
        guard let word = words.first else { return nil }
        if words.starts(with: ["a", "couple", "of"]) { return (2, 3) }
        if word == "a" || word == "an" { return (1, 1) }
        let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        if let place = names.firstIndex(of: word) { return (place + 1, 1) }
        return Int(word).flatMap { (0...furthest).contains($0) ? ($0, 1) : nil }
    }

    private static let furthest = 3660

    /// In days. A day that is further off is a slip of the hand.
    static let century = 36_525

    // MARK: Weekdays

    static func weekday(_ word: String) -> Weekday? {
        guard word.count >= 2 else { return nil }
        return Weekday.allCases.first { $0.rawValue.hasPrefix(word) }
            ?? (word == "thurs" || word == "thur" ? .thursday : nil)
    }

    /// `fri`, `next fri`, `last fri`, `friday week`, `fri next week`, or the weekday before a date, which it must be
    /// the weekday of: `Fri 27 Nov`.
    func onWeekday(_ words: [String]) -> Found? {
        if words.count > 1, ["next", "last", "this", "coming"].contains(words[0]),
            let weekday = DayWords.weekday(words[1])
        {
            return relative(words[0], weekday, "\(words[0]) \(words[1])")
        }
        if words.count > 2, ["next", "last"].contains(words[0]), words[1] == "week",
            let weekday = DayWords.weekday(words[2])
        {
            return checked(inWeek(words[0] == "next" ? 1 : -1, weekday)).map { ($0, 3) }
        }
        guard let weekday = DayWords.weekday(words[0]) else { return nil }
        let rest = Array(words.dropFirst())
        if rest.first == "week", !looksBack { return .success((coming(weekday).advanced(by: 7), 2)) }
        let behind = rest.first == "of" ? Array(rest.dropFirst()) : rest
        if behind.count > 1, ["next", "last", "this"].contains(behind[0]), behind[1] == "week" {
            let weeks = behind[0] == "next" ? 1 : behind[0] == "last" ? -1 : 0
            return checked(inWeek(weeks, weekday)).map { ($0, rest.count - behind.count + 3) }
        }
        // `fri 9.10` is a time; only what can't be one is read as a date.
        let date = rest.first == "the" ? Array(rest.dropFirst()) : rest
        if let word = date.first, TimeOfDay(typed: word) == nil || date.count > 1 && DayWords.month(date[1]) != nil,
            case .success(let (day, used)) = dated(date, word[...])
        {
            guard day.weekday == weekday else { return .failure(.otherWeekday(day)) }
            return .success((day, used + 1 + rest.count - date.count))
        }
        return .success((looksBack ? last(weekday, isTodayToo: true) : coming(weekday), 1))
    }

    private func relative(_ word: String, _ weekday: Weekday, _ typed: String) -> Found {
        let coming = coming(weekday)
        switch word {
        case "last": return checked(last(weekday, isTodayToo: false)).map { ($0, 2) }
        case "this" where looksBack: return checked(inWeek(0, weekday)).map { ($0, 2) }
        case "this" where weekday == today.weekday: return .success((today, 2))
        // The coming one to some, the one after to others; in the next week they are the same.
        case "next" where !looksBack && coming <= inWeek(0, .sunday):
            return .failure(.twoReadings(typed, [DayReading(coming), DayReading(coming.advanced(by: 7))]))
        case _ where looksBack: return .failure(.ahead(coming))
        default: return .success((coming, 2))
        }
    }

    /// The next one after today.
    private func coming(_ weekday: Weekday) -> Day {
        today.advanced(by: (weekday.place - today.weekday.place + 6) % 7 + 1)
    }

    private func last(_ weekday: Weekday, isTodayToo: Bool) -> Day {
        let back = (today.weekday.place - weekday.place + 7) % 7
        return today.advanced(by: back == 0 && !isTodayToo ? -7 : -back)
    }

    /// In the week, Monday to Sunday, that lies some weeks after today's.
    func inWeek(_ weeks: Int, _ weekday: Weekday) -> Day {
        today.advanced(by: weekday.place - today.weekday.place + 7 * weeks)
    }
}
