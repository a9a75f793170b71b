/// `NAME [until] DAY`: whom to cover, and how long.
public struct CoverWords: Sendable {
    let today: Day
    let calendar: BusinessCalendar
    let order: DateOrder?

    /// Creates a reader for one day.
    public init(today: Day, calendar: BusinessCalendar, order: DateOrder? = nil) {
        self.today = today
        self.calendar = calendar
        self.order = order
    }

    /// A name may be several words; the day is what stands behind `until`, or the words at the end that make one.
    public func cover(_ words: [Substring]) -> Result<Interpretation<PlannedCover>, CoverProblem> {
        guard !words.isEmpty else { return .failure(.noName) }
        let days = DayWords(today: today, calendar: calendar, order: order)
        let keyword = words.firstIndex { $0.lowercased() == "until" }
        let starts = keyword.map { [($0, $0 + 1)] } ?? words.indices.dropFirst().map { ($0, $0) }
        for (end, start) in starts {
            guard end > 0 else { continue }
            switch days.read(Array(words[start...])) {
            case .success(let (day, used)) where start + used == words.count:
                let planned = PlannedCover(words[..<end].joined(separator: " "), until: day)
                return .success(Interpretation(planned, shown: planned.words))
            case .failure(let problem) where keyword != nil && problem != .missing: return .failure(.day(problem))
            case .success, .failure: continue
            }
        }
        return .failure(keyword == 0 ? .noName : .noDay)
    }
}

/// Why words about a cover could not be understood.
public enum CoverProblem: Error, Hashable, Sendable {
    case noName, noDay
    case day(DayProblem)

    /// What is missing or unclear, as the author reads it next to what they typed.
    public var sentence: String {
        switch self {
        case .noName: "whom? ana until fri"
        case .noDay: "until when? ana until fri"
        case .day(let problem): problem.sentence
        }
    }
}
