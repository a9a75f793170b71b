/// When a customer is reached, learned from the calls to them: the days of the week and the part of the day on which
/// they answered more often than on the others.
///
/// Shares are drawn towards the customer's own share of calls that were answered by `BestTime.strength` calls, so that
/// one lucky call says little (an estimate of a binomial share with a beta prior).
public struct BestTime: Hashable, Sendable {
    /// Monday first; empty where no day stands out.
    public let weekdays: [Weekday]
    /// The part of the day; nil where none stands out.
    public let part: PartOfDay?
    /// How many calls it was learned from, and how many of them were answered.
    public let tried: Int, reached: Int

    /// A part of the working day, on the customer's clock.
    public enum PartOfDay: String, Sendable, CaseIterable {
        case early, midday, late

        /// Before 11, before 14, and after that.
        init(_ time: TimeOfDay) {
            self = time.minutes < 11 * 60 ? .early : time.minutes < 14 * 60 ? .midday : .late
        }

        /// When to call in it.
        var time: TimeOfDay {
            switch self {
            case .early: TimeOfDay(minutes: 9 * 60 + 30)
            case .midday: TimeOfDay(minutes: 11 * 60 + 30)
            case .late: TimeOfDay(minutes: 14 * 60 + 30)
            }
        }

        var words: String {
            switch self {
            case .early: "before 11"
            case .midday: "from 11 to 14"
            case .late: "after 14"
            }
        }
    }

    /// Fewer calls say nothing.
    private static let leastTried = 6
    private static let leastReached = 2
    /// How many calls the share of all calls counts for.
    private static let strength = 3.0
    /// How far above the share of all calls a day has to be.
    private static let margin = 0.15

    /// - Parameter calls: when each was made, on the customer's clock, and whether somebody was reached.
    /// - Returns: nil where too few calls were made, or none of the days and hours stands out.
    public init?(_ calls: [(at: LocalTime, isReached: Bool)]) {
        tried = calls.count
        reached = calls.count { $0.isReached }
        guard tried >= BestTime.leastTried, reached >= BestTime.leastReached else { return nil }
        let share = Double(reached) / Double(tried)
        func stands(_ chosen: [(at: LocalTime, isReached: Bool)]) -> Bool {
            let hits = chosen.count { $0.isReached }
            let drawn = (Double(hits) + BestTime.strength * share) / (Double(chosen.count) + BestTime.strength)
            return hits >= BestTime.leastReached && drawn >= share + BestTime.margin
        }
        weekdays = Weekday.allCases.filter { day in stands(calls.filter { $0.at.day.weekday == day }) }
        part = PartOfDay.allCases.first { part in stands(calls.filter { PartOfDay($0.at.time) == part }) }
        if weekdays.isEmpty, part == nil { return nil }
    }

    /// `mostly reached Tue, Thu before 11`
    public var words: String {
        (["mostly reached", weekdays.map(\.short).joined(separator: ", "), part?.words ?? ""]).filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// The next of these times.
    ///
    /// - Parameters:
    ///   - now: on the customer's clock.
    ///   - calendar: which days are worked.
    func next(after now: LocalTime, _ calendar: BusinessCalendar) -> NextStep {
        let time = part?.time ?? (now.time.minutes < 12 * 60 ? PartOfDay.late.time : PartOfDay.early.time)
        var day = now.day
        if now.time.minutes + BestTime.leastWait > time.minutes { day = calendar.adding(1, to: day) }
        if !weekdays.isEmpty {
            for _ in 0..<14 where !(weekdays.contains(day.weekday) && calendar.isBusinessDay(day)) {
                day = day.advanced(by: 1)
            }
        }
        return NextStep(day: calendar.onOrAfter(day), time: time, why: "try again: \(words)")
    }

    /// Minutes before the same number is tried again.
    private static let leastWait = 60
}

extension Dossier {
    /// When a number is answered; where it was tried too seldom, when any number of the customer is.
    ///
    /// - Parameters:
    ///   - number: the one to dial; nil for any.
    ///   - offset: of the customer's zone, in seconds.
    public func bestTime(of number: TelephoneNumber?, offset: (Instant) -> Int) -> BestTime? {
        func calls(_ isWanted: (CallRecord) -> Bool) -> [(at: LocalTime, isReached: Bool)] {
            counted.compactMap { entry in
                guard case .call(let call) = entry.act, call.direction == .outbound, call.result.reach != .none,
                    isWanted(call)
                else { return nil }
                return (entry.at.local(offset: offset(entry.at)), call.result.reach >= .contact)
            }
        }
        let own = number.flatMap { number in BestTime(calls { $0.numbers.contains { number.isNamed(by: $0) } }) }
        return own ?? BestTime(calls { _ in true })
    }
}
