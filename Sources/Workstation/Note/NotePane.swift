import Receivables
import Terminal

/// The note for the account on screen, with the call that it belongs to, until it is wrapped up.
struct NotePane: Sendable {
    private(set) var id: String
    /// The account that was opened.
    let account: AccountNumber
    let name: String
    /// The newest entry that the author has seen.
    var seen: Int64
    private(set) var editor: TextEditor
    /// Nil for a note without a call.
    var call: CallClock?
    /// The number that the call dialled, as `TelephoneNumber.key` names it; empty where none was, nil without a call.
    var dialled: String?
    /// Rules that the call breaks, and why it is made.
    var broke: BrokenRules?
    /// Whether the call went on from another payer's, and nothing was dialled for it.
    var isContinued = false
    /// How many times the agenda above it was turned to its next part.
    var agendaTurned = 0
    /// The text is an e-mail or a letter that came in.
    var isReceived = false
    /// How far the caller is in the talk track.
    var track = TrackProgress()
    /// Whether what was agreed stands below the text, to be said aloud.
    var isReadingBack = false
    /// What was agreed as it was said back to the customer; nil before that was done.
    var readBack: String?
    var stage = Stage.writing(left: nil)
    var saving = Saving.nothing
    /// The structured lines, read on every change.
    private(set) var lines: [NoteLine] = []
    /// Whether there is something that has not been sent to disk.
    var isDirty = false

    enum Stage: Sendable {
        /// With the wrap-up as it was left, where Esc came back from it.
        case writing(left: WrapUp?)
        case wrappingUp(WrapUp)
    }

    enum Saving: Sendable, Hashable {
        case nothing, pending, saved
        case failed(String)
    }

    init(id: String, account: AccountNumber, name: String, seen: Int64, call: CallClock? = nil) {
        self.id = id
        self.account = account
        self.name = name
        self.seen = seen
        self.call = call
        editor = TextEditor()
        isDirty = call != nil
    }

    /// Another window has recorded the draft that this was: what it holds here goes on as one of its own.
    mutating func part(as id: String) { self.id = id }

    var text: String { editor.text }
    var isEmpty: Bool { editor.isEmpty }
    /// An empty note without a call leaves nothing behind.
    var isWorthKeeping: Bool { !editor.isEmpty || call != nil }

    var wrapUp: WrapUp? {
        get {
            if case .wrappingUp(let wrapUp) = stage { wrapUp } else { nil }
        }
        set {
            if let newValue { stage = .wrappingUp(newValue) }
        }
    }

    var isWaiting: Bool {
        if case .waiting = wrapUp?.phase { true } else { false }
    }

    /// Changes the text; what the structured lines say is read again.
    mutating func edit(in context: NoteContext, _ change: (inout TextEditor) -> Bool) -> Bool {
        let before = editor
        guard change(&editor) else { return false }
        if editor.count != before.count || editor != before, editor.text != before.text {
            isDirty = true
            read(in: context)
        }
        return true
    }

    mutating func read(in context: NoteContext) {
        lines = NoteLine.reading(editor.text, in: context)
    }

    var facts: [NoteFact] { lines.compactMap(\.fact) }
}

/// How long a call has lasted, over the times it was parked.
struct CallClock: Sendable, Hashable {
    var started: Instant
    var direction: CallRecord.Direction
    /// Seconds before `since`.
    private var talked: Int
    private var since: Instant?

    /// A call that begins.
    init(started: Instant, direction: CallRecord.Direction) {
        self.started = started
        self.direction = direction
        talked = 0
        since = started
    }

    /// A call that was parked, its clock standing still.
    init(parked started: Instant, direction: CallRecord.Direction, talked: Int) {
        self.started = started
        self.direction = direction
        self.talked = talked
    }

    mutating func resume(at now: Instant) { since = since ?? now }

    var isRunning: Bool { since != nil }

    func seconds(at now: Instant) -> Int {
        let running =
            since.map { since in
                let (passed, isTooLong) = now.milliseconds.subtractingReportingOverflow(since.milliseconds)
                return isTooLong ? 0 : Int(max(0, passed) / 1000)
            } ?? 0
        let (sum, isTooLong) = talked.addingReportingOverflow(running)
        return isTooLong ? Int.max : sum
    }

    mutating func stop(at now: Instant) {
        talked = seconds(at: now)
        since = nil
    }

    /// `00:03:12`
    static func text(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
