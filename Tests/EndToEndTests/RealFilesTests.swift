import Foundation
import Testing

/// The real receivables beside the project, by their independent figures.
@Suite(.enabled(if: Program.shared != nil, "../shared is not here: the real files are skipped"))
struct RealFilesTests {
    private func data(_ name: String) throws -> String { try #require(Program.shared) + "/data/" + name }

    private func totals(_ program: Program, _ day: String, _ currency: String) throws -> [String: String] {
        let answer = try program.run("ageing", "--as-of", day, "--json")
        let totals = try #require(answer.json["totals"] as? [String: [String: String]])
        return try #require(totals[currency])
    }

    static let settled: [(String, Int, Int, String, String, String)] = [
        ("2012-12-31", 54, 30, "3071.08", "2597.82", "473.26"), ("2013-03-31", 49, 29, "3186.11", "2651.65", "534.46"),
        ("2013-06-30", 49, 26, "2996.59", "2510.53", "486.06"),
    ]

    @Test(
        """
        The settled invoices: every figure of three past days to the cent, a full queue, and the same again \
        changes nothing
        """
    )
    func settledInvoices() throws {
        let program = try Program()
        let file = try data("settled-invoices.csv")
        #expect(try program.run("import", file, "--currency", "USD").status == 0)
        for (day, _, accounts, total, current, late) in RealFilesTests.settled {
            let figures = try totals(program, day, "USD")
            #expect(figures["total"] == total)
            #expect(figures["current"] == current)
            #expect(figures["1-30"] == late)
            let rows = try program.run("ageing", "--as-of", day, "--json").json["accounts"] as? [[String: Any]]
            #expect(rows?.count == accounts)
        }
        let page = try program.run("queue", "--as-of", "2013-06-30", "--json", "--later").json
        let queue = try #require(page["queue"] as? [[String: Any]])
        let later = try #require(page["later"] as? [[String: Any]])
        #expect(!queue.isEmpty)
        #expect(queue.allSatisfy { !(($0["reasons"] as? [Any]) ?? []).isEmpty })
        #expect(queue.count + later.count <= 26)
        let largest = queue.first { $0["account"] as? String == "4460-ZXNDN" }
        #expect(largest?["overdue"] as? String == "101.06")

        let before = try program.run("verify", "--json").json
        let again = try program.run("import", file, "--currency", "USD", "--json").json
        #expect((again["invoices"] as? [String: Int]) == ["new": 0, "updated": 0, "unchanged": 1267, "cleared": 0])
        #expect(try program.run("verify", "--json").json["head"] as? String == before["head"] as? String)
    }

    @Test("The ledger with contacts: both currencies to the cent, and people on the account's page")
    func ledger() throws {
        let program = try Program()
        let report = try program.run("import", try data("ledger-with-contacts.csv"), "--as-of", "2025-09-30", "--json")
            .json
        #expect(report["rows"] as? Int == 3107)
        let usd = try totals(program, "2025-09-30", "USD")
        let expected = [
            "total": "495396.08", "current": "202806.59", "1-30": "176179.71", "31-60": "42807.58", "61-90": "17974.46",
            "91-120": "5989.75", "121+": "49637.99", "unapplied": "0.00",
        ]
        #expect(usd == expected)
        let cad = try totals(program, "2025-09-30", "CAD")
        #expect(cad["total"] == "4324.89" && cad["31-60"] == "2554.89" && cad["121+"] == "172.03")
        let page = try program.run("account", "Pinnacle Attorneys", "--as-of", "2025-09-30")
        #expect(page.output.contains("70,883.84"))
        #expect(page.output.contains("555-"))
    }

    @Test("The SAP extract: what is open, dated from the document, with names from the partners' file")
    func sap() throws {
        let program = try Program()
        let files = try ["sap-ar-journal-items.csv", "sap-business-partners.csv"].map(data)
        #expect(try program.run(["import"] + files).status == 0)
        #expect(try totals(program, "2025-06-30", "INR")["total"] == "2654.64")
        #expect(try program.run("ageing", "--as-of", "2025-06-30", "--by-account").output.contains("Nguyen-Davis"))
        let queue = try program.run("queue", "--as-of", "2025-06-30", "--json").json["queue"] as? [Any]
        #expect(queue?.count == 2)
        let billing = try program.run("import", try data("sap-billing-headers.csv"))
        #expect(billing.status == 65)
        #expect(billing.errors.contains("journal items"))
    }
}
