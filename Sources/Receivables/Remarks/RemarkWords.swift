/// What a note says beside agreements: whom to call from now on, why money is late, what they think of us.
public struct RemarkWords: Sendable {
    /// Whom one speaks to; nil where nobody knows.
    let contact: Contact?

    public init(contact: Contact? = nil) { self.contact = contact }

    public func cause(_ words: [Substring]) -> Result<Understood<RootCause>, RemarkProblem> {
        RootCause.named(words.joined(separator: " ")).map { Understood($0, shown: $0.rawValue) }
    }

    /// `[NAME] PHONE`; without a name it is the number of whom one speaks to.
    public func contact(_ words: [Substring]) -> Result<Understood<PlannedContact>, RemarkProblem> {
        let phone = words.reversed().prefix { $0.allSatisfy(RemarkWords.isOfNumber) }.reversed().joined(separator: " ")
        guard phone.count(where: \.isNumber) >= 3 else { return .failure(.noPhone) }
        let said = words.dropLast(phone.split(separator: " ").count).joined(separator: " ")
        let name = said.isEmpty ? contact?.name ?? "" : said
        guard !name.isEmpty else { return .failure(.noName) }
        return .success(Understood(PlannedContact(name, phone: phone), shown: "\(name), \(phone), until the ERP says otherwise"))
    }

    private static func isOfNumber(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || "+-/.()".contains(character))
    }

    public func feedback(_ words: [Substring]) -> Result<Understood<String>, RemarkProblem> {
        guard !words.isEmpty else { return .failure(.noFeedback) }
        let text = words.joined(separator: " ")
        return .success(Understood(text, shown: "feedback, listed by duly journal --kind feedback"))
    }
}

/// Why such words could not be understood.
public enum RemarkProblem: Error, Hashable, Sendable {
    case noCause
    case unknownCause(String)
    case severalCauses([RootCause])
    case noPhone
    case noName
    case noFeedback

    public var sentence: String {
        switch self {
        case .noCause: "which? \(RemarkProblem.all)"
        case .unknownCause(let word): "\u{201C}\(word)\u{201D} is none of \(RemarkProblem.all)"
        case .severalCauses(let causes): "which: \(causes.map(\.rawValue).joined(separator: " or "))?"
        case .noPhone: "which number? Jane Moss +44 113 496 0182"
        case .noName: "whose number is it? Jane Moss +44 113 496 0182"
        case .noFeedback: "what do they say?"
        }
    }

    private static let all = RootCause.allCases.map(\.rawValue).joined(separator: ", ")
}
