import Receivables
import Terminal

/// All that the workstation knows: what `view` draws and `update` changes.
///
///     var state = State(desk: desk, opening: .book(try book.about()), now: now, size: size)
///     var effects = update(&state, .started, at: now)
///
/// Each pane is a type of its own; this holds them together and says which one has the keyboard.
public struct State: Sendable {
    let desk: Desk
    var now: Instant
    var size: Size
    var opening: Opening {
        didSet { takeOpening() }
    }
    /// Of the book. Asked many times for each key: kept apart, so that no one has to copy a book's state for one of
    /// them.
    private(set) var rules = Rules(base: .usd)
    private(set) var hasBook = false
    var queue = QueuePane()
    var account = AccountPane.nothing
    /// The note for the account on screen.
    var note: NotePane?
    /// Calls and notes put aside, newest last.
    var parked: [Draft] = []
    /// Files among the drafts that can't be read.
    var unreadableDrafts: [UnreadableDraft] = []
    /// What lies over the panes.
    var overlay: (any Overlay)? {
        get { shownOverlay.overlay }
        set { shownOverlay = newValue.map(ShownOverlay.some) ?? .none }
    }
    private var shownOverlay = ShownOverlay.none
    var focus = Focus.queue
    var isZoomed = false
    var activity = Activity()
    var planned = PlannedLoad()
    var ringing = Ringing()
    var sitting: Sitting
    var notice: Notice?
    /// Long work under way.
    var work: Work?
    /// The page of an import that goes on behind the panes, or failed there.
    var importing: ImportPage?
    /// How many times the past was replayed: each replay is told from those before it.
    var backtests = 0
    /// A record that is being taken back.
    var undoing: Undoing?
    /// A row's entry that is being recorded.
    var pendingAct: PendingAct?
    /// The line of the last call, as long as others can be spoken about on it.
    var line: CallLine?

    /// Creates the state of a workstation that has just started; `update` with `.started` gives the first effects.
    public init(desk: Desk, opening: Opening, now: Instant, size: Size) {
        self.desk = desk
        self.opening = opening
        self.now = desk.asOf ?? now
        sitting = Sitting(at: now)
        self.size = size
        takeOpening()
    }

    private mutating func takeOpening() {
        hasBook = book != nil
        rules = book?.rules ?? Rules(base: .usd)
    }
}

/// An overlay, boxed: a state is handed to every view, and is copied faster without existentials in it.
private indirect enum ShownOverlay: Sendable {
    case none
    case some(any Overlay)

    var overlay: (any Overlay)? {
        if case .some(let overlay) = self { overlay } else { nil }
    }
}

/// Whether there is a book to work on. Boxed, as the overlay is: a state is handed to every view.
public indirect enum Opening: Sendable {
    case welcome(Welcome)
    case book(BookState)

    /// No book yet: the first start.
    public static let noBook = Opening.welcome(Welcome())
}

/// The pane that has the keyboard.
enum Focus: Int, Sendable, CaseIterable {
    case queue, account, note
}

/// Long work by a child process, and how far it is.
struct Work: Sendable, Hashable {
    var child: Child
    var done = 0
    /// 0 where it is not known.
    var total = 0

    var text: String {
        let what =
            switch child {
            case .morning: DeskSentences.rankingToday
            case .importing: DeskSentences.importing
            case .demo: DeskSentences.makingDemo
            case .looking, .keepingProfile: DeskSentences.readingFile
            case .backtesting: DeskSentences.replayingPast
            }
        return DeskSentences.isUnderWay(what, percent: total > 0 ? Int(Double(done) / Double(total) * 100) : nil)
    }
}

extension State {
    var book: BookState? {
        if case .book(let book) = opening { book } else { nil }
    }

    /// The date in the book's zone.
    var today: Day { local(now).day }
    var moment: Moment { Moment(at: now, day: today) }
    var isReadOnly: Bool { desk.asOf != nil }

    /// A moment on the desk's clock.
    func local(_ at: Instant) -> LocalTime { at.local(offset: desk.offset(rules.zone, at) ?? 0) }

    /// Whether the screen has a running clock on it, so that the loop wakes each second instead of each minute.
    public var ticksEachSecond: Bool { note?.call?.isRunning ?? false }

    /// Drafts that would be left behind: all but an empty note that no one has called with.
    var drafts: [Draft] { parked + (note.map { $0.isWorthKeeping ? [$0.draft(at: now)] : [] } ?? []) }

    /// What lines of the note, and the wrap-up's fields, are read against.
    var noteContext: NoteContext {
        NoteContext(
            now: now, today: today, rules: rules, zone: account.open?.zone ?? "", offset: desk.offset,
            telephones: desk.telephones,
            payer: account.open?.dossier.facts,
            contact: note?.call?.direction == .inbound ? nil : account.open?.phone?.contact,
            best: account.open?.best, left: account.open?.left ?? .none,
            rates: account.open?.dossier.portfolio.rates ?? Rates(base: rules.base), planned: planned,
            disputesEnded: account.open?.dossier.disputesEnded ?? [:])
    }
}
