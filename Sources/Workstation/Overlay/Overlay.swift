import Receivables
import Terminal

/// A page, a list or a question over the panes, until it is answered or left.
///
/// It is a value of its own: it reads the state, changes itself, and says with an `OverlayResponse` what follows. While
/// it handles a key or an event it is not part of the state that it is given.
protocol Overlay: Sendable {
    /// What its frame says.
    func title(in state: State) -> String
    /// What of the screen it covers.
    var area: OverlayArea { get }
    /// Its keys, for the footer.
    func hints(in state: State) -> [OverlayHint]
    /// Draws what is within its frame.
    func draw(on canvas: inout Canvas, in state: State)
    /// Handles a key. Returns nil if it ignores the key; the command table then handles it.
    mutating func press(_ key: Key, in state: State) -> OverlayResponse?
    /// Takes pasted text. Overlays without a field ignore it.
    mutating func paste(_ text: String, in state: State) -> [Effect]
    /// Handles an answer of the book, or news of a child process. Returns nil if the event is not meant for it.
    mutating func handle(_ event: Event, in state: State) -> OverlayResponse?
    /// Called after a command has put something else in its place, or has taken it off the screen.
    func replaced(in state: inout State) -> [Effect]
    /// The customer that it is about: commands given above it act on that customer. Nil for those of the panes below.
    var customer: SelectedCustomer? { get }
}

extension Overlay {
    var area: OverlayArea { .beside }
    var customer: SelectedCustomer? { nil }

    mutating func paste(_ text: String, in state: State) -> [Effect] { [] }
    mutating func handle(_ event: Event, in state: State) -> OverlayResponse? { nil }
    func replaced(in state: inout State) -> [Effect] { [] }

    /// A page that is only read is left with `q` too. Returns nil for other keys.
    func closed(by key: Key) -> OverlayResponse? {
        key == .character("q") || key == .escape ? .closed : nil
    }
}

/// What of the screen an overlay covers.
enum OverlayArea: Sendable {
    /// All panes but the queue where three fit on the screen; else all of them.
    case beside
    /// All panes.
    case wholeBody
}

/// A key of an overlay and what it does, as the footer shows them.
struct OverlayHint: Sendable, Hashable {
    let key: String
    let does: String

    init(_ key: String, _ does: String) {
        self.key = key
        self.does = does
    }

    static let back = OverlayHint("Esc", HintSentences.back)
    static let move = OverlayHint("j k", HintSentences.move)
    static let scroll = OverlayHint("j k", HintSentences.scroll)
}

/// What follows when an overlay has handled a key or an event.
enum OverlayResponse {
    /// It stays, and effects are to be run.
    case stays(_ effects: [Effect] = [], notice: Notice? = nil)
    /// It closes; then the state goes on.
    case closes(_ then: (inout State) -> [Effect])

    static var stays: OverlayResponse { .stays() }
    static var closed: OverlayResponse { .closes { _ in [] } }

    /// It closes with a sentence in the footer.
    static func closed(saying notice: Notice) -> OverlayResponse {
        .closes { state in
            state.notice = notice
            return []
        }
    }

    /// It closes, and a customer's account is opened.
    static func opens(_ account: AccountNumber, name: String) -> OverlayResponse {
        .closes { $0.open(account, name: name, then: .show) }
    }

    /// It closes, and a question takes its place.
    static func asks(_ question: Question) -> OverlayResponse {
        .closes { state in
            state.overlay = question
            return []
        }
    }
}
