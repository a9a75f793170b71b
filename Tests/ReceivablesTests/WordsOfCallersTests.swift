import Receivables
import Testing

/// Read on Tuesday 1 December 2026, with 1,000.00 overdue in INV-618008 and 250.00 in CR-618008, 500.00 not due in
/// INV-4471.
@Suite("Amounts, items and reasons as callers say them") struct WordsOfCallersTests {
    static func payer(_ numbers: [(String, due: Int, open: Int64)]) -> JudgedPayer {
        let items = numbers.map { number, due, open in
            Item(
                number: number, issued: PromiseTests.day(-90), due: PromiseTests.day(due), currency: .usd, amount: open,
                open: open)
        }
        return PayerFacts(
            payer: AccountNumber("A"),
            accounts: [AccountFacts(account: Account(number: AccountNumber("A")), items: items)]
        ).judged(by: PromiseTests.rules, on: PromiseTests.today)
    }

    static let words = reader(
        payer([("INV-618008", -40, 1_000_00), ("CR-618008", -10, 250_00), ("INV-4471", 20, 500_00)]))
    static let single = reader(payer([("INV-618008", -40, 1_000_00)]))

    static func shown<Fact>(_ read: Result<Interpretation<Fact>, AgreementProblem>) -> String {
        switch read {
        case .success(let understood): understood.shown
        case .failure(let problem): problem.sentence
        }
    }

    static let amounts: [(String, String)] = [
        ("half fri", "625.00 USD by Fri 4 Dec 2026"), ("the rest fri", "1,250.00 USD by Fri 4 Dec 2026"),
        ("everything tomorrow", "1,250.00 USD by Wed 2 Dec 2026"),
        ("all but 200 fri", "1,050.00 USD by Fri 4 Dec 2026"),
        ("all except 200 usd by fri", "1,050.00 USD by Fri 4 Dec 2026"), ("30% fri", "375.00 USD by Fri 4 Dec 2026"),
        ("a third of it fri", "416.67 USD by Fri 4 Dec 2026"), ("half now", "625.00 USD by Tue 1 Dec 2026"),
        ("half fri 4471", "250.00 USD by Fri 4 Dec 2026 for INV-4471"),
        ("all but 2000 fri", "all that is overdue and free is 1,250.00 USD"),
        ("500 tomorrow morning", "500.00 USD by Wed 2 Dec 2026"),
        ("500 fri at the latest", "500.00 USD by Fri 4 Dec 2026"),
        ("500 yesterday", "Mon 30 Nov 2026 is past: a promise is for today or later"),
        ("500 last friday", "Fri 27 Nov 2026 is past: a promise is for today or later"),
        ("500 next week", "next week: Mon 7 Dec 2026 or Fri 11 Dec 2026?"),
        ("500 next run", "no usual pay day of theirs is known: name the day"),
    ]

    @Test("A promise of a part is shown as the amount that it is", arguments: amounts)
    func promised(text: String, expected: String) {
        #expect(
            WordsOfCallersTests.shown(WordsOfCallersTests.words.promise(AgreementWordsTests.split(text))) == expected)
    }

    @Test("Half now, the rest on the 15th: the rest is what the first promise leaves")
    func rest() throws {
        let payer = WordsOfCallersTests.payer([("I1", -40, 1_000_01)])
        let first = try WordsOfCallersTests.reader(payer).promise(AgreementWordsTests.split("half now")).get().fact
        #expect(first.amount.minor == 500_01)
        let after = payer.agreeing(Agreements(promises: [first]), by: PromiseTests.rules, on: PromiseTests.today)
        #expect(
            try WordsOfCallersTests.reader(after).promise(AgreementWordsTests.split("the rest the 15th")).get().fact
                .amount.minor == 500_00)
    }

    static func reader(_ payer: JudgedPayer) -> AgreementWords {
        AgreementWords(payer, rules: PromiseTests.rules, today: PromiseTests.today)
    }

    static let claims: [(String, String)] = [
        ("all yesterday", "1,250.00 USD of Mon 30 Nov 2026"), ("half last friday", "625.00 USD of Fri 27 Nov 2026"),
        ("500 2 days ago 4471", "500.00 USD of Sun 29 Nov 2026, INV-4471"), ("the 15th", "payment of Sun 15 Nov 2026"),
        ("500 yesterday 618008", "which “618008”? INV-618008 or CR-618008"),
        ("500 yesterday ref 08", "500.00 USD of Mon 30 Nov 2026, ref 08"),
        ("500 tomorrow", "Wed 2 Dec 2026 is still to come"),
    ]

    @Test(
        "A payment that they say they made is in the past; the ending of an item in it is the item", arguments: claims)
    func claimed(text: String, expected: String) {
        #expect(WordsOfCallersTests.shown(WordsOfCallersTests.words.claim(AgreementWordsTests.split(text))) == expected)
    }

    static let disputes: [(String, String)] = [
        ("4471 short delivered", "INV-4471, quantity: Logistics by Tue 8 Dec 2026"),
        ("inv4471 damaged 50", "INV-4471 50.00 USD, quality: Quality by Tue 8 Dec 2026"),
        ("INV-618008 4471 wrong price", "INV-618008, INV-4471, price: Sales by Tue 8 Dec 2026"),
        ("4471 no PO", "INV-4471, no PO: Billing by Tue 8 Dec 2026"),
        ("4471 didn't arrive Jane Moss", "INV-4471, not received: Jane Moss by Tue 8 Dec 2026"),
        ("4471 billed twice", "INV-4471, duplicate: Billing by Tue 8 Dec 2026"),
        ("4471 VAT", "INV-4471, tax: Billing by Tue 8 Dec 2026"),
        ("4471 not ours", "INV-4471, wrong entity: Billing by Tue 8 Dec 2026"),
        ("618008 price", "which “618008”? INV-618008 or CR-618008"),
        ("short delivered", "which item? INV-618008, CR-618008, INV-4471"),
        ("9999 price", "no open item “9999”"),
    ]

    @Test("A dispute in everyday words, its items by their endings", arguments: disputes)
    func disputed(text: String, expected: String) {
        #expect(
            WordsOfCallersTests.shown(WordsOfCallersTests.words.disputes(AgreementWordsTests.split(text))) == expected)
    }

    @Test("The only open item need not be named")
    func single() {
        let read = { (text: String) in
            WordsOfCallersTests.shown(WordsOfCallersTests.single.disputes(AgreementWordsTests.split(text)))
        }
        #expect(read("short delivered 200") == "INV-618008 200.00 USD, quantity: Logistics by Tue 8 Dec 2026")
        #expect(read("").hasPrefix("why?"))
        #expect(read("because of that").hasPrefix("“because of that” is no reason; which is it?"))
    }

    @Test("Whatever is asked can be chosen, and what was chosen is understood")
    func choices() throws {
        let words = WordsOfCallersTests.words
        for text in ["618008 price", "short delivered", "4471", "4471 because of that", "4471 because of that 50"] {
            let typed = AgreementWordsTests.split(text)
            guard case .failure(let problem) = words.disputes(typed) else {
                return #expect(Bool(false), "\(text) was understood")
            }
            let choices = problem.choices(in: typed)
            #expect(!choices.isEmpty)
            for choice in choices {
                #expect(throws: Never.self) { try words.disputes(AgreementWordsTests.split(choice.words)).get() }
            }
        }
        let typed = AgreementWordsTests.split("500 next week 4471")
        guard case .failure(let problem) = words.promise(typed) else { return #expect(Bool(false)) }
        #expect(problem.choices(in: typed).map(\.words) == ["500 2026-12-07 4471", "500 2026-12-11 4471"])
    }

    @Test("A plan for items that the customer reads out, with something down")
    func plan() {
        let read = { (text: String) in
            WordsOfCallersTests.shown(
                WordsOfCallersTests.words.plan(AgreementWordsTests.split(text), rates: Rates(base: .usd)))
        }
        #expect(read("2x monthly from 1 dec for 4471") == "500.00 USD: 250.00 Tue 1 Dec, 250.00 Fri 1 Jan 2027")
        #expect(read("2x monthly from 1 dec of half") == "625.00 USD: 312.50 Tue 1 Dec, 312.50 Fri 1 Jan 2027")
        #expect(read("2x monthly for 618008") == "which “618008”? INV-618008 or CR-618008")
        #expect(read("2x monthly for 99") == "no open item “99”")
    }

    @Test("Items with one number are told apart by their account")
    func sameNumber() {
        func facts(_ account: String) -> AccountFacts {
            let item = Item(
                number: "R-1", issued: PromiseTests.day(-90), due: PromiseTests.day(-9), currency: .usd, amount: 100,
                open: 100)
            return AccountFacts(account: Account(number: AccountNumber(account)), items: [item])
        }
        let words = WordsOfCallersTests.reader(
            PayerFacts(payer: AccountNumber("A"), accounts: [facts("A"), facts("B")])
                .judged(by: PromiseTests.rules, on: PromiseTests.today))
        #expect(
            WordsOfCallersTests.shown(words.disputes(AgreementWordsTests.split("R-1 price")))
                == "which “R-1”? A/R-1 or B/R-1")
        #expect(
            WordsOfCallersTests.shown(words.disputes(AgreementWordsTests.split("b/r-1 price"))).hasPrefix("R-1, price"))
    }
}
