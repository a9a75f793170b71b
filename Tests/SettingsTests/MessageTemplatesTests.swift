import Exchange
import Receivables
import Settings
import Testing

struct MessageTemplatesTests {
    private func content(_ kind: MessageKind, _ tone: MessageTone = .friendly) -> MessageContent {
        var content = MessageContent(kind: kind, account: AccountNumber("10442"), name: "Northwind")
        content.tone = tone
        return content
    }

    @Test("Every template that ships can be read, in each of its languages")
    func shipped() throws {
        for code in [nil, "de", "fr"] {
            for kind in MessageKind.allCases {
                for tone in MessageTone.allCases {
                    let (template, language) = try MessageTemplates.template(for: content(kind, tone), language: code) {
                        _ in nil
                    }
                    #expect(language.code == code ?? "en")
                    #expect(!template.filled { _ in ["x"] }.subject.isEmpty)
                }
            }
        }
    }

    @Test("Where a language has no words, English is used")
    func fallback() throws {
        #expect(try MessageTemplates.template(for: content(.plan), language: "pl") { _ in nil }.language.code == "en")
    }

    @Test("The user's own words go before those that ship, in the customer's language first")
    func own() throws {
        let files = ["reminder.txt": "Subject: mine\n\nx", "reminder.pl.txt": "Subject: moje\n\nx"]
        func subject(_ code: String?) throws -> String {
            try MessageTemplates.template(for: content(.reminder), language: code) { name in
                files[name].map { ($0, name) }
            }
            .template.filled { _ in ["x"] }.subject
        }
        #expect(try subject(nil) == "mine")
        #expect(try subject("pl") == "moje")
        #expect(try subject("de").hasPrefix("Zahlungserinnerung"))
        #expect(MessageTemplates.name(for: content(.reminder, .formal)) == "formal-notice")
    }

    @Test("A mistake in one's own template is named with file and line")
    func wrong() {
        #expect(throws: TemplateError(file: "r.txt", line: 3, reason: "a { has no }; two of them, {{, are a brace")) {
            try MessageTemplates.template(for: content(.plan), language: nil) { _ in ("Subject: a\n\n{total", "r.txt") }
        }
    }
}
