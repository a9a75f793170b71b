/// When a customer usually pays: *it goes out with the next run*.
public struct PayRun: Hashable, Sendable {
    /// The weekday on which most payments came; nil where there is none.
    public var weekday: Weekday?
    /// The day of the month on which most payments came; asked only where no weekday is known.
    public var dayOfMonth: Int?

    /// Creates a pay run with a usual weekday, a usual day of the month, or neither.
    public init(weekday: Weekday? = nil, dayOfMonth: Int? = nil) {
        self.weekday = weekday
        self.dayOfMonth = dayOfMonth
    }

    /// No usual pay day is known.
    public static let unknown = PayRun()

    /// The first usual day after a day; a day of the month that isn't worked moves to the next that is. Nil where no
    /// usual day is known.
    public func next(after day: Day, _ calendar: BusinessCalendar) -> Day? {
        if let weekday {
            let ahead = (weekday.place - day.weekday.place + 6) % 7 + 1
            return calendar.onOrAfter(day.advanced(by: ahead))
        }
        guard let dayOfMonth else { return nil }
        for months in 0...2 {
            let first = day.firstOfMonth.adding(months: months)
            let usual = min(first.advanced(by: dayOfMonth - 1), first.lastOfMonth)
            let run = calendar.onOrAfter(usual)
            if run > day { return run }
        }
        return nil
    }
}

extension JudgedPayer {
    /// As the account with the most payments shows it.
    public var payRun: PayRun {
        let habits = accounts.map(\.behaviour).filter { $0.usualWeekday != nil || $0.usualDayOfMonth != nil }
        guard let clearest = habits.max(by: { $0.payments < $1.payments }) else { return .unknown }
        return PayRun(weekday: clearest.usualWeekday, dayOfMonth: clearest.usualDayOfMonth)
    }
}
