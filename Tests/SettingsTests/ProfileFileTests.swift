import Exchange
import Receivables
import Settings
import Testing

@Suite struct ProfileFileTests {
    @Test("What is written as a profile is read back the same, odd headers included")
    func roundTrip() throws {
        let profile = ImportProfile(
            name: "own.toml", kind: .payments, header: ["Kto", "a \"b\" \\c", "Zo\u{eb}\u{1}\n", ""],
            columns: [.account: "Kto", .amount: "a \"b\" \\c", .day: "Zo\u{eb}\u{1}\n"], aside: ["x = 1"], skipRows: 3,
            dates: .dayMonthYear, decimal: .comma, currency: .usd, encoding: .utf16LittleEndian, source: "SAP",
            isPartial: true)
        #expect(try ProfileFile.read(ProfileFile.text(of: profile), name: "own.toml") == profile)
        let empty = ImportProfile(name: "own.toml")
        #expect(try ProfileFile.read(ProfileFile.text(of: empty), name: "own.toml") == empty)
    }

    static let wrong: [(String, Int?, String)] = [
        ("kind = \"open items\"", 1, "open-items"), ("\ndates = \"ddmmyy\"", 2, "dmy"),
        ("decimal = \"point\"", 1, ". ,"),
        ("currency = \"euro\"", 1, "EUR"), ("encoding = \"ebcdic\"", 1, "windows-1252"),
        ("header = \"Kto\"", 1, "list"),
        ("header = [1]", 1, "list"), ("skip-rows = -1", 1, "lines"), ("partial = \"yes\"", 1, "true or false"),
        ("colums = 1", 1, "no colums"), ("[columns]\naccount = 7", 2, "in quotes"),
        ("[columns]\naccount = \"Kto\"\ninvoice = \"Beleg\"", 3, "item-number"), ("kind = ", 1, ""),
        ("[columns]\nduly-reason = \"Grund\"", 2, "duly-reason"),
    ]

    @Test("A wrong profile is named with line and reason", arguments: wrong)
    func errors(text: String, line: Int?, says: String) {
        let error = #expect(throws: SettingsError.self) { try ProfileFile.read(text, name: "x.toml") }
        #expect(error?.line == line)
        if !says.isEmpty { #expect(error?.description.contains(says) == true, "\(error?.description ?? "")") }
        #expect(error?.file == "x.toml")
    }
}
