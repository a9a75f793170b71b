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
    }

    @Test("A wrong profile is named with file, line and reason, also where it lies in the folder, and nothing is imported")
    func wrongProfile() throws {
        let program = try Program()
        let file = try program.write(Program.openItems, to: "open.csv")
        let wrong = try program.write("kind = \"open-items\"\ndates = \"often\"\n", to: "wrong.toml")
        let named = try program.run("import", file, "--profile", wrong)
        #expect(named.status == 78 && named.errors.contains("wrong.toml, line 2: dates is one of dmy mdy ymd"))
        let folder = program.folder + "/config/duly/profiles"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: wrong, toPath: folder + "/wrong.toml")
        #expect(try program.run("import", file).status == 78)
        #expect(try program.run("import", file, "--profile", "missing").status == 66)
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/book.duly"))
    }

    @Test("A dry run shows what would change beside what is there, as text and as JSON")
    func dryRun() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"), "--as-of", "2026-04-01")
        let next = Program.openItems.replacing("1200.00,1200.00", with: "1200.00,700.00").replacing("C2,Birch", with: "0C2,Birch")
        let file = try program.write(next, to: "next.csv")
        let text = try program.run("import", file, "--dry-run", "--as-of", "2026-04-02")
        #expect(text.status == 0 && text.errors.contains("nothing was changed"))
        #expect(text.output.contains("USD: 90.50 new, -500.00 on known items, 90.50 cleared"))
        #expect(text.output.contains("possible duplicate: 0C2 looks like C2"))
        let json = try program.run("import", file, "--dry-run", "--as-of", "2026-04-02", "--json").json
        #expect((json["amounts"] as? [String: [String: String]])?["USD"] == ["new": "90.50", "updated": "-500.00", "cleared": "90.50", "received": "0.00"])
        #expect((json["preview"] as? [[String: Any]])?.map { $0["open"] as? String } == ["700.00", "500.00", "90.50"])
        #expect((json["columns"] as? [[String: Any]])?.first?["meaning"] as? String == "account")
        #expect(try program.run("ageing", "--json", "--as-of", "2026-04-02").output.contains("1790.50"))
    }
}
