/// Somebody asked not to be called (DOMAIN.md §5, "Do not call"): it stands until it is lifted; the review day only
/// brings it up again.
public struct NoCall: Hashable, Sendable, Codable {
    /// What is not to be called any more.
    public enum Scope: Hashable, Sendable, Codable {
        case number(String)
        case person(String)
        /// No one there: the channel becomes writing.
        case account
    }

    /// Where the journal recorded it; a release names it so.
    public var part: EntryPart
    /// A number, a person or the whole account.
    public var scope: Scope
    /// The number in E.164, or all numbers of a cell with several; nil if it was not parsed yet.
    public var numbers: [String]?
    /// Who asked; empty where no one said.
    public var askedBy: String
    /// The day on which we ask whether it still holds; it doesn't end by itself.
    public var review: Day
    /// The day on which it was asked.
    public var since: Day

    /// Creates the wish that an entry recorded on a day.
    public init(part: EntryPart, _ planned: PlannedNoCall, since: Day) {
        self.part = part
        scope = planned.scope
        numbers = planned.numbers
        askedBy = planned.askedBy
        review = planned.review
        self.since = since
    }

    /// Whether a person or number is meant by it.
    public func covers(_ contact: Contact) -> Bool {
        switch scope {
        case .account: true
        case .number(let said): contact.numbers.contains { covers($0, said) }
        case .person(let name): !contact.name.isEmpty && name.lowercased() == contact.name.lowercased()
        }
    }

    /// A wish about a number is about the line, so extensions make no difference. The digits that were said count next
    /// to E.164: the country may have been another one when they were read.
    private func covers(_ number: TelephoneNumber, _ said: String) -> Bool {
        number.isPossible && (numbers ?? []).contains(number.e164) || number.isWritten(like: said)
            || number.brief == said
    }

    /// Whether the same is asked once more, however its number is spelt.
    func concerns(_ planned: PlannedNoCall) -> Bool {
        if scope == planned.scope { return true }
        guard case .number = scope, case .number = planned.scope, let numbers, !numbers.isEmpty else { return false }
        return numbers == planned.numbers
    }

    /// How long it stands before somebody asks again, where no one said.
    public static let usualDays = 90
}

/// As it is noted on a call, before it has a place in the journal.
public struct PlannedNoCall: Hashable, Sendable, Codable {
    /// A number, a person or the whole account.
    public var scope: NoCall.Scope
    /// Who asked; empty where no one said.
    public var askedBy: String
    /// The day on which we ask whether it still holds.
    public var review: Day
    /// As `NoCall.numbers`; given when it is recorded.
    public var numbers: [String]?

    /// Creates a wish as a caller notes it; its numbers are parsed when it is recorded.
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
    /// The number or name as it was written, or `the account`.
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

    /// The words that commands accept, in the order in which help lists them.
    public static let words = ["number", "person", "account"]
}
