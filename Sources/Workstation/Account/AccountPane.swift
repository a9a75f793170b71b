import Receivables
import Terminal

/// The middle pane: nothing, an account on its way, or one that is open.
enum AccountPane: Sendable {
    case nothing
    /// Asked for; what is to be done once it is there.
    case loading(AccountNumber, name: String, then: AfterOpening)
    case showing(OpenAccount)

    var open: OpenAccount? {
        get {
            if case .showing(let account) = self { account } else { nil }
        }
        set {
            if let newValue { self = .showing(newValue) }
        }
    }
}

/// What follows when an account has been opened.
enum AfterOpening: Sendable, Hashable {
    case show
    /// The page, with the keyboard left where it is.
    case prepare
    /// As `prepare`; drafts stay parked, for no one has opened the account.
    case preview
    /// They call us: the clock runs.
    case inboundCall
    /// What was asked for while another account was on screen.
    case command(CommandName, [String])
    /// The call goes on that was made to this number for another payer.
    case goOn(CallLine)
    /// The draft of that id, parked until now.
    case resume(String)

    /// Whether a note that is on screen for the account already is the one to go on with.
    func goesOn(with note: NotePane) -> Bool {
        switch self {
        case .show, .prepare, .preview, .command: true
        case .inboundCall, .goOn: note.call == nil
        case .resume(let id): note.id == id
        }
    }
}

/// An account on screen: its dossier, the page made of it, and where the eye is on it.
struct OpenAccount: Sendable {
    let dossier: Dossier
    private(set) var page: CachedPage?
    /// What stands above the note while the page is not on screen.
    private(set) var callHead: CallHead?
    /// The talk track of the call; nil before there was one.
    var filled: FilledTrack?
    /// What a call would be about, as the caller chose it on the page.
    var situation: CallSituation?
    var scroll = Scroll()
    /// The items, while they are shown instead of the page.
    var items: ItemList?
    /// What has changed in the book since the page was made.
    var change: String?

    /// When they are reached; learned once the page is made.
    private(set) var best: BestTime?
    private let telephones: [Telephone]
    /// By place in `telephones`.
    private var chosen = 0

    init(_ dossier: Dossier) {
        self.dossier = dossier
        // Who asked not to be called is shown on the page, and never offered; nor is what can't be a number.
        telephones = dossier.telephones.filter(\.isOffered)
        if let next = dossier.nextNumber { chosen = telephones.firstIndex(of: next) ?? 0 }
    }

    /// The page's lines at a width, made once.
    struct CachedPage: Sendable {
        let width: Int
        let lines: [Line]
    }

    /// Makes the page unless it is there for this width.
    mutating func prepare(width: Int, theme: Theme, offset: @escaping ZoneOffset) {
        guard page?.width != width else { return }
        let zone = zone
        best = dossier.bestTime(of: phone?.number) { offset(zone, $0) ?? offset(dossier.rules.zone, $0) ?? 0 }
        page = CachedPage(
            width: width,
            lines: AccountPage(dossier, dialling: phone, width: width, theme: theme, offset: offset).lines)
    }

    /// Makes the lines above the note unless they are there for this call and width.
    mutating func prepareCallHead(isInbound: Bool, width: Int, theme: Theme, offset: @escaping ZoneOffset) {
        guard callHead?.width != width || callHead?.isInbound != isInbound else { return }
        callHead = CallHead(self, isInbound: isInbound, width: width, theme: theme, offset: offset)
    }

    var zone: String { dossier.facts.accounts.first?.account.zone ?? "" }
    var payer: AccountNumber { dossier.facts.payer }
    var name: String { dossier.facts.name }

    func has(_ number: AccountNumber) -> Bool {
        payer == number || dossier.facts.accounts.contains { $0.account.number == number }
    }

    /// The number to dial: the first, or the next after one that led to no one, until another one is chosen; nil where
    /// none is left.
    var phone: Telephone? { telephones.indices.contains(chosen) ? telephones[chosen] : nil }

    /// The number to dial where the chosen one leads to no one. Two people may share one.
    var untriedNumber: Telephone? { telephones.first { $0.number.key != phone?.number.key && $0.isUntried } }

    /// What there is to dial besides the chosen one.
    var left: NumbersLeft {
        if untriedNumber != nil { return .untried }
        return telephones.contains { $0.number.key != phone?.number.key && !$0.isBad } ? .tried : .none
    }

    /// Chooses a number by its line; false where it is not offered.
    mutating func choose(line e164: String) -> Bool {
        guard let place = telephones.firstIndex(where: { $0.number.e164 == e164 }) else { return false }
        chosen = place
        (page, callHead) = (nil, nil)
        return true
    }

    /// Chooses the next number; false where there is no other.
    mutating func turnPhone() -> Bool {
        guard telephones.count > 1 else { return false }
        chosen = (chosen + 1) % telephones.count
        (page, callHead) = (nil, nil)
        return true
    }
}

/// The payer's items as a list in which some can be marked.
struct ItemList: Sendable {
    let items: [Item]
    /// What there is in all, made once: an account may have thousands.
    let head: Line
    var cursor = ListCursor()
    /// By place in `items`.
    private(set) var marked: Set<Int> = []

    init(_ page: ItemsPage) {
        items = page.items
        head = page.head
    }

    mutating func toggle() {
        guard items.indices.contains(cursor.index) else { return }
        if marked.remove(cursor.index) == nil { marked.insert(cursor.index) }
    }

    /// Marks everything overdue that is neither disputed nor promised; once more takes the marks off.
    mutating func markClean(on day: Day) {
        let clean = Set(items.indices.filter { items[$0].isOverdue(on: day) && items[$0].chaseable == items[$0].open })
        marked = marked == clean ? [] : clean
    }

    var markedItems: [Item] { marked.sorted().map { items[$0] } }
}
