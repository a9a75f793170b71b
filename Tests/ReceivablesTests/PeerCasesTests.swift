import Foundation
import Receivables
import Testing

/// What peer systems assert about ageing and payment terms, held against ours where the cases stand beside the
/// project.
@Suite(.enabled(if: PeerCases.path != nil, "../shared is not here: the peers' cases are skipped"))
struct PeerCasesTests {
    /// Where DOMAIN.md decides otherwise, or what a case asks for is not part of ours; each with the reason.
    static let notOurs = [
        "ageing-boundary-03": "puts day 30 in 31-60 despite its label",
        "ageing-boundary-04": "puts day 0 in the first overdue bucket",
        "ageing-boundary-05": "counts the last 30 days as current", "ageing-boundary-06": "calendar months, not days",
        "ageing-unapplied-01": "nets unapplied cash; ours stands beside",
        "odoo-term-04": "a least distance before a day of the month",
        "odoo-term-07": "days, then month end, then a day", "odoo-term-09": "month end, then a day",
        "odoo-term-10": "days, then month end, then a day", "odoo-split-03": "a fixed amount among percentages",
        "odoo-split-04": "allows a negative last line; ours refuses",
        "odoo-split-05": "allows a negative last line; ours refuses",
        "odoo-split-07": "cash rounding", "odoo-split-10": "labels of instalments",
    ]
    static let held = [
        "ageing-boundary-01", "odoo-term-01", "odoo-term-03", "odoo-term-06", "odoo-split-01", "odoo-split-06",
        "odoo-split-09",
    ]

    @Test("Every case on ageing and terms is held, or listed with the reason why not")
    func listed() throws {
        for id in try PeerCases.all().keys
        where id.hasPrefix("ageing-") || id.hasPrefix("odoo-term") || id.hasPrefix("odoo-split") {
            #expect(PeerCasesTests.held.contains(id) != (PeerCasesTests.notOurs[id] != nil), "\(id)")
        }
    }

    @Test("Buckets hold both of their ends (ageing-boundary-01)")
    func boundaries() throws {
        let expected = try #require(PeerCases.expected("ageing-boundary-01")["bucket"] as? [String: String])
        let buckets = try #require(Buckets(bounds: [30, 60, 90]))
        for (days, label) in expected {
            let item = AgeingTests.item("I", due: -(try #require(Int(days))), open: 1)
            let name = buckets.names[buckets.index(of: item, on: AgeingTests.today)]
            #expect(name == (label == "not_due" ? "current" : label), "day \(days)")
        }
    }

    static let terms: [(String, Terms)] = [
        ("odoo-term-01", .net(days: 30)), ("odoo-term-03", .endOfMonthPlus(days: 45)),
        ("odoo-term-06", .dayOfMonth(1, afterMonths: 1)),
    ]

    @Test("Due dates follow from terms", arguments: terms)
    func dueDates(id: String, terms: Terms) throws {
        let dates = try #require(PeerCases.input(id)["invoice_dates"] as? [String])
        let due = try #require(PeerCases.expected(id)["due_dates"] as? [[String]])
        for (issued, expected) in zip(dates, due) {
            #expect(terms.due(from: try #require(Day(iso: issued))).iso == expected.first)
        }
    }

    @Test("Instalments split as the peers split them (odoo-split-01, -06, -09)")
    func splits() throws {
        let half = { (days: Int) in Terms.Instalment(hundredthsOfPercent: 5_000, terms: .net(days: days)) }
        let halves = try #require(Terms.inInstalments([half(2), half(4)]))
        #expect(halves.schedule(of: Money(minor: 3, .usd), issued: AgeingTests.today).map(\.amount.minor) == [2, 1])
        let dated = halves.schedule(of: Money(minor: 115_000, .usd), issued: try #require(Day(iso: "2016-01-01")))
        #expect(dated.map(\.due.iso) == ["2016-01-03", "2016-01-05"])
        #expect(dated.map(\.amount.decimal) == ["575.00", "575.00"])
        let lines = try #require(PeerCases.input("odoo-split-09")["lines"] as? [String])
        let parts = try lines.map { line in
            Terms.Instalment(
                hundredthsOfPercent: Int((try #require(Double(line.dropLast())) * 100).rounded()), terms: .net(days: 0))
        }
        #expect(Terms.inInstalments(parts) != nil)
    }
}

enum PeerCases {
    static let path: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.deletingLastPathComponent().appendingPathComponent("shared/cases/peers.json").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    static func all() throws -> [String: [String: Any]] {
        let data = try Data(contentsOf: URL(fileURLWithPath: try #require(path)))
        let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let cases = json?["cases"] as? [[String: Any]] ?? []
        return Dictionary(uniqueKeysWithValues: cases.compactMap { peer in (peer["id"] as? String).map { ($0, peer) } })
    }

    static func input(_ id: String) throws -> [String: Any] { try #require(all()[id]?["input"] as? [String: Any]) }
    static func expected(_ id: String) throws -> [String: Any] {
        try #require(all()[id]?["expected"] as? [String: Any])
    }
}
