// When a contact likes to be called: a hint that never stops a call (DOMAIN.md §5, "Contact rules").

extension Hours {
    /// Reads how people write it: `14:00-17:00`, `2-4pm`, `14h to 17h`, `after 3pm`, `before 11`, `mornings`,
    /// `nachmittags`; nil where it says nothing of the kind.
    ///
    /// An end that no one named is that of the usual permitted hours.
    public init?(preferred text: some StringProtocol) {
        let words = PreferredWords(text.lowercased())
        guard let (from, till) = words.ends else { return nil }
        let day = Hours.standard
        let first = from ?? day.from,
            last = till ?? (first.minutes < day.till.minutes ? day.till : TimeOfDay(minutes: 0))
        guard first.minutes < last.minutes || last.minutes == 0 else { return nil }
        self.init(from: first, till: last)
    }
}

/// The two ends that a text names, one of which may be open.
private struct PreferredWords {
    private let words: [Substring]

    init(_ text: String) {
        // A dash stands alone from here on, whatever it is and however close its times are.
        let spaced = text.map { "-\u{2013}\u{2014}".contains($0) ? " - " : String($0) }.joined()
        words = spaced.split { $0 == " " || $0 == "," }.filter { !PreferredWords.fillers.contains(String($0)) }
    }

    var ends: (from: TimeOfDay?, till: TimeOfDay?)? {
        // `après-midi` has a dash of its own.
        if let part = PreferredWords.parts[words.filter { $0 != "-" }.joined()] { return part }
        guard let first = words.first else { return nil }
        let rest = words.dropFirst()
        if PreferredWords.openEnd.contains(String(first)) { return time(rest).map { ($0, nil) } }
        if PreferredWords.openStart.contains(String(first)) { return time(rest).map { (nil, $0) } }
        let all = first == "between" ? rest : words[...]
        guard let middle = all.firstIndex(where: { PreferredWords.middles.contains(String($0)) }),
            let till = time(all[(middle + 1)...]), let from = time(all[..<middle], before: till, all.last)
        else { return nil }
        return (from, till)
    }

    /// `3pm`, `3 pm`, `15h`, `15:00`.
    private func time(_ words: ArraySlice<Substring>) -> TimeOfDay? { TimeOfDay(typed: words.joined()) }

    /// `2` of `2-4pm` is in the afternoon too, `11` of `11-2pm` is not.
    private func time(_ words: ArraySlice<Substring>, before till: TimeOfDay, _ end: Substring?) -> TimeOfDay? {
        guard let from = time(words) else { return nil }
        guard words.joined().allSatisfy({ !$0.isLetter }), end?.hasSuffix("pm") ?? false, from.minutes < 720,
            from.minutes + 720 < till.minutes
        else { return from }
        return TimeOfDay(minutes: from.minutes + 720)
    }

    private static let noon = TimeOfDay(minutes: 720)
    private static let middles: Set = ["-", "to", "till", "until", "bis", "and", "und", "et"]
    private static let openEnd: Set = ["after", "from", "ab", "nach", "apres", "après"]
    private static let openStart: Set = ["before", "until", "till", "by", "bis", "vor", "avant"]
    private static let fillers: Set = ["only", "please", "call", "the", "in", "uhr", "o'clock", "de", "entre"]
    private static let parts: [String: (from: TimeOfDay?, till: TimeOfDay?)] = [
        "morning": (nil, noon), "mornings": (nil, noon), "am": (nil, noon), "vormittags": (nil, noon),
        "vormittag": (nil, noon), "matin": (nil, noon),
        "afternoon": (noon, nil), "afternoons": (noon, nil), "pm": (noon, nil), "nachmittags": (noon, nil),
        "nachmittag": (noon, nil),
        "aprèsmidi": (noon, nil), "apresmidi": (noon, nil),
    ]
}

extension NextStep {
    /// The step in the hours that a contact prefers, where it has an hour: as it is if it falls into them, else when
    /// they next begin.
    ///
    /// - Parameter now: on the customer's clock.
    func within(_ preferred: Hours?, after now: LocalTime, _ calendar: BusinessCalendar) -> NextStep {
        guard let preferred, let time, !preferred.contain(time) else { return self }
        let isPast = day == now.day && preferred.from.minutes <= now.time.minutes
        return NextStep(
            day: isPast ? calendar.adding(1, to: day) : day, time: preferred.from,
            why: "try in their best hours, \(preferred.text)")
    }
}
