import Foundation
import Testing

/// The past replayed by the program, and by an independent tool on the same files.
@Suite struct BacktestTests {
    /// Three customers over two years, who pay two days, three weeks and two months late.
    static let settled: String = {
        var rows = ["Customer,Invoice Number,Invoice Date,Due Date,Currency,Amount,Settled Date"]
        for nth in 0..<100 {
            for (place, late) in [2, 21, 60].enumerated() {
                let day = { (offset: Int) in date(nth * 7 + offset) }
                let amount = (place + 1) * 100 + nth
                rows.append("C\(place),I-\(place)-\(nth),\(day(0)),\(day(30)),USD,\(amount).00,\(day(30 + late))")
            }
        }
        return rows.joined(separator: "\n") + "\n"
    }()

    private static func date(_ day: Int) -> String {
        // 1 January 2023.
        let time = Date(timeIntervalSince1970: TimeInterval((19_358 + day) * 86_400))
        return String(time.formatted(.iso8601).prefix(10))
    }

    private func shares(_ answer: Program.Answer) throws -> [String: [Int: Double]] {
        let rules = try #require(answer.json["rules"] as? [[String: Any]])
        var found: [String: [Int: Double]] = [:]
        for rule in rules {
            let name = try #require(rule["rule"] as? String)
            for share in try #require(rule["shares"] as? [[String: Any]]) {
                let calls = try #require(share["calls"] as? Int)
                found[name, default: [:]][calls] = try #require(share["share"] as? Double)
            }
        }
        return found
    }

    @Test(
        "The replay says what it measures, how sure that is, and that it shows delay, not what a call changes"
    )
    func text() throws {
        let program = try Program()
        #expect(try program.run("import", try program.write(BacktestTests.settled, to: "settled.csv")).status == 0)
        let answer = try program.run("backtest", "--calls", "1", "2")
        #expect(answer.status == 0)
        for words in [
            "days, every 7 days from", "3 payers, 300 payments", "not what a call changes", "1 call a day",
            "strategy in force", "oldest first",
            "largest balance", "largest overdue", "overdue x days", "random", "expected delay only", "95 % interval",
            "Calls before the due day",
        ] { #expect(answer.output.contains(words), "\(words)") }
        let json = try program.run("backtest", "--calls", "1", "2", "--json").json
        #expect(json["shortage"] is NSNull)
        #expect(json["says"] as? String == "where delay will be, not what a call changes")
        #expect(json["from"] as? String == "2023-06-01")
        let days = try #require(json["byDay"] as? [[String: Any]])
        #expect(days.count == json["days"] as? Int && days.count > 80)
    }

    @Test("A strategy of a file stands next to the one in force; one that can't be read is named")
    func strategies() throws {
        let program = try Program()
        try program.run("import", try program.write(BacktestTests.settled, to: "settled.csv"))
        let file = try program.write("[strategy]\nbefore-due = 0\n", to: "other.toml")
        let answer = try program.run("backtest", "--calls", "1", "--strategy", file, "--json")
        #expect(try shares(answer)["file"]?[1] != nil)
        let due = try #require(answer.json["beforeDue"] as? [[String: Any]])
        #expect(due.count == 2)
        #expect(try program.run("backtest", "--strategy", "nowhere.toml").status == 66)
        #expect(try program.run("backtest", "--from", "2023-99-01").status == 64)
    }

    @Test("A book without a past, or with a short one, is told so plainly and is no failure")
    func short() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"), "--as-of", "2026-04-01")
        let none = try program.run("backtest")
        #expect(none.status == 0)
        #expect(none.output.contains("no payments with a day"))
        #expect(none.output.contains("not what a call changes"))
        let little = try Program()
        let rows = BacktestTests.settled.split(separator: "\n").prefix(64).joined(separator: "\n") + "\n"
        try little.run("import", try little.write(rows, to: "settled.csv"))
        let answer = try little.run("backtest", "--from", "2023-05-01", "--to", "2023-05-20")
        #expect(answer.status == 0)
        #expect(answer.output.contains("The history is short: 63 payments"))
        #expect(answer.output.contains("strategy in force"))
        #expect(
            try little.run("backtest", "--from", "2023-05-01", "--to", "2023-05-20", "--json").json["shortage"]
                as? String == "few payments")
    }

    @Test("The page charts shares by calls and over time, in ASCII too")
    func page() throws {
        let program = try Program()
        try program.run("import", try program.write(BacktestTests.settled, to: "settled.csv"))
        for (size, theme) in [("80x24", "ascii"), ("120x36", "dark")] {
            let screen = try program.run("screen", "--keys", ":backtest<enter>", "--size", size, "--theme", theme)
                .output
            #expect(screen.contains("Backtest") && screen.contains("not what a call changes"))
            #expect(screen.contains("Calls a day") && screen.contains("Over time, 5 calls a day"))
            #expect(screen.contains(theme == "ascii" ? "####" : "▓▓▓▓"))
        }
        let turned = try program.run("screen", "--keys", ":backtest<enter><tab>", "--size", "80x24").output
        #expect(turned.contains("Over time, 10 calls a day"))
    }

    // MARK: Against the tool

    static let files: [(name: String, currency: String, arguments: [String], step: Int)] = [
        ("settled-invoices.csv", "USD", ["--from", "2012-07-01", "--to", "2013-11-30"], 7),
        ("fees.csv", "PHP", ["--from", "2022-01-03", "--to", "2025-06-29"], 28),
        ("fees.csv", "PHP", ["--from", "2022-01-03", "--to", "2025-06-29", "--paid-within", "180"], 28),
    ]

    /// What the tool says: by rule, then by number of calls.
    private func tool(_ file: String, _ arguments: [String]) throws -> [String: [String: Double]] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", try #require(Program.shared) + "/tools/backtest.py", file, "--json"] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: Double]])
    }

    private func compare(_ theirs: [String: [String: Double]], _ ours: [String: [Int: Double]], _ file: String) throws {
        for (rule, shares) in theirs where rule != "random" {
            for (calls, share) in shares {
                let own = try #require(Int(calls).flatMap { ours[rule]?[$0] })
                #expect(
                    abs(own - share) < 0.000_501, "\(file), \(rule) with \(calls) calls: \(own), the tool says \(share)"
                )
            }
        }
    }

    @Test(
        "On the real files every rule agrees with the tool to the third digit",
        .enabled(if: Program.canRunTool, "../shared or python3 is not here"), arguments: files)
    func realFiles(file: String, currency: String, arguments: [String], step: Int) throws {
        let program = try Program()
        let path = try #require(Program.shared) + "/data/" + file
        #expect(try program.run("import", path, "--currency", currency).status == 0)
        let calls = ["3", "5", "10"]
        func ours(_ step: Int) throws -> [String: [Int: Double]] {
            try shares(program.run(["backtest", "--json", "--step", "\(step)", "--calls"] + calls + arguments))
        }
        let rules = try tool(path, ["--step", "\(step)", "-k"] + calls + arguments)
        #expect(rules.count == 6)
        try compare(rules, try ours(step), file)
        // The tool asks for one queue a day: fewer days do for the strategy's own order.
        let book = try #require(program.environment["DULY_BOOK"])
        let few = try tool(
            path, ["--step", "\(step * 10)", "--duly", Program.path, "--book", book, "-k"] + calls + arguments)
        #expect(few["duly"] != nil)
        try compare(few, try ours(step * 10), file)
    }
}

extension Program {
    /// Whether the independent tool can be asked.
    static let canRunTool: Bool = {
        guard let shared, FileManager.default.fileExists(atPath: shared + "/tools/backtest.py") else { return false }
        return (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains { folder in
            FileManager.default.isExecutableFile(atPath: folder + "/python3")
        }
    }()
}
