import Testing

@testable import Receivables

@Suite struct ReadBackTests {
    private static let today = Day(year: 2026, month: 11, day: 24) ?? Day(number: 0)
    private static let gbp = Currency("GBP") ?? .usd
    private static let eur = Currency("EUR") ?? .usd
    private static func day(_ offset: Int) -> Day { today.advanced(by: offset) }
    private static let item = ItemKey(account: AccountNumber("A"), number: "INV-2291")

    private static let agreed = Agreements(
        promises: [PlannedPromise(amount: Money(minor: 420_000, gbp), day: day(3))],
        claims: [PlannedClaim(amount: Money(minor: 50_050, eur), day: day(-5))],
        disputes: [PlannedDispute(item: item, reason: .price, owner: "Sales", due: day(7))],
        plans: [
            PlannedPlan(
                total: Money(minor: 300_000, gbp), cadence: .monthly,
                instalments: (0..<3).map { Instalment(day: day(10 + 30 * $0), amount: Money(minor: 100_000, gbp)) })
        ])

    private static func text(_ form: SpokenForm) -> [String] {
        ReadBack(
            agreed, [PlannedFollowUp(kind: .owed, day: day(1), why: "send invoice I-77")],
            appointments: [LocalTime(day: day(38), time: TimeOfDay(minutes: 14 * 60))], today: today, in: form)?
            .sentences ?? []
    }

    @Test("English")
    func english() {
        #expect(
            ReadBackTests.text(.english) == [
                "I have 4,200 pounds by Friday the 27th of November.",
                "3,000 pounds in 3 payments, one each month. The first is 1,000 pounds by Friday the 4th of December. "
                    + "The last is due by Tuesday the 2nd of February 2027.",
                "You paid 500.50 euros on Thursday the 19th of November. I will look for it.",
                "On INV-2291, the price isn't what was agreed. "
                    + "Our sales team will check it by Tuesday the 1st of December.",
                "I will send you the invoice I-77 by Wednesday the 25th of November.",
                "I will call you on Friday the 1st of January 2027 at 14:00.", "Did I get that right?",
            ])
    }

    @Test("German and French write days and amounts their own way")
    func others() {
        let german = ReadBackTests.text(.named("de-AT")), french = ReadBackTests.text(.named("French"))
        #expect(german.first == "Sie zahlen 4.200 Pfund bis Freitag, den 27. November.")
        #expect(german[2] == "Sie haben 500,50 Euro am Donnerstag, den 19. November bezahlt. Ich suche die Zahlung.")
        #expect(german.last == "Habe ich das richtig verstanden?")
        #expect(french.first == "Vous payez 4 200 livres d'ici vendredi 27 novembre.")
        #expect(french[5] == "Je vous appelle vendredi 1er janvier 2027 à 14:00.")
    }

    @Test("No sentence has more than 20 words; with nothing agreed there is none")
    func short() {
        for form in [SpokenForm.english, .german, .french] {
            for sentence in ReadBackTests.text(form).flatMap({ $0.split(separator: ". ") }) {
                #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
            }
        }
        #expect(ReadBack(Agreements(causes: [.allCases[0]]), today: ReadBackTests.today, in: .english) == nil)
        #expect(
            ReadBack(
                Agreements(), [PlannedFollowUp(day: ReadBackTests.day(1), why: "ask Sales")],
                today: ReadBackTests.today, in: .english) == nil)
    }
}
