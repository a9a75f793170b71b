/// What an entry does; the body of its line in the journal.
public enum Act: Sendable, Hashable, Codable {
    /// A call, in or out, with all that was agreed on it.
    case call(CallRecord)
    /// A note without a call, with what was planned.
    case note(NoteRecord)
    /// The entry's payer pays for another account from now on.
    case payer(PayerChange)
    /// Unapplied cash was matched with items, as it was shown and confirmed.
    case matched([CashMatch])
    /// An extract that was imported.
    case imported(ImportRecord)
    /// New rules for the book, whole.
    case rules(Rules)
    /// A dispute was answered or resolved; the text is the answer.
    case dispute(DisputeStep)
    /// A plan was accepted, approved or ended.
    case plan(PlanStep)
    /// A message was sent.
    case message(MessageRecord)
    /// A follow-up changed hands.
    case handOver(HandOver)
    /// The payer is left alone until somebody looks again.
    case hold(PlannedHold)
    /// How it goes on where calling has not helped.
    case decision(PlannedDecision)
    /// A hold, or a wish not to be called, is over.
    case release(Release)
    /// The author works for a colleague up to a day.
    case cover(PlannedCover)
    /// The payer gets another cadence.
    case cadence(CadenceChoice)
    /// A step of the cadence was done without a call.
    case step(StepRecord)
    /// Put off within today, by the caller's hand.
    case later
    /// Pinned to the top of the queue until dealt with, or unpinned.
    case pin(Bool)
    /// Somebody said what they think of a call.
    case review(ReviewRecord)
    /// Somebody typed the sales of a month.
    case sales(MonthlySales)
    /// A person's words were erased from another entry.
    case redaction(Redaction)
    /// Takes back another entry.
    case undo

    /// The word in the journal's `kind` column.
    public var kind: String {
        switch self {
        case .call: "call"
        case .note: "note"
        case .payer: "payer"
        case .matched: "match"
        case .imported: "import"
        case .rules: "rules"
        case .dispute: "dispute"
        case .plan: "plan"
        case .message: "message"
        case .handOver: "hand-over"
        case .hold: "hold"
        case .decision: "decision"
        case .release: "release"
        case .cover: "cover"
        case .cadence: "cadence"
        case .step: "step"
        case .later: "later"
        case .pin: "pin"
        case .review: "review"
        case .sales: "sales"
        case .redaction: "redaction"
        case .undo: "undo"
        }
    }

    /// What was planned with a customer.
    public var followUps: [PlannedFollowUp] {
        switch self {
        case .call(let call): call.followUps
        case .note(let note): note.followUps
        case .message(let message): message.followUps
        case .step(let step): step.followUps
        default: []
        }
    }

    /// What was agreed with a customer apart from follow-ups.
    public var agreed: Agreements {
        switch self {
        case .call(let call): call.agreed
        case .note(let note): note.agreed
        default: Agreements()
        }
    }
}

/// A follow-up goes to somebody else.
public struct HandOver: Sendable, Hashable, Codable {
    /// The follow-up, by the entry that agreed it.
    public var followUp: EntryPart
    /// Who does it from now on, by user name.
    public var owner: String

    /// Creates a hand-over to a colleague.
    public init(_ followUp: EntryPart, to owner: String) {
        self.followUp = followUp
        self.owner = owner
    }
}

/// Another account got the entry's payer; nothing else about it changed.
public struct PayerChange: Sendable, Hashable, Codable {
    /// The account whose payer changed.
    public var account: AccountNumber
    /// Who paid for it before, for taking it back.
    public var before: AccountNumber

    /// Creates a change of payer; the new payer is the entry's own.
    public init(account: AccountNumber, before: AccountNumber) {
        self.account = account
        self.before = before
    }
}

/// What an import did, for the journal and for the report.
public struct ImportRecord: Sendable, Hashable, Codable {
    /// The name of the file that was imported.
    public var file: String
    /// What its rows were.
    public var kind: ExtractKind
    /// The day on which the extract was true.
    public var extractDay: Day
    /// Whether it was a full extract, so that open items which it doesn't list were cleared.
    public var isFull: Bool
    /// SHA-256 of the file, so that a file is known when it comes again; empty where there was none.
    public var contentHash: String
    /// How many accounts, items and payments it changed.
    public var counts: ImportCounts
    /// What the tables of facts came to afterwards, by their names: sums in hexadecimal. The chain of hashes covers
    /// them.
    public var digests: [String: String]?
    /// The company codes that it contained; nil where it was of the whole ledger.
    public var companies: [String]?

    /// Creates a record of an import.
    public init(
        file: String, kind: ExtractKind, extractDay: Day, isFull: Bool, contentHash: String, counts: ImportCounts,
        digests: [String: String]? = nil, companies: [String]? = nil
    ) {
        self.digests = digests
        self.companies = companies
        self.file = file
        self.kind = kind
        self.extractDay = extractDay
        self.isFull = isFull
        self.contentHash = contentHash
        self.counts = counts
    }
}
