/// What a note says apart from agreements: whom to call from now on, why money is late, what they think of us.
public struct RemarkWords {
    /// Whom one speaks to; nil where no one knows.
    let contact: Contact?
    /// Reads the numbers in what was typed, as they are written where the customer is.
    private let numbers: (String) -> [TelephoneNumber]

    /// Creates a reader for one call.
    ///
    /// - Parameters:
    /// - contact: whom one speaks to; they are meant where no name is given.
    /// - numbers: how telephone numbers are read; without a parser only the international form.
    public init(
        contact: Contact? = nil,
        reading numbers: @escaping (String) -> [TelephoneNumber] = TelephoneNumber.international
    ) {
        self.contact = contact
        self.numbers = numbers
    }

    /// Reads a root cause by its name or the beginning of one.
    public func cause(_ words: [Substring]) -> Result<Interpretation<RootCause>, RemarkProblem> {
        RootCause.named(words.joined(separator: " ")).map { Interpretation($0, shown: $0.rawValue) }
    }

    /// `[NAME] [PHONE] [mail ADDRESS] [role WHAT] [speaks LANGUAGE] [best HOURS]`; without a name it is whom one speaks
    /// to, and one of the others has to be there.
    public func contact(_ words: [Substring]) -> Result<Interpretation<PlannedContact>, RemarkProblem> {
        let (person, said) = ContactMarks(words).parts
        var preferred: Hours?
        if let hours = said["best"] {
            preferred = Hours(preferred: hours)
            guard preferred != nil else { return .failure(hours.isEmpty ? .noHours : .unknownHours(hours)) }
        }
        let isAddress = { (word: Substring) in word.contains("@") }
        let address = said["mail"] ?? person.first(where: isAddress).map(String.init)
        var email = ""
        if let address {
            guard let found = EmailAddress(address) else { return .failure(.noAddress(address)) }
            email = found.text
        }
        let rest = person.filter { !isAddress($0) }
        // An extension and a remark may stand behind the number, the name always stands before it.
        let start = rest.firstIndex(where: RemarkWords.beginsNumber) ?? rest.endIndex
        let phone = rest[start...].joined(separator: " ")
        let named = rest[..<start].joined(separator: " ")
        let name = named.isEmpty ? contact?.name ?? "" : named
        let planned = PlannedContact(
            name, phone: phone, preferred: preferred, email: email, role: said["role"] ?? "",
            language: said["speaks"] ?? "")
        guard phone.isEmpty ? !planned.isEmpty : phone.count(where: \.isNumber) >= 3 else { return .failure(.noPhone) }
        guard !name.isEmpty else { return .failure(.noName) }
        return .success(interpretation(of: planned))
    }

    private func interpretation(of planned: PlannedContact) -> Interpretation<PlannedContact> {
        let read = numbers(planned.phone)
        var others = planned
        others.phone = ""
        let warnings = read.filter { !$0.isPossible }.map {
            "\u{201C}\($0.shown)\u{201D} can be no number here: it is kept, and never dialled"
        }
        let parts = [planned.name] + read.map(\.text) + others.parts
        return Interpretation(
            planned, shown: parts.joined(separator: ", ") + ", until the ERP says otherwise", warnings: warnings)
    }

    /// `+44`, `(01)`, `030-555012-0`; no part of a name.
    private static func beginsNumber(_ word: Substring) -> Bool {
        guard word.allSatisfy({ $0.isASCII && ($0.isNumber || "+-/.(),;".contains($0)) }) else { return false }
        let digits = word.count(where: \.isNumber)
        return digits > 0 && ("+(0".contains(word.first ?? " ") || digits >= 3)
    }

    /// Takes the words as feedback; fails only if there are none.
    public func feedback(_ words: [Substring]) -> Result<Interpretation<String>, RemarkProblem> {
        guard !words.isEmpty else { return .failure(.noFeedback) }
        let text = words.joined(separator: " ")
        return .success(Interpretation(text, shown: "feedback, listed by duly journal --kind feedback"))
    }
}

/// Why such words could not be understood.
public enum RemarkProblem: Error, Hashable, Sendable {
    case noCause
    case unknownCause(String)
    case severalCauses([RootCause])
    case noPhone
    case noAddress(String)
    case noName
    case noHours
    case unknownHours(String)
    case noFeedback

    /// What is missing or unclear, as the caller reads it next to what they typed.
    public var sentence: String {
        switch self {
        case .noCause: "which? \(RemarkProblem.all)"
        case .unknownCause(let word): "\u{201C}\(word)\u{201D} is none of \(RemarkProblem.all)"
        case .severalCauses(let causes): "which: \(causes.map(\.rawValue).joined(separator: " or "))?"
        case .noPhone: "which number? Jane Moss +44 113 496 0182"
        case .noAddress(let text): "\u{201C}\(text)\u{201D} is no e-mail address: mail jane@acme.example"
        case .noName: "whose number is it? Jane Moss +44 113 496 0182"
        case .noHours: "when? best \(RemarkProblem.hours)"
        case .unknownHours(let words): "\u{201C}\(words)\u{201D} is no time of day: \(RemarkProblem.hours)"
        case .noFeedback: "what do they say?"
        }
    }

    private static let hours = "14:00-17:00, after 3pm, mornings"
    private static let all = RootCause.allCases.map(\.rawValue).joined(separator: ", ")
}
