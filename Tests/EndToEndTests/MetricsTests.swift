import Foundation
import Testing

/// Figures on the command line.
@Suite struct MetricsTests {
    private static let history = """
        Customer,Invoice Number,Invoice Date,Due Date,Currency,Amount,Paid Date,Collector
        C1,I-1,2026-01-05,2026-02-04,USD,1200.00,2026-02-10,ana
        C1,I-2,2026-02-05,2026-03-07,USD,800.00,,ana
        C2,I-3,2026-02-10,2026-03-12,USD,400.00,2026-03-12,ben

        """

    private func loaded() throws -> Program {
        let program = try Program()
        #expect(try program.run("import", try program.write(MetricsTests.history, to: "history.csv")).status == 0)
        return program
    }

    @Test("A month in JSON has the documented keys; what is divided by zero is null, with the reason")
    func json() throws {
        let program = try loaded()
        let march = try program.run("metrics", "--month", "2026-03", "--json").json
        #expect(march["from"] as? String == "2026-03-01" && march["to"] as? String == "2026-03-31")
        #expect(march["days"] as? Int == 31)
        let usd = try #require((march["currencies"] as? [String: [String: Any]])?["USD"])
        for key in [
            "dso", "dsoCountback", "bestPossibleDSO", "averageDaysDelinquent", "turnover", "cei", "weightedDaysLate",
        ] {
            #expect(usd[key] != nil, "\(key)")
        }
        #expect(usd["dso"] is NSNull)
        #expect((usd["noFigure"] as? [String: String])?["dso"] == "no sales in the period")
        #expect(usd["receivables"] as? String == "800.00")
        #expect(usd["overdueShare"] as? Double == 1)
        #expect(usd["weightedDaysLate"] as? Double == 0)
        // 800 of 1,200 of February: 28 × 2 ÷ 3, and the 31 days of March.
        #expect(usd["dsoCountback"] as? Double == 49.666667)
        let promises = try #require(usd["promises"] as? [String: Any])
        for key in ["made", "kept", "partlyKept", "broken", "keptRate", "keptRateByAmount"] {
            #expect(promises[key] != nil, "\(key)")
        }
        for key in ["calls", "rightPartyContacts", "rightPartyRate"] { #expect(march[key] != nil, "\(key)") }
        let quarter = try program.run("metrics", "--from", "2026-01-01", "--to", "2026-03-31", "--json").json
        let figures = try #require((quarter["currencies"] as? [String: [String: Any]])?["USD"])
        #expect(figures["dso"] as? Double == 30)
        #expect(figures["weightedDaysLate"] as? Double == 4.5)
        #expect(figures["collected"] as? String == "1600.00")
    }

    @Test("Text says what each figure means; parts, rows and CSV")
    func text() throws {
        let program = try loaded()
        let text = try program.run("metrics", "--from", "2026-01-01", "--to", "2026-03-31")
        #expect(text.status == 0)
        #expect(text.output.contains("days of sales that are open"))
        #expect(text.output.contains("30.00"))
        let months = try program.run("metrics", "--year", "2026", "--by", "month", "--as-of", "2026-03-31").output
        #expect(months.split(separator: "\n").count == 4)
        let people = try program.run("metrics", "--month", "2026-03", "--by", "collector").output
        #expect(people.contains("ana") && people.contains("ben"))
        let rows = try program.run("metrics", "--month", "2026-03", "--rows", "receivables", "--csv").output
        #expect(rows.contains("open at end,C1,I-2,2026-03-31,USD,800.00,24,"))
        let csv = try program.run("metrics", "--month", "2026-03", "--csv").output
        #expect(csv.contains("2026-03-01,2026-03-31,,USD,dso,,,,no sales in the period"))
        for wrong in [
            ["--month", "2026-13"], ["--month", "2026-03", "--year", "2026"], ["--rows", "luck"], ["--by", "moon"],
            ["--to", "2026-03-31"], ["--month", "2099-01"],
        ] {
            #expect(try program.run(["metrics"] + wrong).status == 64, "\(wrong)")
        }
    }

    @Test("Sales of a month are typed, listed and stand in the journal; a book of open items needs them")
    func sales() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"), "--as-of", "2026-03-31")
        let before = try program.run("metrics", "--month", "2026-03")
        #expect(before.output.contains("duly sales 2026-03"))
        #expect(before.output.split(separator: "\n").dropFirst().first?.hasPrefix("receivables") == true)
        #expect(try program.run("sales", "2026-03", "nothing").status == 64)
        #expect(try program.run("sales", "2026-3", "5").status == 64)
        #expect(try program.run("sales", "2026-03", "1,000").status == 0)
        let said = try program.run("sales", "2026-03", "3,581.00")
        #expect(said.status == 0 && said.errors.contains("3,581.00 USD"))
        #expect(try program.run("sales").output.contains("3581.00"))
        #expect(try program.run("journal", "--kind", "sales").output.contains("sales of 2026-03: 3,581.00 USD"))
        let march = try program.run("metrics", "--month", "2026-03", "--json").json
        let usd = try #require((march["currencies"] as? [String: [String: Any]])?["USD"])
        #expect(usd["dso"] as? Double == 15.5)
        #expect(try program.run("verify").status == 0)
    }

    @Test("DSO of the settled invoices on three days", .enabled(if: Program.shared != nil, "../shared is not here"))
    func settledInvoices() throws {
        let program = try Program()
        let file = try #require(Program.shared) + "/data/settled-invoices.csv"
        #expect(try program.run("import", file, "--currency", "USD").status == 0)
        for (from, to, expected) in [
            ("2012-10-03", "2012-12-31", "28.42"), ("2013-01-01", "2013-03-31", "30.08"),
            ("2013-04-02", "2013-06-30", "25.54"),
        ] {
            let figures = try program.run("metrics", "--from", from, "--to", to, "--json").json
            let usd = try #require((figures["currencies"] as? [String: [String: Any]])?["USD"])
            let dso = try #require(usd["dso"] as? Double)
            #expect(String(format: "%.2f", dso) == expected)
            #expect(usd["dso90"] as? Double == dso)
        }
    }
}
