import Testing

@testable import Exchange
@testable import Receivables

struct MessageTemplateTests {
    private let facts: (MessageFact) -> [String] = { fact in
        switch fact {
        case .contact: ["Jane"]
        case .total: ["10.00 GBP", "3.00 EUR"]
        case .items: ["  I-1", "  I-2"]
        default: []
        }
    }

    @Test("Facts stand in their places; what has none leaves no gap and no heading")
    func filled() throws {
        let template = try MessageTemplate(
            "Subject: Owed {total}\n\nDear {contact},\n\n{items}\n\nNot come:\n{unkept}\n\n{apart}\n\n{{literally}}\n",
            name: "t.txt")
        let (subject, body) = template.filled(facts)
        #expect(subject == "Owed 10.00 GBP, 3.00 EUR")
        #expect(body == "Dear Jane,\n\n  I-1\n  I-2\n\n{literally}\n")
    }

    @Test(
        "What is wrong with a template is named with its line",
        arguments: [
            ("Dear {contact}", 1, "begins with its subject"), ("Subject: a\n\nx\n{nane}\n", 4, "no place {nane}"),
            ("Subject: {totl}\n\nx", 1, "no place {totl}"), ("Subject: a\n\n{items\n", 3, "has no }"),
            ("Subject: a\n\n", 1, "says something"),
        ])
    func wrong(text: String, line: Int, reason: String) {
        do {
            _ = try MessageTemplate(text, name: "mine.txt")
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.line == line)
            #expect(
                error.description.contains("mine.txt, line \(line)") && error.description.contains(reason), "\(error)")
        }
    }

    @Test("A name with line ends stays on its line of the letter")
    func hostileNames() {
        var content = MessageContent(kind: .reminder, account: AccountNumber("1"), name: "A\r\nBcc: x")
        content.asked = [
            .init(
                item: ItemKey(account: AccountNumber("1"), number: "I\u{202E}1"), purchaseOrder: "P\nQ",
                due: Day(number: 20_000),
                amount: Money(minor: 1_000, .usd))
        ]
        let words = MessageWords(
            content, in: .english, contact: "J\u{1B}[2Jane", author: "ana", today: Day(number: 20_009))
        #expect(words.lines(.name) == ["A Bcc: x"])
        #expect(words.lines(.contact) == ["J [2Jane"])
        #expect(words.lines(.items).count == 2)
        #expect(words.lines(.items)[1].contains("I 1") && words.lines(.items)[1].contains("P Q"))
        #expect(words.lines(.items)[1].contains("(9 days late)"))
    }

    @Test("A dispute's reason is in the message's language, whatever the reason")
    func reasons() {
        for reason in DisputeReason.allCases {
            let words = MessageLanguage.all.map { $0.text(reason) }
            #expect(words[0] == (reason == .inERP ? "disputed" : reason.rawValue), "a customer knows no ERP of ours")
            #expect(Set(words).count == MessageLanguage.all.count, "\(words)")
        }
        var content = MessageContent(kind: .dispute, account: AccountNumber("1"), name: "A")
        content.disputes = [
            .init(
                item: ItemKey(account: AccountNumber("1"), number: "I1"), amount: Money(minor: 1_000, .usd),
                reason: .notReceived,
                owner: "Logistik", due: Day(number: 20_000))
        ]
        let lines = [MessageLanguage.english, .german, .french].flatMap {
            MessageWords(content, in: $0, contact: "", author: "ana", today: Day(number: 20_000)).lines(.disputes)
        }
        #expect(
            lines == [
                "- I1, 10.00 USD, not received: with Logistik, by 4 Oct 2024",
                "- I1, 10,00 USD, nicht erhalten: bei Logistik, bis 4. Okt. 2024",
                "- I1, 10,00 USD, non reçu: auprès de Logistik, pour le 4 oct. 2024",
            ])
    }

    @Test("Days and amounts are written as the language does")
    func languages() {
        let day = Day(number: 20_781)
        let money = Money(minor: 1_234_550, .usd)
        #expect(MessageLanguage.german.text(money) == "12.345,50 USD")
        #expect(MessageLanguage.french.text(money) == "12 345,50 USD")
        #expect(MessageLanguage.english.text(money) == "12,345.50 USD")
        #expect(MessageLanguage.german.text(day).contains(". "))
        #expect(
            LanguageCode.code(of: "Deutsch") == "de" && LanguageCode.code(of: "de-AT") == "de"
                && LanguageCode.code(of: "") == nil)
    }
}
