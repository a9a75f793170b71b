/// Somebody asked not to be called (DOMAIN.md §5, "Do not call"): it stands until it is lifted; the review day only
/// brings it up again.
public struct NoCall: Hashable, Sendable, Codable {
    /// What is not to be called any more.
    public enum Scope: Hashable, Sendable, Codable {
        case number(String)
        case person(String)
        /// Nobody there: the channel becomes writing.
        case account
    }

    public var part: EntryPart
    public var scope: Scope
    /// Who asked; empty where nobody said.
    public var askedBy: String
    public var review: Day
    public var since: Day

    public init(part: EntryPart, _ planned: PlannedNoCall, since: Day) {
        self.part = part
        scope = planned.scope
        askedBy = planned.askedBy
        review = planned.review
        self.since = since
    }

    /// Whether a person or number is meant by it.
    public func covers(_ contact: Contact) -> Bool {
        switch scope {
        case .account: true
        case .number(let number): !contact.phone.isEmpty && NoCall.digits(number) == NoCall.digits(contact.phone)
        case .person(let name): !contact.name.isEmpty && name.lowercased() == contact.name.lowercased()
        }
    }

    /// A number however it is spelt.
    static func digits(_ number: String) -> String {
        let digits = number.filter { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? number : digits
    }

    /// How long it stands before somebody asks again, where nobody said.
    public static let usualDays = 90
}

/// As it is noted on a call, before it has a place in the journal.
public struct PlannedNoCall: Hashable, Sendable, Codable {
    public var scope: NoCall.Scope
    public var askedBy: String
    public var review: Day

    public init(_ scope: NoCall.Scope, askedBy: String, review: Day) {
        self.scope = scope
        self.askedBy = askedBy
        self.review = review
    }

    /// `do not call +44 113 496 0182, asked by Jane Moss, review Mon 22 Feb`
    public var words: String {
        "do not call \(scope.text)" + (askedBy.isEmpty ? "" : ", asked by \(askedBy)") + ", review \(review.short)"
    }
}

extension NoCall.Scope {
    public var text: String {
        switch self {
        case .number(let number): number
        case .person(let name): name
        case .account: "the account"
        }
    }

    /// The word of `/no-calls` and `--do-not-call`.
    public var word: String {
        switch self {
        case .number: "number"
        case .person: "person"
        case .account: "account"
        }
    }

    public static let words = ["number", "person", "account"]
}
