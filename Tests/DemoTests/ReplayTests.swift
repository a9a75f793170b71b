import Demo
import FileStore
import Receivables
import Testing

/// A replay works from memory what a queue of a past day reads from the book: both must give one order.
@Suite struct ReplayTests {
    /// Compares whole orders, last place included.
    private func check(_ book: FileBook, on days: [Day]) throws {
        let replay = Backtest(history: try book.history { _, _ in }, rules: try book.about().rules)
        for day in days {
            var query = QueueQuery(
                moment: Moment(at: LocalTime(day: day, time: TimeOfDay(minutes: 1_439)).instant(offset: 0), day: day))
            query.everyone = true
            let queue = try book.queue(query).rows.map(\.payer)
            #expect(queue.count > 10)
            #expect(replay.order(on: day, most: queue.count + 10) == queue, "\(day)")
        }
    }

    @Test(
        "On a demo book a replayed day has the order of `queue --everyone`: four currencies, groups, credits, a journal"
    )
    func demo() throws {
        try DemoTests.book(DemoPlan(accounts: 300, today: DemoTests.today)) { book, moment in
            try check(book, on: [-500, -301, -64, -31, -7, -1, 0].map { moment.day.advanced(by: $0) })
        }
    }

    @Test("After a month of shifts too: promises, claims, disputes and plans count as they were known on the day")
    func afterShifts() throws {
        try DemoTests.book(DemoPlan(accounts: 150, today: DemoTests.today)) { book, moment in
            var desk = ThirtyDaysTests.Desk(book: book, day: moment.day, rules: try book.about().rules)
            for _ in 0..<21 { try desk.workOneDay() }
            #expect(desk.calls > 200)
            try check(book, on: stride(from: -3, through: 21, by: 2).map { moment.day.advanced(by: $0) })
        }
    }

    @Test("The same book gives the same result twice")
    func repeatable() throws {
        try DemoTests.book(DemoPlan(accounts: 100, today: DemoTests.today)) { book, _ in
            let rules = try book.about().rules
            let settings = BacktestSettings(step: 28)
            let first = Backtest(history: try book.history { _, _ in }, rules: rules, settings: settings).result()
            let again = Backtest(history: try book.history { _, _ in }, rules: rules, settings: settings).result()
            #expect(first == again)
            #expect(first.days.count > 8)
            #expect(
                first.shares.joined().allSatisfy {
                    0 < $0.share && $0.share <= 1 && $0.low <= $0.share && $0.share <= $0.high
                })
        }
    }
}
