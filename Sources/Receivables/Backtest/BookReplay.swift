/// How the customers of a book pay on the whole, on one replayed day after the other: days must not go back.
///
/// As a ranking reads it from the book: payments dated before the first of the day's month, and the ages of the items
/// that were open on that first.
struct BookReplay {
    private let history: BookHistory
    /// Payments whose meaning never changes, by day.
    private let regular: [Payment]
    private var beforeMonth = Running()
    private var upToDay = Running()
    private var month: Day?
    private var openAges = DelayCounts()

    /// Payments counted so far.
    private struct Running {
        var totals = DelayTotals()
        var next = 0
    }

    /// What a day's scores are worked out from.
    struct Paying {
        /// For strategies.
        var beforeMonth: DelayCounts
        var openAges: DelayCounts
        /// Of all payments up to the day: for the simple model.
        var upToDay: DelayCounts
    }

    init(_ history: BookHistory, _ accounts: [[AccountReplay]]) {
        self.history = history
        regular = accounts.joined().compactMap(\.regularPayments).joined().map(\.payment).sorted { $0.day < $1.day }
    }

    /// - Parameter irregular: of the accounts on which payments went back or were excused, as known on the day.
    mutating func paying(on day: Day, irregular: [PaymentHistory]) -> Paying {
        let start = day.firstOfMonth
        count(&beforeMonth) { $0 < start }
        count(&upToDay) { $0 <= day }
        if month != start {
            month = start
            openAges = ages(on: start)
        }
        var (before, all) = (beforeMonth.totals, upToDay.totals)
        for paid in irregular {
            before.add(paid.before(start))
            all.add(paid.all)
        }
        return Paying(beforeMonth: before.counts, openAges: openAges, upToDay: all.counts)
    }

    private func count(_ running: inout Running, while isWanted: (Day) -> Bool) {
        while running.next < regular.count, isWanted(regular[running.next].day) {
            running.totals.add(day: regular[running.next].daysLate)
            running.next += 1
        }
    }

    private func ages(on start: Day) -> DelayCounts {
        var ages = DelayTotals()
        for account in history.payers.lazy.flatMap(\.accounts) where account.isSampled {
            for item in account.items where item.issued < start && item.amount > 0 {
                guard item.closed.map({ $0 >= start }) ?? (item.left > 0) else { continue }
                ages.add(day: item.due.distance(to: start), count: history.stride)
            }
        }
        return ages.counts
    }
}
