import Settings
import Terminal
import Testing
import Workstation

@Suite struct ThemeFileTests {
    @Test("Every theme that ships can be read, and each names itself")
    func builtIn() throws {
        for name in BuiltInThemes.names {
            #expect(try BuiltInThemes.theme(named: name)?.name == name)
        }
        #expect(try BuiltInThemes.theme(named: "nonsense") == nil)
    }

    @Test("What a theme leaves out is as in the default")
    func partial() throws {
        let theme = try ThemeFile.read("overdue = { style = \"blue\", mark = \"*\" }\n", name: "mine.toml")
        #expect(theme.name == "mine")
        #expect(theme[.overdue].mark == "*")
        #expect(theme[.good] == Theme.standard[.good])
    }

    static let wrong: [(String, Int?, String)] = [
        ("overdue = { style = \"red\"", 1, "end-of-file"), ("\noverdu = { style = \"red\" }", 2, "overdue"),
        ("good = { style = \"reddish\" }", 1, "reddish"), ("good = \"red\"", 1, "style"),
        ("good = { styl = \"red\" }", 1, "styl"), ("good = { mark = \"much too long\" }", 1, "two cells"),
        ("[glyphs]\npointer = \"ab\"", 2, "one cell"), ("[glyphs]\npoint = \"a\"", 2, "point"),
    ]

    @Test("A wrong theme is named with line and reason", arguments: wrong)
    func errors(text: String, line: Int?, says: String) {
        let error = #expect(throws: SettingsError.self) { try ThemeFile.read(text, name: "x.toml") }
        #expect(error?.line == line)
        #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
        #expect(error?.file == "x.toml")
    }
}

@Suite struct UserSettingsTests {
    @Test("Settings are read as the user guide shows them")
    func reading() throws {
        let text = """
            theme = "dark"
            dial = ["sipdial", "{number}"]
            [keys]
            call = ["K"]
            """
        let settings = try UserSettings.read(text, file: "config.toml")
        #expect(settings.theme == "dark")
        #expect(settings.dial == ["sipdial", "{number}"])
        #expect(settings.bindings.keys(of: .call) == [.character("K")])
    }

    static let wrong: [(String, Int?, String)] = [
        ("thme = \"dark\"", 1, "theme"), ("theme = 3", 1, "quotes"), ("dial = \"sipdial\"", 1, "list"),
        ("dial = []", 1, "one"),
        ("[keys]\ncll = [\"C\"]", 2, "cll"), ("[keys]\ncall = [\"<nonsense>\"]", 2, "nonsense"),
        ("theme = ", 1, "end-of-file"), ("[targets]\ncalls = 0", 2, "above zero"),
        ("[targets]\ncall = 4", 2, "break-after"),
    ]

    @Test("Wrong settings are named with line and reason", arguments: wrong)
    func errors(text: String, line: Int?, says: String) {
        let error = #expect(throws: SettingsError.self) { try UserSettings.read(text, file: "c.toml") }
        #expect(error?.line == line, "\(error?.description ?? "")")
        #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
    }

    @Test("Everything that is wrong is named at once, in the order of the lines")
    func all() {
        let text = """
            theme = 3
            dial = "sipdial"
            [targets]
            calls = 0
            calling = 3
            [keys]
            cll = ["C"]
            call = ["<nonsense>"]
            note = ["q"]
            prepare = ["x"]
            """
        let error = #expect(throws: SettingsError.self) { try UserSettings.read(text, file: "c.toml") }
        #expect(error?.mistakes.map(\.line) == [1, 2, 4, 5, 7, 8, 9, 10])
        #expect(error?.sentences.allSatisfy { $0.hasPrefix("c.toml, line ") } == true)
    }
}
