import FileStore
import GRDB
import Receivables
import Testing

/// Figures of a period, held against plain SQL, and against each other.
@Suite struct FiguresTests {
    /// What SQL makes of the book, in minor units of one currency.
    private func sql(_ book: FiguresBook, _ currency: String, _ period: Period, _ formula: String) throws -> Int64 {
        try DatabaseQueue(path: book.fixture.path).read { db in
            let arguments: StatementArguments = [
                "currency": currency, "from": Int64(period.from.number), "to": Int64(period.to.number),
            ]
            return try Int64.fetchOne(
                db, sql: "SELECT COALESCE((\(formula)), 0) WHERE :currency = :currency AND :from <= :to",
                arguments: arguments) ?? 0
        }
    }

    private static let settled = """
        (SELECT COALESCE(SUM(s.amount), 0) FROM settlement s WHERE s.account = item.account
            AND s.company = item.company AND s.number = item.number AND (s.day IS NULL OR s.day <= :to))
        """
    private static let open = "item.amount - \(settled)"
    private static let items = "FROM item WHERE currency = :currency AND issued <= :to"
    private static let paid = """
        FROM settlement s JOIN item USING (account, company, number)
        WHERE item.currency = :currency AND s.kind = 0
        """

    @Test("What is open, overdue, sold, written off, paid and collected is what plain SQL says", arguments: 1...4)
    func recomputed(seed: UInt64) throws {
        let book = try FiguresBook(seed: seed)
        for period in [book.year, Period(from: book.fixture.day(-120), to: book.fixture.day(-31))] {
            let slice = try #require(try book.figures([period]).slices.first)
            #expect(slice.missingRates == [])
            for code in ["USD", "EUR"] {
                let ledger = try #require(Currency(code).flatMap { slice.ledgers[$0] })
                func check(_ ours: Int64?, _ formula: String) throws {
                    let theirs = try sql(book, code, period, formula)
                    #expect(ours == theirs, "\(code) \(formula)")
                }
                let cash = "(SELECT COALESCE(SUM(amount), 0) FROM cash WHERE currency = :currency AND day <= :to)"
                try check(
                    ledger.figures.end, "SELECT SUM(\(FiguresTests.open)) - \(cash) \(FiguresTests.items)")
                try check(
                    ledger.figures.endCurrent, "SELECT SUM(\(FiguresTests.open)) \(FiguresTests.items) AND due >= :to")
                try check(
                    ledger.figures.overdue,
                    "SELECT SUM(MAX(0, \(FiguresTests.open))) \(FiguresTests.items) AND due < :to")
                try check(
                    ledger.figures.over60,
                    "SELECT SUM(MAX(0, \(FiguresTests.open))) \(FiguresTests.items) AND due < :to - 60")
                try check(
                    Int64(ledger.figures.overdueDays),
                    "SELECT SUM(MAX(0, \(FiguresTests.open)) * (:to - due)) \(FiguresTests.items) AND due < :to")
                try check(
                    try ledger.periodSales.get(),
                    "SELECT SUM(amount) FROM item WHERE currency = :currency AND issued BETWEEN :from AND :to")
                try check(
                    ledger.figures.writtenOff,
                    """
                    SELECT SUM(s.amount) FROM settlement s JOIN item USING (account, company, number)
                    WHERE item.currency = :currency AND s.kind = 2 AND s.day BETWEEN :from AND :to
                    """)
                let inPeriod = "AND s.day BETWEEN :from AND :to AND s.amount > 0 AND item.amount > 0"
                try check(ledger.figures.paid, "SELECT SUM(s.amount) \(FiguresTests.paid) \(inPeriod)")
                try check(
                    Int64(ledger.figures.paidDaysLate),
                    "SELECT SUM(s.amount * MAX(0, s.day - item.due)) \(FiguresTests.paid) \(inPeriod)")
                try check(
                    ledger.figures.collected,
                    """
                    SELECT (SELECT COALESCE(SUM(s.amount), 0) FROM settlement s
                        JOIN item USING (account, company, number) JOIN entry ON entry.seq = s.seen
                        WHERE item.currency = :currency AND s.kind = 0 AND
                            CASE json_extract(entry.body, '$.imported._0.kind') WHEN 'invoice-history' THEN s.day
                            ELSE entry.day END BETWEEN :from AND :to)
                    + (SELECT COALESCE(SUM(cash.amount), 0) FROM cash JOIN entry ON entry.seq = cash.seen
                        WHERE currency = :currency AND listed = 0 AND entry.day BETWEEN :from AND :to)
                    """)
            }
        }
    }

    @Test("Calls, promises and disputes are what plain SQL says, without what was taken back", arguments: 1...4)
    func recomputedJournal(seed: UInt64) throws {
        let book = try FiguresBook(seed: seed)
        let period = Period(from: book.fixture.day(-250), to: book.fixture.day(-40))
        let slice = try #require(try book.figures([period]).slices.first)
        let counting = "day BETWEEN :from AND :to AND seq NOT IN (SELECT undoes FROM entry WHERE undoes IS NOT NULL)"
        let call = "json_extract(body, '$.call._0.result')"
        let calls = "SELECT COUNT(*) FROM entry WHERE kind = 'call' AND \(counting)"
        let tried = "\(calls) AND json_extract(body, '$.call._0.direction') = 'out' AND \(call) <> 'busy'"
        func check(_ ours: Int, _ formula: String) throws {
            #expect(Int64(ours) == (try sql(book, "USD", period, formula)), "\(formula)")
        }
        try check(slice.calls.calls, calls)
        try check(slice.calls.attempts, tried)
        try check(slice.calls.contacts, "\(tried) AND \(call) NOT IN ('no answer', 'voicemail')")
        try check(slice.calls.rightParties, "\(tried) AND \(call) IN ('promised', 'will check', 'disputes')")
        #expect(slice.calls.byHour.map(\.attempts).reduce(0, +) == slice.calls.attempts)
        #expect(slice.calls.byWeekday.map(\.contacts).reduce(0, +) == slice.calls.contacts)
        let promises = try #require(slice.ledgers[.usd]?.promises)
        try check(promises.made, "SELECT COUNT(*) FROM promise WHERE made BETWEEN :from AND :to")
        #expect(
            promises.promised
                == (try sql(book, "USD", period, "SELECT SUM(amount) FROM promise WHERE made BETWEEN :from AND :to")))
        try check(slice.disputes.opened, "SELECT COUNT(*) FROM dispute WHERE opened BETWEEN :from AND :to")
        #expect(slice.disputes.all.count > 0 && slice.disputes.all.days == slice.disputes.all.count * 3)
    }

    @Test("Promises have the verdicts that their payers' pages show", arguments: 1...3)
    func verdicts(seed: UInt64) throws {
        let book = try FiguresBook(seed: seed)
        let slice = try #require(try book.figures([book.year]).slices.first)
        let watched = try book.fixture.book.watched(WatchedQuery(day: book.fixture.day(0)))
        let rate = KeptRate(
            watched.flatMap(\.followThrough.promises), in: .usd, from: book.year.from, to: book.year.to)
        let ours = try #require(slice.ledgers[.usd]?.promises)
        #expect(ours.kept == rate.kept && ours.partlyKept == rate.partlyKept && ours.broken == rate.broken)
        #expect(ours.expected == rate.promised && ours.came <= rate.came)
        #expect(rate.judged > 5)
    }

    @Test("The end of a period is the ageing of its last day", arguments: 1...3)
    func ageing(seed: UInt64) throws {
        let book = try FiguresBook(seed: seed)
        let period = Period(from: book.fixture.day(-100), to: book.fixture.day(-10))
        let slice = try #require(try book.figures([period]).slices.first)
        let ageing = try book.fixture.book.ageing(on: period.to, in: nil)
        let begin = try book.fixture.book.ageing(on: period.begin, in: nil)
        for (currency, ledger) in slice.ledgers {
            let totals = try #require(ageing.totals[currency])
            #expect(ledger.figures.end == (try totals.balance.minor))
            #expect(ledger.figures.endCurrent == totals.buckets.first)
            #expect(ledger.figures.begin == (try begin.totals[currency]?.balance.minor))
        }
    }

    @Test("Months add up to the year, and collectors and segments to the whole", arguments: 1...6)
    func addUp(seed: UInt64) throws {
        let book = try FiguresBook(seed: seed)
        let whole = try #require(try book.figures([book.year]).slices.first)
        #expect(whole.calls.attempts > 0 && whole.base.figures.collectedAfterContact > 0)
        for grouping in FiguresQuery.Grouping.allCases {
            let parts = try book.figures([book.year], by: grouping).slices
            #expect(parts.count == (grouping == .collector ? 3 : 2))
            try expect(parts, addUpTo: whole, isInTime: false)
        }
        try expect(try book.figures(book.year.months).slices, addUpTo: whole, isInTime: true)
        try expect(try book.figures(book.year.weeks).slices, addUpTo: whole, isInTime: true)
        let ana = try #require(try book.figures([book.year], of: ["Ana"]).slices.first)
        let named = try #require(try book.figures([book.year], by: .collector).slices.first { $0.group == "ana" })
        #expect(ana.base.figures == named.base.figures && ana.calls == named.calls)
    }

    private func expect(_ parts: [FigureSlice], addUpTo whole: FigureSlice, isInTime: Bool) throws {
        var calls = CallFigures()
        var disputes = DisputeFigures()
        for part in parts {
            calls.add(part.calls)
            disputes.add(part.disputes)
        }
        #expect(calls == whole.calls)
        #expect(disputes == whole.disputes)
        for currency in whole.ledgers.keys {
            try expect(
                parts.compactMap { $0.ledgers[currency] }, addUpTo: try #require(whole.ledgers[currency]), isInTime)
        }
        try expect(parts.map(\.base), addUpTo: whole.base, isInTime)
    }

    private func expect(_ parts: [LedgerSlice], addUpTo whole: LedgerSlice, _ isInTime: Bool) throws {
        var sum = LedgerFigures()
        var promises = PromiseFigures()
        var sales: Int64 = 0
        for part in parts {
            sum.add(part.figures)
            promises.add(part.promises)
            sales += try part.periodSales.get()
        }
        if isInTime, let first = parts.first, let last = parts.last {
            // What is open is that of the first and the last day; everything else happens once.
            #expect(first.figures.begin == whole.figures.begin)
            sum.begin = first.figures.begin
            (sum.end, sum.endCurrent, sum.open) = (last.figures.end, last.figures.endCurrent, last.figures.open)
            (sum.overdue, sum.overdueDays) = (last.figures.overdue, last.figures.overdueDays)
            (sum.over60, sum.over90) = (last.figures.over60, last.figures.over90)
        }
        #expect(sum == whole.figures)
        #expect(promises == whole.promises)
        #expect(sales == (try whole.periodSales.get()))
    }
}
