import Foundation
import Testing

/// What the order is held to, on the real files: shares of avoidable delay, parameters chosen on one half and measured
/// on the other, and the first rows that a caller would see.
@Suite(.enabled(if: Program.shared != nil, "../shared is not here: the real files are skipped"))
struct OrderEvidenceTests {
    struct File: Sendable {
        var name: String
        var currency: String
        var replay: [String]
        var calls: [Int]
        /// What the order has to catch at least, by calls; then the same where only what was paid within 180 days
        /// counts.
        var wanted: [Double]
        var wantedPaid: [Double]?
        /// A day with a full queue.
        var day: String
    }

    static let files = [
        File(
            name: "settled-invoices.csv", currency: "USD",
            replay: ["--from", "2012-07-01", "--to", "2013-11-30", "--step", "7"],
            calls: [3, 5, 10], wanted: [0.80, 0.83, 0.93], day: "2013-06-30"),
        File(
            name: "fees.csv", currency: "PHP", replay: ["--from", "2022-01-03", "--to", "2025-06-29", "--step", "28"],
            calls: [5, 10, 20], wanted: [0.92, 0.93, 0.94], wantedPaid: [0.69, 0.69, 0.78], day: "2025-06-30"),
    ]

    private func text(_ file: File) throws -> String {
        try String(contentsOfFile: try #require(Program.shared) + "/data/" + file.name, encoding: .utf8)
    }

    private func share(_ program: Program, _ file: File, _ options: [String] = [], rule: String = "duly") throws
        -> [Double]
    {
        let answer = try program.run(
            ["backtest"] + file.replay + ["--json", "--calls"] + file.calls.map { "\($0)" } + options)
        let rules = try #require(answer.json["rules"] as? [[String: Any]], "\(answer.output)")
        let found = try #require(rules.first { $0["rule"] as? String == rule }?["shares"] as? [[String: Any]])
        return try found.map { try #require($0["share"] as? Double) }
    }

    @Test("One standard strategy catches the wanted share of avoidable delay on both files", arguments: files)
    func wanted(file: File) throws {
        let program = try Program()
        try program.run("import", program.write(try text(file), to: "all.csv"), "--currency", file.currency)
        for (share, wanted) in zip(try share(program, file), file.wanted) { #expect(share >= wanted, "\(file.name)") }
        guard let paid = file.wantedPaid else { return }
        for (share, wanted) in zip(try share(program, file, ["--paid-within", "180"]), paid) {
            #expect(share >= wanted, "\(file.name), paid")
        }
    }

    /// Every second payer, or the first or second half of the days.
    enum Half: String, CaseIterable, Sendable { case payers, time }

    @Test(
        "Parameters chosen on one half do hardly better on the other than the standard ones", arguments: files,
        Half.allCases)
    func halves(file: File, half: Half) throws {
        let lines = try text(file).split(whereSeparator: \.isNewline).map(String.init)
        let id = try #require(lines.first?.split(separator: ",").firstIndex(of: "customerID"))
        func belongs(_ line: String, _ first: Bool) -> Bool {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            return half == .time || (fields[id].utf8.reduce(0) { $0 &+ Int($1) } % 2 == 0) == first
        }
        func program(_ first: Bool) throws -> Program {
            let program = try Program()
            let rows = [lines[0]] + lines.dropFirst().filter { belongs($0, first) }
            try program.run(
                "import", program.write(rows.joined(separator: "\n") + "\n", to: "half.csv"), "--currency",
                file.currency)
            return program
        }
        func replay(_ first: Bool) -> File {
            guard half == .time else { return file }
            var part = file
            // 2013 and 2024 begin the second halves.
            let middle = file.currency == "USD" ? ("2013-03-15", "2013-03-16") : ("2023-09-30", "2023-10-01")
            part.replay =
                first
                ? ["--from", file.replay[1], "--to", middle.0] + file.replay[4...]
                : ["--from", middle.1] + file.replay[2...]
            return part
        }
        let (choosing, measuring) = (try program(true), try program(false))
        func mean(_ shares: [Double]) -> Double { shares.reduce(0, +) / Double(shares.count) }
        var best: (share: Double, file: String)?
        for pseudo in [2, 4, 8] {
            for least in [0, 25, 50] {
                let rules = "[strategy]\npseudo-payments = \(pseudo)\nleast-likelihood = \(least)\n"
                let strategy = try choosing.write(rules, to: "s\(pseudo)-\(least).toml")
                let share = mean(try share(choosing, replay(true), ["--strategy", strategy], rule: "file"))
                if best.map({ share > $0.share }) ?? true { best = (share, strategy) }
            }
        }
        let chosen = mean(try share(measuring, replay(false), ["--strategy", try #require(best).file], rule: "file"))
        let standard = mean(try share(measuring, replay(false)))
        #expect(standard >= chosen - 0.02, "\(file.name) \(half): standard \(standard), chosen \(chosen)")
    }

    @Test(
        """
        The first rows hold no money that isn't owed, no one to be decided about, and no reason without amount \
        and day
        """,
        arguments: files)
    func rows(file: File) throws {
        let program = try Program()
        try program.run("import", program.write(try text(file), to: "all.csv"), "--currency", file.currency)
        try check(program.run("queue", "--as-of", file.day, "--limit", "20", "--json").json)
    }

    @Test("So do those of a ledger with contacts, and those of the demo")
    func otherRows() throws {
        let ledger = try Program()
        let file = try #require(Program.shared) + "/data/ledger-with-contacts.csv"
        try ledger.run("import", file, "--as-of", "2025-09-30")
        try check(ledger.run("queue", "--limit", "20", "--json").json)
        let demo = try Program()
        let book = demo.folder + "/kept.duly"
        try demo.run("demo", "--keep", book)
        try check(demo.run("queue", "--book", book, "--limit", "20", "--json").json)
    }

    private func check(_ page: [String: Any]) throws {
        let queue = try #require(page["queue"] as? [[String: Any]])
        #expect(queue.count >= 10)
        for row in queue {
            func amount(_ key: String) throws -> Double { Double(try #require(row[key] as? String)) ?? .nan }
            #expect(row["stands"] as? String == "call")
            #expect(try amount("stake") > 0)
            #expect(try amount("toCollect") <= amount("overdue"))
            #expect(try amount("stake") <= amount("open") + 0.001)
            let reasons = try #require(row["reasons"] as? [[String: Any]]).compactMap { $0["text"] as? String }
            // `12,400 overdue since Thu 3 Sep`, `before due: 85 due in 2 days, Tue 2 Jul`.
            #expect(
                reasons.first.map {
                    $0.contains(/[0-9]/) && $0.contains(/(Mon|Tue|Wed|Thu|Fri|Sat|Sun|today|20[0-9][0-9])/)
                } == true, "\(reasons)")
            // A caller says it aloud: no sentence of the program's own, no code, no braces.
            #expect(!reasons.contains { $0.contains(/[{}_]|nil|null/) }, "\(reasons)")
            let product = Double(try #require(row["product"] as? String)) ?? .nan
            let worth = try amount("worth")
            let doubled = 1 + worth * product
            let exponent = Double(doubled.exponent)
            #expect(row["score"] as? Int == Int((exponent + doubled.significand - 1) * 100))
        }
    }
}
