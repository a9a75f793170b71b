/// What an entry does; the body of its line in the journal.
public enum Act: Sendable, Hashable, Codable {
    /// A call, in or out, with all that was agreed on it.
    case call(CallRecord)
    /// A note without a call, with what was planned.
    case note(NoteRecord)
    /// The entry's payer pays for another account from now on.
    case payer(PayerChange)
    /// An extract taken in.
    case imported(ImportRecord)
    /// New rules for the book, whole.
    case rules(Rules)
    /// Takes back another entry.
    case undo

    /// The word in the journal's `kind` column.
    public var kind: String {
        switch self {
        case .call: "call"
        case .note: "note"
        case .payer: "payer"
        case .imported: "import"
        case .rules: "rules"
        case .undo: "undo"
        }
    }

    /// What was planned with a customer.
    public var followUps: [PlannedFollowUp] {
        switch self {
        case .call(let call): call.followUps
        case .note(let note): note.followUps
        case .payer, .imported, .rules, .undo: []
        }
    }
}

public struct CallRecord: Sendable, Hashable, Codable {
    public enum Direction: String, Sendable, Codable, CaseIterable { case outbound = "out", inbound = "in" }

    public var direction: Direction
    public var result: CallResult
    /// With whom, by name; empty where nobody was reached or asked.
    public var contact: String
    /// The number dialled; empty where unknown.
    public var number: String
    public var seconds: Int?
    public var followUps: [PlannedFollowUp]

    public init(
        direction: Direction = .outbound, result: CallResult, contact: String = "", number: String = "",
        seconds: Int? = nil, followUps: [PlannedFollowUp] = []
    ) {
        self.direction = direction
        self.result = result
        self.contact = contact
        self.number = number
        self.seconds = seconds
        self.followUps = followUps
    }
}

public struct NoteRecord: Sendable, Hashable, Codable {
    public var followUps: [PlannedFollowUp]
    /// The file from which it was imported; nil for what was noted here.
    public var origin: String?

    public init(followUps: [PlannedFollowUp] = [], origin: String? = nil) {
        self.followUps = followUps
        self.origin = origin
    }
}

/// Another account got the entry's payer; nothing else about it changed.
public struct PayerChange: Sendable, Hashable, Codable {
    public var account: AccountNumber
    /// Who paid for it before, for taking it back.
    public var before: AccountNumber

    public init(account: AccountNumber, before: AccountNumber) {
        self.account = account
        self.before = before
    }
}

/// What an import did, for the journal and for the report.
public struct ImportRecord: Sendable, Hashable, Codable {
    public var file: String
    public var kind: ExtractKind
    /// The day on which the extract was true.
    public var extractDay: Day
    public var isFull: Bool
    /// SHA-256 of the file, so that a file is known when it comes again; empty where there was none.
    public var contentHash: String
    public var counts: ImportCounts

    public init(
        file: String, kind: ExtractKind, extractDay: Day, isFull: Bool, contentHash: String, counts: ImportCounts
    ) {
        self.file = file
        self.kind = kind
        self.extractDay = extractDay
        self.isFull = isFull
        self.contentHash = contentHash
        self.counts = counts
    }
}
