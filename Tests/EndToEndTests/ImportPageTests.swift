import Foundation
import Testing

/// The import page in a real terminal: looks and imports by child processes.
@Suite(.enabled(if: TerminalSession.isHere), .serialized) struct ImportPageTests {
    private static let odd =
        "Nr;Kto;Beleg;vom;Blau\n1;K1;B-1;03/04/2026;1.200\n2;K2;B-2;05/06/2026;90,50\n3;K3;B-3;05/06/2026;?\n"

    @Test(
        """
        A file that can't be guessed is mapped, answered, kept as a profile and imported; the next one is read so \
        at once
        """
    )
    func mapping() throws {
        let program = try Program()
        try program.run("import", try program.write(Program.openItems, to: "open.csv"), "--as-of", "2026-04-01")
        let file = try program.write(ImportPageTests.odd, to: "odd.csv")
        let terminal = try TerminalSession(program, columns: 120, rows: 50)
        try terminal.wait(for: "QUEUE")
        try terminal.type(":import")
        try terminal.press("Enter")
        try terminal.wait(for: "CSV or a workbook, as your ERP writes it")
        try terminal.type(file)
        try terminal.press("Enter")
        try terminal.wait(for: "no column for the account")
        // A header that nobody knows: six settings, then the columns.
        for (place, meaning) in [("account"), ("invoice number"), ("date"), ("open amount")].enumerated() {
            for _ in 0..<(place == 0 ? 8 : 1) { try terminal.press("Tab") }
            try terminal.press("Space")
            try terminal.type(meaning)
            try terminal.press("Enter")
            try terminal.wait { screen in screen.contains("→ \(meaning) (your choice)") && !screen.contains("reading") }
        }
        try terminal.wait(for: "▸? No row names a currency")
        try terminal.press("Tab", "Space")
        try terminal.type("eur")
        try terminal.press("Enter")
        try terminal.wait(for: "▸? vom: the dates fit more than one order")
        try terminal.press("Tab", "Enter")
        // As a full ledger it would clear all that is there.
        try terminal.wait(for: "USD: 1,790.50 cleared")
        try terminal.press("Tab", "Tab", "Tab", "Tab", "Tab", "Right", "Right")
        let seen = try terminal.wait(for: "0 unchanged, 0 cleared")
        #expect(
            seen.contains("2026-04-03") && seen.contains("1200.00") && seen.contains("line 4, Blau: “?” is no amount"),
            "\(seen)")
        #expect(try program.run("verify", "--json").json["accounts"] as? Int == 2, "a look changes nothing")

        try terminal.press("s")
        try terminal.wait(for: "Name of the profile")
        try terminal.type("weekly")
        try terminal.press("Enter")
        try terminal.wait(for: "saved as weekly")
        try terminal.press("Enter")
        try terminal.wait(for: "odd.csv was imported; 1 refused row is kept in odd.csv.rejects.csv")
        #expect(FileManager.default.fileExists(atPath: file + ".rejects.csv"))
        #expect(try program.run("verify", "--json").json["accounts"] as? Int == 4)
        let again = try program.run("import", file, "--dry-run", "--json").json
        #expect(again["profile"] as? String == program.folder + "/config/duly/profiles/weekly.toml")
        #expect((again["invoices"] as? [String: Any])?["unchanged"] as? Int == 2)
    }

    @Test("A look at a file leaves no book behind, and what is wrong with it is said in its place")
    func refusals() throws {
        let program = try Program()
        let html = try program.write("<html><body>Log in</body></html>", to: "login.csv")
        let terminal = try TerminalSession(program)
        try terminal.press("i")
        try terminal.type(html)
        try terminal.press("Enter")
        try terminal.wait(for: "not CSV")
        try terminal.press("C-u")
        try terminal.type(program.folder)
        try terminal.press("Enter")
        try terminal.wait(for: "is a folder")
        try terminal.press("C-u")
        try terminal.type(try program.write(Program.openItems, to: "-open.csv"))
        try terminal.press("Enter")
        try terminal.wait(for: "3 rows: 3 accepted")
        let left = try FileManager.default.subpathsOfDirectory(atPath: program.folder).filter { $0.contains(".duly") }
        #expect(left.isEmpty, "\(left)")
        try terminal.press("Escape", "Escape")
        try terminal.wait(for: "There is no book yet")
    }

    @Test("What the book's guard refuses is said with where it can be meant, and taken when it is")
    func odd() throws {
        let program = try Program()
        let file = try program.write(Program.openItems, to: "open.csv")
        try program.run("import", file, "--as-of", "2030-01-01")
        let terminal = try TerminalSession(program)
        try terminal.wait(for: "QUEUE")
        try terminal.type(":import")
        try terminal.press("Enter")
        try terminal.type(file)
        try terminal.press("Enter")
        try terminal.wait(for: "say so below by")
        try terminal.press("Enter")
        try terminal.wait(for: "the file can't be imported yet")
        try terminal.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Right")
        try terminal.wait(for: "3 rows: 3 accepted")
        try terminal.press("Enter")
        try terminal.wait(for: "open.csv was imported")
        #expect(try program.run("verify").status == 0)
    }

    @Test("A column is said on the command line; a meaning that isn't one is refused with those that are")
    func columnOption() throws {
        let program = try Program()
        let file = try program.write(ImportPageTests.odd, to: "odd.csv")
        let said = [
            "--column", "account=Kto", "--column", "item-number=Beleg", "--column", "day=vom", "--column", "open=Blau",
        ]
        let more = ["--dates", "dmy", "--currency", "EUR", "--json"]
        let answer = try program.run(["import", file] + said + more)
        #expect(answer.json["accepted"] as? Int == 2 && answer.json["rejected"] as? Int == 1, "\(answer.errors)")
        let wrong = try program.run("import", file, "--column", "customer=Kto")
        #expect(wrong.status == 64 && wrong.errors.contains("item-number"))
        #expect(try program.run("import", file, "--partial", "--full").status == 64)
        let aside = try program.write(Program.openItems, to: "open.csv")
        let dry = try program.run("import", aside, "--column", "aside=Phone", "--dry-run", "--json").json
        let columns = dry["columns"] as? [[String: Any]] ?? []
        #expect(columns.contains { $0["header"] as? String == "Phone" && $0["meaning"] is NSNull })
    }
}

extension TerminalSession {
    fileprivate func wait(until holds: (String) -> Bool) throws { try wait("what was typed", until: holds) }
}
