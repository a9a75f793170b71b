// Parts of weeks, months and quarters.
extension DayWords {
    private enum Part { case start, middle, end }
    private struct Span {
        var first: Day
        /// The last day on which anything happens: of a week the last that is worked.
        var last: Day
        var middle: Day
        /// Whether it is the one around today, named without `this`: what is past of it means the next one.
        var rolls = false
    }

    /// `next week`, `end of the month`, `month end`, `mid-month`, `eom`, `beginning of december`.
    func period(_ words: [String]) -> Found? {
        if let found = abbreviated(words) { return found }
        var rest = words[...]
        let part = takePart(&rest)
        while let word = rest.first, ["of", "the", "in"].contains(word), part != nil || word == "in" {
            rest = rest.dropFirst()
        }
        guard let span = takeSpan(&rest, hasPart: part != nil) else { return nil }
        let used = words.count - rest.count
        switch part {
        case .start: return placed(span, \.first, used)
        case .middle: return placed(span, \.middle, used)
        case .end: return placed(span, \.last, used)
        case nil:
            // `next week friday`
            if let word = rest.first, DayWords.weekday(word) != nil, span.first.distance(to: span.last) < 7 {
                return nil
            }
            let both = [span.first, span.last].filter { (try? checked($0).get()) != nil }
            guard both.count == 2, both[0] != both[1] else {
                return checked(both.first ?? span.last).map { ($0, used) }
            }
            return .failure(.twoReadings(words.prefix(used).joined(separator: " "), both.map { DayReading($0) }))
        }
    }

    private func placed(_ span: Span, _ day: KeyPath<Span, Day>, _ used: Int) -> Found {
        var place = span[keyPath: day]
        if span.rolls, looksBack ? place > today : place < today {
            place = moved(span, by: looksBack ? -1 : 1)[keyPath: day]
        }
        return checked(place).map { ($0, used) }
    }

    private func moved(_ span: Span, by count: Int) -> Span {
        span.first.distance(to: span.last) < 7 ? week(count) : month(from: span.first.adding(months: count))
    }

    private func abbreviated(_ words: [String]) -> Found? {
        let second = words.dropFirst().first
        switch words[0] {
        case "eom", "monthend", "month-end": return placed(month(from: today.firstOfMonth, rolls: true), \.last, 1)
        case "month" where second == "end", "month's" where second == "end":
            return placed(month(from: today.firstOfMonth, rolls: true), \.last, 2)
        case "eow": return placed(week(0, rolls: true), \.last, 1)
        case "midmonth", "mid-month": return placed(month(from: today.firstOfMonth, rolls: true), \.middle, 1)
        case "midweek", "mid-week": return placed(week(0, rolls: true), \.middle, 1)
        default: return nil
        }
    }

    /// `end`, `the last day`, `mid`, `beginning`: taken off the front.
    private func takePart(_ rest: inout ArraySlice<String>) -> Part? {
        let before = rest
        if rest.first == "the" { rest = rest.dropFirst() }
        let names: [(String, Part)] = [
            ("end", .end), ("late", .end), ("mid", .middle), ("middle", .middle), ("start", .start),
            ("beginning", .start),
            ("begin", .start), ("early", .start),
        ]
        if let named = names.first(where: { $0.0 == rest.first }) {
            rest = rest.dropFirst()
            return named.1
        }
        for (name, part) in [("last", Part.end), ("first", .start)] {
            if rest.starts(with: [name, "day", "of"]) || rest.starts(with: [name, "of"]) {
                rest = rest.drop { $0 != "of" }
                return part
            }
        }
        // `mid-december`
        if let word = rest.first, word.hasPrefix("mid-") {
            rest = [String(word.dropFirst(4))] + rest.dropFirst()
            return .middle
        }
        rest = before
        return nil
    }

    private func takeSpan(_ rest: inout ArraySlice<String>, hasPart: Bool) -> Span? {
        let which = ["next": 1, "last": -1, "this": 0, "previous": -1, "coming": 1][rest.first ?? ""]
        let word = (which == nil ? rest.first : rest.dropFirst().first) ?? ""
        let taken = which == nil ? 1 : 2
        // `week` alone is no day, `end of the week` is one.
        if which != nil || hasPart {
            switch word {
            case "week", "wk":
                rest = rest.dropFirst(taken)
                let weeks = which == nil && rest.starts(with: ["after", "next"]) ? 2 : which
                if weeks == 2 { rest = rest.dropFirst(2) }
                return week(weeks ?? 0, rolls: weeks == nil)
            case "month", "mth":
                rest = rest.dropFirst(taken)
                return month(from: today.firstOfMonth.adding(months: which ?? 0), rolls: which == nil)
            case "quarter":
                rest = rest.dropFirst(taken)
                return quarter(which ?? 0)
            case "year":
                rest = rest.dropFirst(taken)
                let first = today.firstOfMonth.adding(months: 1 - today.civil.month + 12 * (which ?? 0))
                return Span(first: first, last: first.adding(months: 11).lastOfMonth, middle: first.adding(months: 6))
            default: break
            }
        }
        guard which == nil, hasPart || rest.startIndex > 0, let number = DayWords.month(word) else { return nil }
        rest = rest.dropFirst()
        return month(number, year: takeYear(&rest))
    }

    private func takeYear(_ rest: inout ArraySlice<String>) -> Int? {
        guard let year = rest.first.flatMap({ Int($0) }), abs(year - today.civil.year) <= 10 else { return nil }
        rest = rest.dropFirst()
        return year
    }

    /// The coming one of the name, or, looking back, the last one that has begun.
    private func month(_ number: Int, year: Int?) -> Span? {
        let now = today.civil
        var wanted = year ?? now.year
        if year == nil, looksBack ? number > now.month : number < now.month { wanted += looksBack ? -1 : 1 }
        return Day(year: wanted, month: number, day: 1).map { month(from: $0) }
    }

    private func month(from first: Day, rolls: Bool = false) -> Span {
        Span(first: first, last: first.lastOfMonth, middle: first.advanced(by: 14), rolls: rolls)
    }

    private func quarter(_ quarters: Int) -> Span {
        let first = today.firstOfMonth.adding(months: 3 * quarters - (today.civil.month - 1) % 3)
        return Span(
            first: first, last: first.adding(months: 2).lastOfMonth, middle: first.adding(months: 1).advanced(by: 14))
    }

    /// From its first to its last worked day, holidays aside.
    private func week(_ weeks: Int, rolls: Bool = false) -> Span {
        let worked = Weekday.allCases.filter { !calendar.weekend.contains($0) }.map { inWeek(weeks, $0) }
        let first = worked.first ?? inWeek(weeks, .monday)
        return Span(first: first, last: worked.last ?? first, middle: inWeek(weeks, .wednesday), rolls: rolls)
    }
}
