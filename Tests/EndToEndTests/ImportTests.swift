import Foundation
import Testing

/// `duly import` as a user and as cron run it.
@Suite struct ImportTests {
    private static let odd = "Kto;Beleg;vom;Rest\nC1;I-1;03/04/2026;1.200\nC2;I-2;05/06/2026;90\n"
    private static let profile = """
        kind = "open-items"
        dates = "dmy"
        decimal = ","
        currency = "EUR"
        [columns]
        account = "Kto"
        item-number = "Beleg"
        day = "vom"
        open = "Rest"

        """

    @Test("A profile reads what can't be guessed, is kept, and then used for files of that header")
    func profiles() throws {
        let program = try Program()
        let file = try program.write(ImportTests.odd, to: "odd.csv")
        #expect(try program.run("import", file).status == 65)
        let profile = try program.write(ImportTests.profile, to: "odd.toml")
        let dry = try program.run("import", file, "--profile", profile, "--dry-run", "--save-profile", "weekly")
        #expect(dry.status == 0, "\(dry.errors)")
        #expect(dry.output.contains("EUR: 1,290.00 new") && dry.output.contains("Beleg  → invoice number"))
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/book.duly"))
        let kept = program.folder + "/config/duly/profiles/weekly.toml"
        #expect(FileManager.default.fileExists(atPath: kept))
        let answer = try program.run("import", file, "--json").json
        #expect(answer["profile"] as? String == kept && answer["accepted"] as? Int == 2)
        let again = try program.run("import", file, "--dry-run", "--save-profile", "weekly")
        #expect(again.status == 73 && again.errors.contains("there is one already"))
        let replaced = try program.run("import", file, "--dry-run", "--save-profile", "weekly", "--replace-profile")
        #expect(replaced.status == 0 && replaced.errors.contains("The profile is saved in \(kept)"))
    }

    @Test(
        "A wrong profile is named with file, line and reason, also where it lies in the folder, and nothing is imported"
    )
    func wrongProfile() throws {
        let program = try Program()
        let file = try program.write(Program.openItems, to: "open.csv")
        let wrong = try program.write("kind = \"open-items\"\ndates = \"often\"\n", to: "wrong.toml")
        let named = try program.run("import", file, "--profile", wrong)
        #expect(
            named.status == 78 && named.errors.contains("wrong.toml, line 2, column 1: dates is one of dmy mdy ymd"))
        let folder = program.folder + "/config/duly/profiles"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: wrong, toPath: folder + "/wrong.toml")
        #expect(try program.run("import", file).status == 78)
        #expect(try program.run("import", file, "--profile", "missing").status == 66)
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/book.duly"))
    }

    @Test("A row that comes twice is taken once and counted as a copy; with other figures it is refused")
    func copies() throws {
        let program = try Program()
        let header = "Customer,Invoice,Date,Currency,Open Amount\n"
        let rows =
            """
            C1,I1,2026-03-01,EUR,10.00\nC2,I2,2026-03-01,EUR,20.00\nC1,I1,2026-03-01,EUR,10.00\nC2,I2,2026-03-01,\
            EUR,21.00\n
            """
        let result = try program.run(
            "import", try program.write(header + rows, to: "open.csv"), "--as-of", "2026-04-01", "--json")
        let report = result.json
        #expect(report["rows"] as? Int == 4 && report["accepted"] as? Int == 2, "\(result.output)")
        #expect(report["rejected"] as? Int == 1 && report["skipped"] as? Int == 1)
        #expect(try program.run("ageing", "--as-of", "2026-04-01").output.contains("30.00"))
    }

    @Test("A dry run shows what would change beside what is there, as text and as JSON")
    func dryRun() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"), "--as-of", "2026-04-01")
        let next = Program.openItems.replacing("1200.00,1200.00", with: "1200.00,700.00").replacing(
            "C2,Birch", with: "0C2,Birch")
        let file = try program.write(next, to: "next.csv")
        let text = try program.run("import", file, "--dry-run", "--as-of", "2026-04-02")
        #expect(text.status == 0 && text.errors.contains("nothing was changed"))
        #expect(text.output.contains("USD: 90.50 new, -500.00 on known items, 90.50 cleared"))
        #expect(text.output.contains("possible duplicate: 0C2 looks like C2"))
        let json = try program.run("import", file, "--dry-run", "--as-of", "2026-04-02", "--json").json
        #expect(
            (json["amounts"] as? [String: [String: String]])?["USD"] == [
                "new": "90.50", "updated": "-500.00", "cleared": "90.50", "received": "0.00",
            ])
        #expect((json["preview"] as? [[String: Any]])?.map { $0["open"] as? String } == ["700.00", "500.00", "90.50"])
        #expect((json["columns"] as? [[String: Any]])?.first?["meaning"] as? String == "account")
        #expect(try program.run("ageing", "--json", "--as-of", "2026-04-02").output.contains("1790.50"))
    }

    @Test("Several files are tried each upon those before it, in a book that isn't there yet as well")
    func dryRunOfSeveral() throws {
        let program = try Program()
        let files = [
            try program.write(
                "Payment ID,Invoice,Customer,Payment Date,Currency,Amount\nP1,I-3,C2,2026-04-02,USD,90.50\n",
                to: "a-payments.csv"),
            try program.write(Program.openItems, to: "b-open.csv"),
            try program.write(Program.openItems, to: "c-the-same.csv"),
        ]
        func said(_ arguments: [String]) throws -> [NSDictionary] {
            let answer = try program.run(["import"] + files + arguments + ["--json"])
            #expect(answer.status == 0, "\(answer.errors)")
            let reports = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]] ?? []
            return reports.map { NSDictionary(dictionary: $0.filter { !["preview", "columns"].contains($0.key) }) }
        }
        let tried = try said(["--dry-run"])
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/book.duly"))
        #expect((tried[1]["invoices"] as? [String: Int])?["unchanged"] == 3)
        #expect((tried[2]["notices"] as? [String])?.contains { $0.contains("the book doesn't hold") } == false)
        #expect(try said([]) == tried)
        #expect(try program.run("import", files[0], files[1], "--dry-run").errors.contains("nothing was changed"))
    }

    @Test("Where one of several files is refused, each is said to be imported or not")
    func oneOfSeveral() throws {
        let program = try Program()
        let header = "customer,invoice,date,due,amount,open,currency\n"
        let good = try program.write(header + "A,1,2026-01-02,2026-02-01,10.00,10.00,EUR\n", to: "good.csv")
        let bad = try program.write(header + "A,1,xx,yy,zz,10.00,EUR\n", to: "worse.csv")
        let strange = try program.write("foo,bar\n1,2\n", to: "strange.csv")
        let refused = try program.run("import", good, bad)
        #expect(refused.status == 65)
        #expect(
            refused.errors.contains("good.csv: imported.") && refused.errors.contains("worse.csv: not imported."),
            "\(refused.errors)")
        let unknown = try program.run("import", good, strange)
        #expect(
            unknown.errors.contains("good.csv: not imported.") && unknown.errors.contains("strange.csv: not imported."))
    }

    @Test("Of a folder every new file is taken once, by kind and name, whatever the others are like")
    func inbox() throws {
        let program = try Program()
        let folder = program.folder + "/inbox"
        try FileManager.default.createDirectory(atPath: folder + "/done", withIntermediateDirectories: true)
        #expect(try program.run("import", folder).errors.contains("0 files imported, 0 refused, 0 known"))
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/book.duly"))

        let payments = "Payment ID,Invoice,Customer,Payment Date,Currency,Amount\nP1,I-3,C2,2026-04-02,USD,90.50\n"
        _ = try program.write(payments, to: "inbox/a-payments.csv")
        _ = try program.write(Program.openItems, to: "inbox/b-open.csv")
        _ = try program.write("Customer,Name,On hold\nC1,Alder Limited,Legal\n", to: "inbox/c-customers.csv")
        _ = try program.write("PK\u{3}\u{4}", to: "inbox/d.xlsx")
        for ours in ["x.csv.rejects.csv", ".hidden.csv", "half.csv.part", "~$open.xlsx"] {
            _ = try program.write("nonsense", to: "inbox/" + ours)
        }
        let first = try program.run("import", folder)
        #expect(first.status == 1, "\(first.errors)")
        let order = ["c-customers.csv", "b-open.csv", "a-payments.csv"].compactMap {
            first.output.range(of: $0)?.lowerBound
        }
        #expect(order.count == 3 && order == order.sorted())
        #expect(
            first.errors.contains("d.xlsx is a workbook that was cut short")
                && first.errors.contains("3 files imported, 1 refused, 0 known"))
        let usd = (try program.run("ageing", "--json").json["totals"] as? [String: [String: String]])?["USD"]
        #expect(usd?["total"] == "1700.00")

        try FileManager.default.removeItem(atPath: folder + "/d.xlsx")
        _ = try program.write(payments, to: "inbox/the-same-under-another-name.csv")
        let entries = try program.run("verify", "--json").json["entries"] as? Int
        let second = try program.run("import", folder, "--json")
        #expect(second.status == 0 && second.output == "[]\n")
        #expect(try program.run("verify", "--json").json["entries"] as? Int == entries)

        _ = try program.write(payments.replacing("P1,I-3,C2", with: "P2,I-1,C1"), to: "inbox/a-payments-2.csv")
        #expect(try program.run("import", folder).errors.contains("1 file imported, 0 refused, 4 known"))
    }

    @Test("An inbox with nothing that can be taken leaves with the reason's code and no book")
    func uselessInbox() throws {
        let program = try Program()
        try FileManager.default.createDirectory(atPath: program.folder + "/inbox", withIntermediateDirectories: true)
        _ = try program.write("a,b\n1,2\n", to: "inbox/a.csv")
        _ = try program.write("Customer,Invoice,Date,Currency,Balance\nC1,I-1,2026-01-05,USD,\n", to: "inbox/b.csv")
        let answer = try program.run("import", "inbox", "--json")
        #expect(answer.status == 65, "\(answer.errors)")
        #expect(answer.output.contains("names its columns") && answer.output.contains("b.csv"))
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/book.duly"))
    }

    /// Some seconds of rows, so that there is a middle of it.
    private func large(_ program: Program) throws -> String {
        var text = "Customer,Name,Invoice Number,Invoice Date,Due Date,Currency,Amount,Open Amount\n"
        for nth in 0..<400_000 {
            text +=
                "C\(nth % 5_000),Name \(nth % 5_000),N-\(nth),2026-01-05,2026-02-04,USD,1200.00,1200.\(10 + nth % 90)\n"
        }
        return try program.write(text, to: "large.csv")
    }

    @Test(
        "Ctrl-C in the middle of an import leaves the book as it was, also one that was not there",
        .timeLimit(.minutes(3)))
    func interrupted() throws {
        let program = try Program()
        for _ in 0..<2 {
            let hadBook = FileManager.default.fileExists(atPath: program.folder + "/book.duly")
            let before = hadBook ? try program.run("verify", "--json").output : ""
            let file = try large(program)
            let (process, _, errors) = try program.start(["import", file, "--partial"])
            // Its first line says that rows are being read.
            var said = ""
            while !said.contains(" %"), process.isRunning {
                said += String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
            }
            #expect(said.contains("large.csv: "))
            process.interrupt()
            said += String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 130 && said.contains("Interrupted; the book is as it was."), "\(said)")
            #expect(FileManager.default.fileExists(atPath: program.folder + "/book.duly") == hadBook)
            if hadBook { #expect(try program.run("verify", "--json").output == before) }
            try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        }
    }

    @Test("A packed extract is taken like any other, and known again when it comes unpacked")
    func packed() throws {
        let program = try Program()
        let file = try program.write(Program.openItems, to: "open.csv")
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-k", file]
        try gzip.run()
        gzip.waitUntilExit()
        #expect(try program.run("import", file + ".gz", "--json").json["accepted"] as? Int == 3)
        let entries = try program.run("verify", "--json").json["entries"] as? Int
        #expect(try program.run("import", file).status == 0)
        #expect(try program.run("verify", "--json").json["entries"] as? Int == entries)
    }
}

/// `duly merge`.
@Suite struct MergeCommandTests {
    @Test("Two accounts become one customer by a command, and two again by another")
    func merge() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"))
        let merged = try program.run("merge", "C1", "C2", "--note", "same tax number")
        #expect(merged.status == 0 && merged.errors.contains("C2 is paid for by C1"), "\(merged.errors)")
        #expect(try program.run("journal").output.contains("pays for C2"))
        #expect(try program.run("account", "C2", "--json").json["payer"] as? String == "C1")
        #expect(try program.run("merge", "C1", "C2").status == 64)
        #expect(try program.run("merge", "C1", "C9").status == 66)
        #expect(try program.run("merge", "C1", "C2", "--undo").errors.contains("C2 is paid for by itself"))
        #expect(try program.run("merge", "C1", "C2", "--undo").status == 66)
        #expect(try program.run("verify").status == 0)
    }
}

/// `duly match`.
@Suite struct MatchCommandTests {
    @Test("Payments without an invoice are offered oldest first, and matched only when that is said")
    func match() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"), "--as-of", "2026-04-01")
        let payments =
            """
            Payment ID,Customer,Payment \
            Date,Currency,Amount\nP1,C1,2026-04-02,USD,1500.00\nP2,C2,2026-04-02,USD,100.00\n
            """
        let answer = try program.run("import", try program.write(payments, to: "payments.csv"), "--as-of", "2026-04-02")
        #expect(answer.output.contains("2 payments name no item: unapplied cash; `duly match` offers it"))
        let before = try program.run("verify").output
        let shown = try program.run("match")
        #expect(
            shown.output == """
                C1  P1 → I-1  1,200.00 USD
                C1  P1 → I-2  300.00 USD
                C2  P2 → I-3  90.50 USD
                C2  9.50 USD stays unapplied

                """)
        #expect(shown.errors.contains("Nothing was changed"))
        #expect(try program.run("verify").output == before)
        #expect(try program.run("match", "C1", "--apply").status == 0)
        let items = try program.run("account", "C1", "--json").json["items"] as? [[String: Any]]
        #expect(items?.map { $0["open"] as? String } == ["200.00"])
        #expect(try program.run("match", "--json").output.contains("\"item\":\"I-3\"") == true)
        #expect(try program.run("journal").output.contains("matched 1,200.00 USD with I-1"))
        #expect(try program.run("match", "C9").status == 66)
        #expect(try program.run("verify").status == 0)
    }
}
