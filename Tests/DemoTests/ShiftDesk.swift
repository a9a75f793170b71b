import FileStore
import Foundation
import Receivables
import Terminal
import Testing

@testable import Workstation

/// The workstation on a book on disk, without a terminal: effects are answered by the book itself.
struct ShiftDesk {
    private(set) var state: State
    private(set) var recorded: [NewEntry] = []
    /// Keys pressed.
    private(set) var keys = 0
    private let book: FileBook
    private var now: Instant

    init(book: FileBook, now: Instant, size: Size) throws {
        self.book = book
        self.now = now
        let ids = { @Sendable in UUID().uuidString }
        let desk = Desk(bookName: "demo.duly", author: "ana", offset: { _, _ in 0 }, newID: ids)
        state = State(desk: desk, opening: .book(try book.about()), now: now, size: size)
        try send(.started)
        try send(.shown)
    }

    mutating func press(_ script: String) throws {
        for key in try Key.parse(script) {
            keys += 1
            now = now.adding(seconds: 1)
            try send(.key(key))
        }
    }

    var screen: String { view(state, size: state.size).text }

    /// Calls whoever is on screen or on top, and wraps up with a result.
    mutating func callNext(with result: CallResult) throws {
        let before = recorded.count
        try press("c")
        // A rule stands against it: the caller says why she calls all the same.
        if state.overlay is BreachPane { try press("1") }
        try press(extra(for: result) + "<F8>")
        if state.note?.wrapUp?.choice == nil { try press(String(result.key)) } else { try press("<enter>") }
        if case .choosing? = state.note?.wrapUp?.phase { try press(settling(result)) }
        guard recorded.count > before else {
            Issue.record("\(result.rawValue) was not recorded:\n\(screen)")
            return try press("<esc><esc>:discard<enter><enter>")
        }
        if state.overlay is MessagePane { try press("<esc>") }
    }

    /// What has to be agreed on the call for a result.
    private func extra(for result: CallResult) -> String {
        let items = state.account.open?.dossier.facts.accounts.flatMap(\.items) ?? []
        let item: String = items.first(where: { $0.open > 0 })?.number ?? ""
        return switch result {
        case .promised: "/promise 100 +5"
        case .planAgreed: "/plan 3x monthly of 300"
        case .paidAlready: "/paid 50 yesterday"
        case .disputes: "/dispute \(item) price"
        case .callbackAgreed: "/callback +3 10:00"
        case .askedNotToBeCalled: "/no-calls account"
        case .insolvent: "/hold insolvent"
        case .noCommonLanguage: "/language dutch"
        default: "a word"
        }
    }

    /// The wrap-up asks for what comes next where it can't propose it.
    private func settling(_ result: CallResult) -> String {
        state.note?.wrapUp?.field == .when ? "+2<enter>" : "<enter>"
    }

    mutating func takeInboundCall() throws {
        let before = recorded.count
        try press("ohalf a thought<F9>")
        let name = String(state.queue.rows.last?.name.prefix(8) ?? "")
        try press("\(name)<enter>they ask for a copy<F8>u")
        #expect(recorded.count == before + 1, "\(screen)")
        try press("<F9><enter>")
        #expect(state.note?.text == "half a thought")
        try press("<F8><enter>")
    }

    mutating func undoLast() throws {
        let before = recorded.count
        try press("<esc><esc>u<enter>")
        #expect(recorded.count == before + 1 && recorded.last?.act == .undo, "\(screen)")
        // The note is a draft again, and is recorded once more.
        if state.note != nil { try press("<F8><enter>") }
    }

    mutating func sendMessage() throws {
        let before = recorded.count
        try press("<esc><esc>e")
        guard let pane = state.overlay as? MessagePane, pane.draft != nil else { return }
        try press("<enter>")
        #expect(recorded.count == before + 1, "\(screen)")
    }

    // MARK: Effects

    private mutating func send(_ event: Event) throws {
        try EventPump.feed(event, update: { update(&state, $0, at: now) }, run: { try run($0) })
    }

    private mutating func run(_ effect: Effect) throws -> [Event] {
        switch effect {
        case .load(let query): return try reply(to: query).map { [.loaded($0)] } ?? []
        case .record(let entry, let seen):
            guard case .saved(let seq) = try book.record([entry], seen: seen) else { return [] }
            recorded.append(entry)
            return [.recorded(id: entry.id, .saved(seq))]
        case .saveDraft(let draft): return [.draftSaved(id: draft.id)]
        case .send(let request, let shown):
            let entry = NewEntry(
                id: request.id, payer: request.account, at: now, day: state.moment.day, author: "ana",
                text: shown.subject,
                act: .message(shown.record))
            _ = try book.record([entry], seen: nil)
            recorded.append(entry)
            return [.sent(id: request.id, .saved(shown.record, OutboxPlace(file: "a.eml", unsent: 1)))]
        default: return []
        }
    }

    private func reply(to query: Query) throws -> Reply? {
        switch query {
        case .about: return .about(try book.about())
        case .queue(let wanted): return .queue(try book.queue(wanted), wanted)
        case .overview(let moment, let people): return .overview(try book.overview(at: moment, of: people))
        case .dossier(let number, let moment, let purpose):
            return .dossier(try book.dossier(of: number, asOf: moment), purpose)
        case .find(let words, let limit): return .found(try book.find(words, limit: limit), words: words)
        case .journal(let wanted, let purpose): return .journal(try book.journal(wanted), purpose)
        case .planned(let owner, let from, let through):
            return .planned(try book.planned(for: owner, from: from, through: through))
        case .message(let request, let moment):
            let dossier = try book.dossier(of: request.account, asOf: moment)
            guard let (contact, address) = dossier.correspondent(for: request.kind),
                let content = try? dossier.content(
                    of: request.kind, chosen: Set(request.items), step: dossier.step(for: request.kind))
            else { return .message(.problem("there is no e-mail address on file"), request) }
            let record = dossier.record(of: content, to: address, contact: contact)
            return .message(.draft(MessageDraft(record: record, subject: "x", lines: [], seen: dossier.seen)), request)
        default: return nil
        }
    }
}

extension State {
    /// Whether a part of the queue is worked rather than all of it.
    var isWorkingAPart: Bool { queue.part != .calls }
}
