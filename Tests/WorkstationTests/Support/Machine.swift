import Receivables
import Synchronization
import Terminal
import Testing

@testable import Workstation

/// The workstation with a fake book behind it: keys in, screens and effects out.
struct Machine {
    private(set) var state: State
    var book: FakeBook
    var clock = Fixture.now

    init(
        size: Size = Size(columns: 80, rows: 24), book: FakeBook = FakeBook(), asOf: Instant? = nil,
        hasBook: Bool = true, bindings: KeyBindings = .standard, targets: Targets = Targets(),
        tracks: TrackLibrary = .none
    ) {
        self.book = book
        let ids = Ids()
        let desk = Desk(
            bookName: "acme.duly", author: "ana", bindings: bindings, targets: targets, offset: Fixture.offset,
            newID: { ids.next() },
            caller: TalkCaller(name: "Ana Ruiz", company: "Acme Ltd", number: "020 7946 0123"), tracks: tracks,
            asOf: asOf)
        state = State(desk: desk, opening: hasBook ? .book(book.about) : .noBook, now: Fixture.now, size: size)
        send(.started)
        send(.shown)
    }

    /// Takes an event, runs its effects, and takes what they answer, before anything else.
    mutating func send(_ event: Event) {
        EventPump.feed(event, update: { update(&state, $0, at: clock) }, run: { book.answer($0) })
    }

    mutating func press(_ script: String) throws {
        for key in try Key.parse(script) { send(.key(key)) }
    }

    mutating func wait(seconds: Int) {
        clock = clock.adding(seconds: seconds)
        send(.tick)
    }

    var screen: Screen { view(state, size: state.size) }
    var text: String { screen.text }
    var footer: String { screen.text(row: state.size.rows - 1) }

    /// The last entry recorded.
    var recorded: Entry? { book.journal.last }
    /// The effects since the start that are neither reading nor drafts.
    var deeds: [Effect] {
        book.log.filter { effect in
            switch effect {
            case .load, .saveDraft, .deleteDraft, .previewLater: false
            default: true
            }
        }
    }
}

/// Ids that a test can foresee.
private final class Ids: Sendable {
    private let last = Atomic(0)

    func next() -> String { "draft\(last.wrappingAdd(1, ordering: .relaxed).newValue)" }
}
