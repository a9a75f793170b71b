/// A call or note in progress: everything typed and chosen that is not in the journal yet (ARCHITECTURE.md §3.6,
/// "Drafts").
///
/// Its id becomes the entry's: a draft whose id is in the journal was saved.
public struct Draft: Hashable, Sendable, Codable {
    /// A random identifier, which the entry keeps.
    public var id: String
    /// The account that was opened, and whose payer the record will belong to.
    public var account: AccountNumber
    /// The customer's name, for a list of drafts that opens no book.
    public var name: String
    /// What was typed so far.
    public var note: String
    /// Characters before the cursor.
    public var cursor: Int
    /// When the call began; nil for a note without a call.
    public var callStarted: Instant?
    /// Seconds talked before it was last parked.
    public var talked: Int
    /// Whether we called or they did.
    public var direction: CallRecord.Direction
    /// The result chosen so far; nil before one was.
    public var result: CallResult?
    /// Contact rules that stand against the call, and why it is made all the same.
    public var broke: BrokenRules?
    /// As `CallRecord.isContinued`; nil in drafts from before there was that.
    public var isContinued: Bool?
    /// As `CallRecord.readBack`.
    public var readBack: String?
    /// As `NoteRecord.isReceived`; nil where it isn't.
    public var isReceived: Bool?
    /// As `CallRecord.number`; nil in drafts from before it was kept.
    public var dialled: String?
    /// As `CallRecord.track`.
    public var track: TrackRecord?
    /// Put aside for another call.
    public var isParked: Bool
    /// The newest entry that the author had seen.
    public var seen: Int64

    /// Creates a draft, by default an empty note.
    public init(
        id: String, account: AccountNumber, name: String, note: String = "", cursor: Int = 0,
        callStarted: Instant? = nil, talked: Int = 0, direction: CallRecord.Direction = .outbound,
        result: CallResult? = nil, broke: BrokenRules? = nil, isParked: Bool = false, seen: Int64 = 0
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.note = note
        self.cursor = cursor
        self.callStarted = callStarted
        self.talked = talked
        self.direction = direction
        self.result = result
        self.broke = broke
        self.isParked = isParked
        self.seen = seen
    }

    /// What can't be true of it, as a file may say that was damaged or changed by hand; nil where nothing is wrong.
    public var damage: String? {
        // Within these, no sum or date of the workstation overflows.
        if id.isEmpty { return "it has no id" }
        if !(0...Draft.longestCall).contains(talked) { return "talked is \(talked) seconds" }
        if !(0...Int(Int32.max)).contains(cursor) { return "the cursor is at \(cursor)" }
        if let callStarted, !Draft.times.contains(callStarted.milliseconds) {
            return "the call began at no day of a calendar"
        }
        if seen < 0 { return "the entry seen is \(seen)" }
        return nil
    }

    /// A year, in seconds.
    private static let longestCall = 366 * 86_400
    /// The years 1970 to 9999.
    private static let times: ClosedRange<Int64> = 0...253_402_300_799_999
}

/// A file among the drafts that is none, or is damaged. It is kept, and can be read as text.
public struct UnreadableDraft: Hashable, Sendable {
    /// The file's name, without its folder.
    public var file: String
    /// What is wrong with it.
    public var reason: String
    /// What the file holds, as far as it is text.
    public var text: String

    /// Creates a report of a file that can't be read as a draft.
    public init(file: String, reason: String, text: String) {
        self.file = file
        self.reason = reason
        self.text = text
    }
}
