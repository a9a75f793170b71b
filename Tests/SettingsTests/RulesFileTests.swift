import Receivables
import Settings
import Testing

@Suite struct RulesFileTests {
    static let rules = Rules(base: .usd)

    static func read(_ text: String, _ part: RulesFile.Part = .strategy, over rules: Rules = rules) throws -> Rules {
        try RulesFile.read(text, name: "r.toml", over: rules, for: part) { $0.contains("/") || $0 == "UTC" }
    }

    /// Rules that differ from the usual in everything that a file can say.
    static func changed() throws -> Rules {
        var rules = Rules(
            base: .usd, zone: "Europe/London", buckets: Buckets(bounds: [7, 14], basis: .invoiceDate) ?? .standard,
            calendar: BusinessCalendar(weekend: [.sunday], holidays: [Day(number: 20_700), Day(number: 20_701)]),
            defaultTerms: .endOfMonthPlus(days: 15), minimum: 1_234,
            contact: ContactRules(attemptsPerDay: 2, attemptsPerWeek: 5, quietDays: 4),
            permitted: Hours(from: TimeOfDay(minutes: 500), till: TimeOfDay(minutes: 1_000)),
            calendars: ["Asia/Dubai": BusinessCalendar(weekend: [.friday, .saturday])], promiseTolerance: 3,
            termsByCode: [TermsCode("NAH4"): .net(days: 45), TermsCode("Z 1"): .endOfMonthPlus(days: 10)])
        rules.plans = PlanPolicy(
            mostInstalments: 4, longestDays: 99, leastDownPercent: 10, leastInstalment: 7_050, callersLimit: 123_400,
            mostDefaults: 2)
        rules.strategy = Strategy(
            horizon: 45, lookAhead: 5, pseudoPayments: 9, leastLikelihood: 40, paymentWindow: 90, beforeDue: 60,
            expectedLate: 7,
            factors: [.brokenPromise: 225, .age: 110], highestProduct: 250, urgentShare: 66, brokenHeads: 5_000,
            tiers: [.owedToday], decision: DecisionRule(contacts: 4, days: 120))
        let key = try Cadence(
            name: "key \"accounts\"",
            steps: [.init(day: -5, act: .reminder, text: "soon due"), .init(day: 4, act: .manager)])
        rules.cadences = try #require(Cadences([(.standard, []), (key, ["A", "B"])]))
        return rules
    }

    @Test("What is printed is read back as it was, the usual rules and others")
    func roundTrip() throws {
        for rules in [RulesFileTests.rules, try RulesFileTests.changed()] {
            var blank = RulesFileTests.rules
            blank.strategy.factors = [:]
            blank = try RulesFileTests.read(RulesFile.text(of: rules, .strategy), over: blank)
            #expect(try RulesFileTests.read(RulesFile.text(of: rules, .cadence), .cadence, over: blank) == rules)
        }
    }

    @Test("What a file leaves out stays as it is")
    func partial() throws {
        let rules = try RulesFileTests.changed()
        let read = try RulesFileTests.read("minimum = 5\n[[factor]]\nname = \"silence\"\ntimes = 1.15\n", over: rules)
        var wanted = rules
        wanted.minimum = 500
        wanted.strategy.factors[.silence] = 115
        #expect(read == wanted)
    }

    @Test("A factor of 1 turns it off")
    func off() throws {
        let read = try RulesFileTests.read("[[factor]]\nname = \"broken promise\"\ntimes = 1\n")
        #expect(read.strategy.factor(.brokenPromise) == 100)
    }

    @Test("A file of the strategy of points is refused, and each of its rules is named with what stands in its place")
    func points() {
        let text = """
            [strategy]
            urgent = 40
            horizon = 10
            value-unit = 100
            silence = [14, 30, 60]
            [[rule]]
            name = "money at stake"
            weight = 4
            [[rule]]
            name = "missing promise"
            weight = 3
            """
        let error = #expect(throws: SettingsError.self) { try RulesFileTests.read(text) }
        #expect(error?.mistakes.map(\.line) == [2, 3, 4, 5, 6, 9])
        let words = error?.mistakes.map(\.reason) ?? []
        for (reason, says) in zip(
            words, ["urgent-share", "look-ahead", "worth", "silence", "worth of a call", "broken promise"])
        {
            #expect(reason.contains(says), "\(reason)")
        }
    }

    static let wrong: [(String, Int?, String)] = [
        ("minimun = 3", 1, "minimum"), ("base = \"EURO\"", 1, "three letters"), ("zone = \"Mars\"", 1, "time zone"),
        ("region = \"Germany\"", 1, "two letters"), ("minimum = \"x\"", 1, "amount of USD"),
        ("dates = \"5/12\"", 1, "\"dmy\""),
        ("minimum = \"1.234\"", 1, "amount"), ("minimum = -4", 1, "amount"), ("buckets = [30, 30]", 1, "rise"),
        ("buckets = []", 1, "whole numbers"),
        ("buckets-by = \"week\"", 1, "invoice date"), ("terms = \"soonish\"", 1, "net 30"),
        ("[terms-by-code]\nNAH4 = \"net 45\"\nZB9 = \"soonish\"", 3, "net 30"),
        ("[terms-by-code]\nzb9 = \"net 1\"\nZB9 = \"net 2\"", 2, "twice"),
        ("promise-tolerance = 99", 1, "0 to 60"),
        ("calendar = 3", 1, "[calendar]"), ("[calendar]\nweekend = [\"fri\"]", 2, "weekdays"),
        ("[calendar]\nholidays = [2026]", 2, "dates"),
        (
            """
            [calendar]\nweekend = [\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \
            \"saturday\", \"sunday\"]
            """,
            2, "all seven"
        ),
        ("[[customer-calendar]]\nweekend = []", 1, "zone is missing"),
        ("[[customer-calendar]]\nzone = \"Mars\"", 2, "time zone"),
        ("[permitted]\nfrom = \"noon\"", 2, "time of day"), ("[permitted]\nfrom = \"19:00\"", 1, "before it begins"),
        ("[contact]\nquiet = 3", 2, "quiet-days"), ("[plans]\ncallers-limit = \"a lot\"", 2, "amount"),
        ("[strategy]\nlook-ahead = 1.5", 2, "whole number"),
        ("[strategy]\nhorison = 30", 2, "did you mean \u{201C}horizon\u{201D}?"),
        ("[strategy]\nhorizon = 10", 2, "14 to 90"),
        ("[strategy]\ntiers = [\"owed today\", \"broken promise\"]", 2, "in this order"),
        ("[strategy]\nhighest-product = 0.5", 2, "from 1 to 10"),
        ("[factor]\nname = \"x\"", 1, "[[factor]]"), ("[[factor]]\ntimes = 3", 1, "name is missing"),
        ("[[factor]]\nname = \"broken promis\"\ntimes = 2", 2, "did you mean \u{201C}broken promise\u{201D}?"),
        ("[[factor]]\nname = \"put off\"\ntimes = 0.5", 3, "from 1 to 10"),
        ("[[factor]]\nname = \"put off\"\ntimes = 1.255", 3, "two decimals"),
        ("[[factor]]\nname = \"put off\"\ntimes = 2\n[[factor]]\nname = \"put off\"\ntimes = 2", 5, "twice"),
        ("[[factor]]\nname = \"put off\"", 1, "times is missing"),
        ("minimum = ", 1, "end-of-file"),
    ]

    @Test("Wrong rules are named with line and reason", arguments: wrong)
    func errors(text: String, line: Int?, says: String) { RulesFileTests.expect(text, .strategy, line, says) }

    static let wrongCadences: [(String, Int?, String)] = [
        ("minimum = 5", nil, "no cadence"),
        ("[[cadence]]\nsteps = [{ day = 3, act = \"call\" }]", 1, "name is missing"),
        ("[[cadence]]\nname = \"a\"", 1, "steps"), ("[[cadence]]\nname = \"a\"\nsteps = []", 1, "at least one"),
        (
            "[[cadence]]\nname = \"a\"\nsteps = [\n  { day = 3, act = \"call\" },\n  { day = 3, act = \"call\" },\n]",
            5, "after the one before"
        ),
        ("[[cadence]]\nname = \"a\"\nsteps = [\n  { day = 3, act = \"shout\" },\n]", 4, "formal notice"),
        ("[[cadence]]\nname = \"a\"\nsteps = [\n  # one\n  { act = \"call\" }]", 5, "day is missing"),
        (
            "[[cadence]]\nname = \"a\"\nsteps = [{ day = 3, act = \"call\" }, { day = 9, act = \"call\", at = 1 }]", 3,
            "text"
        ),
        (
            """
            [[cadence]]\nname = \"a\"\nsteps = [{ day = 3, act = \"call\" }]\n[[cadence]]\nname = \"a\"\nsteps = \
            [{ day = 3, act = \"call\" }]
            """,
            5, "already"
        ),
        (
            """
            [[cadence]]\nname = \"a\"\nsegments = [\"S\"]\nsteps = [{ day = 3, act = \"call\" \
            }]\n[[cadence]]\nname = \"b\"\nsegments = [\"S\"]\nsteps = [{ day = 3, act = \"call\" }]
            """,
            7, "segment"
        ),
    ]

    @Test("Wrong cadences are named with line and reason", arguments: wrongCadences)
    func cadenceErrors(text: String, line: Int?, says: String) { RulesFileTests.expect(text, .cadence, line, says) }

    private static func expect(_ text: String, _ part: RulesFile.Part, _ line: Int?, _ says: String) {
        let error = #expect(throws: SettingsError.self) { try read(text, part) }
        #expect(error?.line == line, "\(error?.description ?? "")")
        #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
        #expect(error?.mistakes.count == 1, "\(error?.description ?? "")")
    }

    @Test("Everything that is wrong is named at once, in the order of the lines")
    func all() {
        let text = """
            minimum = "x"
            [contact]
            quiet-days = 99
            [[factor]]
            name = "luck"
            [[cadence]]
            name = "a"
            steps = [
                { day = 3, act = "shout" },
                { day = 5000, act = "call" },
            ]
            [nonsense]
            """
        let error = #expect(throws: SettingsError.self) { try RulesFileTests.read(text) }
        #expect(error?.mistakes.map(\.line) == [1, 3, 5, 9, 10, 12])
        #expect(error?.description.split(separator: "\n").count == 6)
    }
}
