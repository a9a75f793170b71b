import Receivables
import Testing

/// Read on Tuesday 1 December 2026, with 1,000.00 overdue in I1 and 250.00 in I2, and 500.00 not due in I3.
@Suite struct AgreementWordsTests {
    static let payer: JudgedPayer = {
        func item(_ number: String, _ due: Int, _ open: Int64) -> Item {
            Item(
                number: number, issued: PromiseTests.day(-90), due: PromiseTests.day(due), currency: .usd, amount: open,
                open: open)
        }
        let items = [item("I1", -40, 1_000_00), item("I2", -10, 250_00), item("I3", 20, 500_00)]
        return PayerFacts(
            payer: AccountNumber("A"),
            accounts: [AccountFacts(account: Account(number: AccountNumber("A")), items: items)],
            commitments: Commitments(promises: [
                PromiseTests.promise(100_00, by: 2, on: [Share(PromiseTests.key("I1"), 100_00)])
            ])
        ).judged(by: PromiseTests.rules, on: PromiseTests.today)
    }()

    static let words = words(about: payer)

    static func words(about payer: JudgedPayer) -> AgreementWords {
        AgreementWords(payer, rules: PromiseTests.rules, today: PromiseTests.today)
    }

    static func split(_ text: String) -> [Substring] { text.split(separator: " ") }

    static let amounts: [(String, Int64?)] = [
        ("2500", 2_500_00), ("2,500.50", 2_500_50), ("2.500,50", 2_500_50), ("2'500", 2_500_00), ("2,500", 2_500_00),
        ("12,5", 12_50), ("2.5k", 2_500_00), ("1k", 1_000_00), ("$500", 500_00), ("500usd", 500_00), (".5", 50),
        ("1,234,567", 1_234_567_00), ("0", nil), ("-5", nil), ("1.234.56", nil), ("12,34,567", nil), ("1.2345k", nil),
        ("", nil), ("abc", nil),
        ("1.005,5", 1_005_50), ("0.005", nil), ("99999999999999999999", nil), ("1e5", nil), ("٣", nil),
    ]

    @Test("Amounts are read as people type them", arguments: amounts)
    func amount(text: String, minor: Int64?) {
        // Three digits behind one sign are thousands, whatever stands before it.
        #expect((try? AmountWords.read(text, in: .usd).get())?.minor == minor)
    }

    static let promises: [(String, String)] = [
        ("2500 fri", "2,500.00 USD by Fri 4 Dec 2026"), ("all fri", "1,150.00 USD by Fri 4 Dec 2026"),
        ("250 by 2026-12-10 I2", "250.00 USD by Thu 10 Dec 2026 for I2"),
        ("100 fri instead", "100.00 USD by Fri 4 Dec 2026, instead"),
        ("all 10 dec i2", "250.00 USD by Thu 10 Dec 2026 for I2"),
        ("0 fri", "an amount above zero"), ("100 2026-02-30", "there is no 2026-02-30"),
        ("100 30 feb", "there is no 30 feb"),
        ("250 USD fri", "250.00 USD by Fri 4 Dec 2026"),
        ("100 2026-11-30", "Mon 30 Nov 2026 is past: a promise is for today or later"),
        ("100eur fri", "that is EUR, the item is in USD"), ("100", "which day?"),
        ("100 fri I9", "no open item \u{201C}I9\u{201D}"),
        ("100 fri I2 instead", "there is no pending promise to replace"),
    ]

    @Test("A promise is shown as it was understood, or with what keeps it from being recorded", arguments: promises)
    func promise(text: String, expected: String) {
        switch AgreementWordsTests.words.promise(AgreementWordsTests.split(text)) {
        case .success(let understood): #expect(understood.shown == expected)
        case .failure(let problem): #expect(problem.sentence == expected)
        }
    }

    @Test(
        "More than is open is accepted with a warning, and so is a Sunday; instead takes the pending one's shares first"
    )
    func warnings() throws {
        let above = try AgreementWordsTests.words.promise(AgreementWordsTests.split("2000 2026-12-06")).get()
        #expect(above.warnings == ["350.00 USD more than is open and free", "not a working day"])
        let instead = try AgreementWordsTests.words.promise(AgreementWordsTests.split("100 fri instead")).get()
        #expect(instead.fact.replaces == [EntryPart(entry: 10)])
        #expect(instead.fact.shares == [Share(PromiseTests.key("I1"), 100_00)])
    }

    @Test("Where everything overdue is disputed or promised, all is nothing, and it isn't said that nothing is open")
    func nothingFree() throws {
        let all = try AgreementWordsTests.words.promise(AgreementWordsTests.split("all fri")).get().fact
        let promised = AgreementWordsTests.payer.agreeing(
            Agreements(promises: [all]), by: PromiseTests.rules, on: PromiseTests.today)
        let after = AgreementWordsTests.words(about: promised)
        let sentence = "nothing overdue is free of disputes and promises: name an amount"
        #expect(throws: AgreementProblem.nothingFree) { try after.promise(AgreementWordsTests.split("all fri")).get() }
        #expect(throws: AgreementProblem.nothingFree) {
            try after.plan(AgreementWordsTests.split("3x monthly"), rates: Rates(base: .usd)).get()
        }
        #expect(AgreementProblem.nothingFree.sentence == sentence)
    }

    static let claims: [(String, String)] = [
        ("500 thu", "500.00 USD of Thu 26 Nov 2026"), ("yesterday TR-9", "payment of Mon 30 Nov 2026, TR-9"),
        ("500 27 nov", "500.00 USD of Fri 27 Nov 2026"),
        ("27 nov", "payment of Fri 27 Nov 2026"), ("500 2026-12-24", "Thu 24 Dec 2026 is still to come"),
        ("500", "which day?"),
    ]

    @Test("A claimed payment has a day gone by, and an amount if they gave one", arguments: claims)
    func claim(text: String, expected: String) {
        switch AgreementWordsTests.words.claim(AgreementWordsTests.split(text)) {
        case .success(let understood): #expect(understood.shown == expected)
        case .failure(let problem): #expect(problem.sentence == expected)
        }
    }

    static let disputes: [(String, String)] = [
        ("I1 price", "I1, price: Sales by Tue 8 Dec 2026"),
        ("i1 I2 not received", "I1, I2, not received: Logistics by Tue 8 Dec 2026"),
        ("i1 I2 price 50", "I1, I2 50.00 USD each, price: Sales by Tue 8 Dec 2026"),
        ("I1 price 200 Jane Moss", "I1 200.00 USD, price: Jane Moss by Tue 8 Dec 2026"), ("I1", "why?"),
        ("price", "which item? I1, I2, I3"), ("", "which item?"),
    ]

    @Test("A dispute names its items, the reason, perhaps an amount and who has to answer", arguments: disputes)
    func dispute(text: String, expected: String) {
        switch AgreementWordsTests.words.disputes(AgreementWordsTests.split(text)) {
        case .success(let understood): #expect(understood.shown == expected)
        case .failure(let problem): #expect(problem.sentence.hasPrefix(expected))
        }
    }

    static let plans: [(String, String)] = [
        ("3x monthly from 1 dec", "1,150.00 USD: 383.33 Tue 1 Dec, 383.33 Fri 1 Jan 2027, 383.34 Mon 1 Feb 2027"),
        ("500 each fortnightly from fri of 1000", "1,000.00 USD: 500.00 Fri 4 Dec, 500.00 Fri 18 Dec"),
        (
            "2x month end from 1 dec down 150 today",
            "1,150.00 USD: 150.00 Tue 1 Dec, 500.00 Thu 31 Dec, 500.00 Sun 31 Jan 2027"
        ),
        ("1000x monthly", "1000 instalments: at most 120"), ("monthly", "how many? 3x, or 500 each"),
        ("3x never", "\u{201C}never\u{201D}: weekly, fortnightly, monthly, eom, 10d"),
    ]

    @Test("A plan is cut as it was typed", arguments: plans)
    func plan(text: String, expected: String) {
        switch AgreementWordsTests.words.plan(AgreementWordsTests.split(text), rates: Rates(base: .usd)) {
        case .success(let understood): #expect(understood.shown == expected)
        case .failure(let problem): #expect(problem.sentence == expected)
        }
    }
}
