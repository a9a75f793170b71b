import Foundation
import Receivables
import Testing

/// What peer systems compute for given figures, held against ours where the cases stand beside the project.
@Suite(.enabled(if: PeerCases.path != nil, "../shared is not here: the peers' cases are skipped"))
struct MetricsPeerTests {
    static let held = [
        "metric-dso-simple-01", "metric-add-02", "metric-dso-countback-01", "metric-cei-01", "metric-dbt-01",
        "metric-wadp-01", "metric-turnover-01",
    ]
    static let notOurs = [
        "odoo-dso-01": "a per-customer DSO since the oldest invoice",
        "metric-cei-02": "divides sales by months; ours uses the sales of the period",
        "metric-wat-01": "adds weighted terms and days late; ours weighs days from invoice to payment",
    ]

    @Test("Every case on metrics is held, or listed with the reason why not")
    func listed() throws {
        for (id, peer) in try PeerCases.all() where (peer["area"] as? String)?.hasPrefix("metrics") == true {
            #expect(MetricsPeerTests.held.contains(id) != (MetricsPeerTests.notOurs[id] != nil), "\(id)")
        }
    }

    private func number(_ values: [String: Any], _ key: String) throws -> Double {
        try #require(values[key] as? NSNumber).doubleValue
    }

    private func minor(_ values: [String: Any], _ key: String) throws -> Int64 { Int64(try number(values, key)) * 100 }

    private func isClose(_ figure: Figure, _ expected: Double) -> Bool {
        figure.value.map { abs($0 - expected) <= 0.05 } ?? false
    }

    @Test("DSO by its formula and by countback, and days delinquent")
    func dso() throws {
        for id in ["metric-dso-simple-01", "metric-add-02"] {
            let (input, expected) = (try PeerCases.input(id), try PeerCases.expected(id))
            let (sales, days) = (try minor(input, "credit_sales"), Int(try number(input, "days")))
            let dso = Ratios.dso(receivables: try minor(input, "ar"), sales: sales, days: days)
            #expect(isClose(dso, try number(expected, "dso")))
            guard input["current_ar"] != nil else { continue }
            let best = Ratios.dso(receivables: try minor(input, "current_ar"), sales: sales, days: days)
            #expect(isClose(best, try number(expected, "best_possible_dso")))
            #expect(isClose(Ratios.averageDaysDelinquent(dso: dso, best: best), try number(expected, "add")))
        }
        let input = try PeerCases.input("metric-dso-countback-01")
        let sales = try #require(input["monthly_sales_latest_first"] as? [NSNumber]).map { $0.int64Value * 100 }
        let countback = Ratios.countbackDSO(
            receivables: try minor(input, "ar"), months: MetricsTests.months(sales))
        #expect(isClose(countback, try number(PeerCases.expected("metric-dso-countback-01"), "dso")))
    }

    @Test("CEI and turnover")
    func collection() throws {
        let input = try PeerCases.input("metric-cei-01")
        let cei = Ratios.cei(
            begin: try minor(input, "beginning"), sales: try minor(input, "credit_sales"),
            end: try minor(input, "ending_total"), endCurrent: try minor(input, "ending_current"))
        #expect(isClose(cei, try number(PeerCases.expected("metric-cei-01"), "cei_pct")))
        let year = try PeerCases.input("metric-turnover-01")
        let expected = try PeerCases.expected("metric-turnover-01")
        let mean = try minor(year, "average_ar")
        let turnover = Ratios.turnover(sales: try minor(year, "net_credit_sales"), begin: mean, end: mean)
        #expect(isClose(turnover, try number(expected, "turnover")))
        #expect(
            isClose(
                Ratios.collectionPeriod(turnover: turnover, days: 365),
                try number(expected, "average_collection_period_365")))
    }

    @Test("Days late and days to pay, weighted by amount")
    func paid() throws {
        let period = Period(from: try #require(Day(iso: "2026-01-01")), to: try #require(Day(iso: "2026-12-31")))
        var count = LedgerCount([period], rates: DatedRates(base: .usd))
        for invoice in try #require(PeerCases.input("metric-dbt-01")["invoices"] as? [[String: Any]]) {
            let due = try #require((invoice["due"] as? String).flatMap { Day(iso: $0) })
            let paid = try #require((invoice["paid"] as? String).flatMap { Day(iso: $0) })
            add(try minor(invoice, "amount"), issued: due, due: due, paid: paid, to: &count)
        }
        let late = try #require(count.totals.first?.value.periods[0])
        let days = Ratios.weightedDays(late.paidDaysLate, of: late.paid, else: .nothingPaid)
        #expect(isClose(days, try number(PeerCases.expected("metric-dbt-01"), "weighted")))
        var toPay = LedgerCount([period], rates: DatedRates(base: .usd))
        for invoice in try #require(PeerCases.input("metric-wadp-01")["invoices"] as? [[String: Any]]) {
            let paid = period.from.advanced(by: Int(try number(invoice, "days")))
            add(try minor(invoice, "amount"), issued: period.from, due: paid, paid: paid, to: &toPay)
        }
        let figures = try #require(toPay.totals.first?.value.periods[0])
        let mean = Ratios.weightedDays(figures.paidDays, of: figures.paid, else: .nothingPaid)
        #expect(isClose(mean, try number(PeerCases.expected("metric-wadp-01"), "weighted")))
    }

    private func add(_ amount: Int64, issued: Day, due: Day, paid: Day, to count: inout LedgerCount) {
        count.add(
            CountedItem(
                issued: issued, due: due, currency: .usd, amount: amount,
                parts: [CountedItem.Part(day: paid, kind: .payment, amount: amount, seen: paid)]), group: 0)
    }
}
