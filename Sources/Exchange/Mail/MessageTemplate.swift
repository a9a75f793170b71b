/// A message's words with places for its facts:
///
///     Subject: Reminder: {total}
///
///     Dear {contact},
///     …
///
/// `{{` and `}}` are braces. A line with nothing but a place stands for as many lines as its fact has; where the fact
/// has none, the line is left out with the empty line above it, and with a heading that ends in a colon.
public struct MessageTemplate: Sendable, Hashable {
    /// The file's name, for errors.
    public let name: String
    private let subject: [Piece]
    private let body: [[Piece]]

    private enum Piece: Sendable, Hashable {
        case text(String)
        case fact(MessageFact)
    }

    /// - Throws: the first thing wrong with it, by its line.
    public init(_ text: String, name: String) throws(TemplateError) {
        self.name = name
        let plain = text.replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: "")
        var lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        while lines.last == "" { lines = lines.dropLast() }
        guard let first = lines.first, first.lowercased().hasPrefix("subject:") else {
            throw TemplateError(file: name, line: 1, reason: "a template begins with its subject: Subject: Reminder")
        }
        subject = try MessageTemplate.pieces(first.dropFirst("subject:".count).drop { $0 == " " }, name, line: 1)
        var body: [[Piece]] = []
        for (place, line) in lines.enumerated().dropFirst() {
            body.append(try MessageTemplate.pieces(Substring(line), name, line: place + 1))
        }
        while body.first?.isEmpty == true { body.removeFirst() }
        guard body.contains(where: { !$0.isEmpty }) else {
            throw TemplateError(file: name, line: lines.count, reason: "a template says something below its subject")
        }
        self.body = body
    }

    private static func pieces(_ line: Substring, _ name: String, line number: Int) throws(TemplateError) -> [Piece] {
        var pieces: [Piece] = []
        var text = ""
        var rest = line
        while let character = rest.popFirst() {
            if (character == "{" || character == "}"), rest.first == character {
                rest.removeFirst()
                text.append(character)
            } else if character == "{" {
                guard let end = rest.firstIndex(of: "}") else {
                    throw TemplateError(file: name, line: number, reason: "a { has no }; two of them, {{, are a brace")
                }
                let word = rest[..<end]
                guard let fact = MessageFact(rawValue: String(word)) else {
                    throw TemplateError(unknown: word, file: name, line: number)
                }
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(.fact(fact))
                rest = rest[rest.index(after: end)...]
            } else {
                text.append(character)
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        return pieces
    }

    /// The words with the facts in their places.
    public func filled(_ facts: (MessageFact) -> [String]) -> (subject: String, body: String) {
        var lines: [String] = []
        for pieces in body {
            if pieces.count == 1, case .fact(let fact) = pieces[0] {
                let block = facts(fact)
                lines += block
                guard block.isEmpty else { continue }
                if let heading = lines.last, heading.hasSuffix(":") { lines.removeLast() }
                if lines.last == "" { lines.removeLast() }
            } else {
                lines.append(MessageTemplate.joined(pieces, facts))
            }
        }
        while lines.last == "" { lines.removeLast() }
        return (MailText.line(MessageTemplate.joined(subject, facts)), lines.joined(separator: "\n") + "\n")
    }

    private static func joined(_ pieces: [Piece], _ facts: (MessageFact) -> [String]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .fact(let fact): facts(fact).joined(separator: ", ")
            }
        }.joined()
    }
}

/// The places of a template, by the names that stand in its braces.
public enum MessageFact: String, Sendable, CaseIterable {
    /// Our customer, their number with us, whom it is written to.
    case name, account, contact
    /// Who writes, and when.
    case author, today
    /// Asked for or open in all, on how many items, the oldest how many days past due.
    case total, count, days
    /// Tables: what is asked for, what stands apart from it, what is not due yet, credits and cash not matched.
    case items, apart
    case notDue = "not-due"
    case credits
    /// Of a statement: every open item and cash, by date with the balance; what is open by age.
    case statement, ageing
    /// What was promised or planned, and what of it verifiedly did not come.
    case promised, unkept
    case disputes, documents
    /// Documents that go with the message; and items whose documents don't.
    case enclosed, missing
}

/// What is wrong with a template: where, and what to do.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's name.
    public var file: String
    /// Counts from 1.
    public var line: Int
    /// Counts from 1; nil where the line says enough.
    public var column: Int?
    /// What is wrong and what to write instead.
    public var reason: String

    /// Creates an error, by default about a whole line.
    public init(file: String, line: Int, column: Int? = nil, reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    init(unknown word: Substring, file: String, line: Int) {
        let shown = word.count > 40 ? word.prefix(39) + "…" : word
        let all = MessageFact.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
        self.init(file: file, line: line, reason: "there is no place {\(String(shown).visible())}; there are \(all)")
    }

    /// File, line, column and reason in one line.
    public var description: String { "\(file), line \(line)\(column.map { ", column \($0)" } ?? ""): \(reason)" }
}
