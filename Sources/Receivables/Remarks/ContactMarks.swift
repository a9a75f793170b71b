/// The words of a contact, taken apart at `mail`, `role`, `speaks` and `best`. What stands in quotation marks is no
/// mark, and neither is a name or a role that only looks like one.
struct ContactMarks {
    /// The words before the first mark, and what stands behind each of them.
    private(set) var parts: (person: [Substring], said: [String: String]) = ([], [:])

    private struct Word {
        var text: Substring
        var isQuoted = false
    }

    init(_ words: [Substring]) {
        let words = ContactMarks.joined(words)
        var said: [String: [Substring]] = [:]
        var current: String?
        for (place, word) in words.enumerated() {
            if let mark = ContactMarks.mark(at: place, in: words, within: current) {
                current = mark
                said[mark] = said[mark] ?? []
            } else if let current {
                said[current, default: []].append(word.text)
            } else {
                parts.person.append(word.text)
            }
        }
        parts.said = said.mapValues { $0.joined(separator: " ") }
    }

    /// Quotes a text in which a word looks like a mark.
    static func quoted(_ text: String) -> String {
        let hasMark = text.split(separator: " ").contains { marks[$0.lowercased()] != nil }
        return hasMark ? "\"\(text.filter { $0 != "\"" })\"" : text
    }

    private static let marks = [
        "best": "best", "mail": "mail", "email": "mail", "e-mail": "mail", "role": "role", "speaks": "speaks",
    ]

    /// Words in quotation marks are one.
    private static func joined(_ words: [Substring]) -> [Word] {
        var joined: [Word] = []
        var open: String?
        for word in words {
            if let begun = open {
                open = begun + " " + word
            } else if word.hasPrefix("\"") {
                open = String(word.dropFirst())
            } else {
                joined.append(Word(text: word))
            }
            if let text = open, text.hasSuffix("\"") {
                joined.append(Word(text: text.dropLast(), isQuoted: true))
                open = nil
            }
        }
        return joined + (open.map { [Word(text: $0[...], isQuoted: true)] } ?? [])
    }

    private static func mark(at place: Int, in words: [Word], within current: String?) -> String? {
        guard !words[place].isQuoted, let mark = marks[words[place].text.lowercased()] else { return nil }
        let behind = words[(place + 1)...].prefix { $0.isQuoted || marks[$0.text.lowercased()] == nil }.map(\.text)
        switch mark {
        case "best":
            let said = behind.joined(separator: " ")
            // `George Best 020 910 0999` is a name and a number.
            return Hours(preferred: said) != nil || current != "role" && said.count(where: \.isNumber) < 7 ? mark : nil
        case "mail":
            // `Rolf Mail`, and a role in the mail room.
            return behind.isEmpty && place + 1 < words.count || current == "role" && behind.first?.contains("@") != true
                ? nil : mark
        default: return mark
        }
    }
}
