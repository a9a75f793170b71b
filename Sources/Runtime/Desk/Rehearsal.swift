import FileStore
import Receivables
import Telephony
import Terminal
import Workstation

/// The workstation without a terminal: effects that only a terminal or another program could do are left out, and
/// records are taken back with the rehearsal's transaction.
package struct Rehearsal {
    private var state: State
    private let queries: BookQueries
    private let size: Size

    /// - Parameters:
    ///   - book: opened as a rehearsal, so that nothing stays written.
    ///   - path: gives the book its name on the screen.
    ///   - size: of the screen, in cells.
    ///   - asOf: a moment to read the book at; nil for now.
    ///   - user: the user's own settings and tracks; by its theme the ASCII theme draws other frames.
    /// - Throws: `BookError`; `CommandFailure` where `asOf` is no moment.
    package init(_ book: any Book, path: String, size: Size, asOf: String?, user: UserConfiguration) throws {
        let about = try book.about()
        let moment = try asOf.map { ProcessContext.instant(try LocalTime.argument($0), zone: about.rules.zone) }
        let desk = Desk(
            bookName: String(path.split(separator: "/").last ?? ""), author: ProcessContext.author,
            theme: user.theme,
            bindings: user.settings.bindings, offset: ProcessContext.offset,
            telephones: Telephony.parser,
            newID: ProcessContext.newID, caller: user.settings.caller(author: ProcessContext.author),
            tracks: user.tracks, asOf: moment)
        queries = BookQueries(book, settings: user.settings) { DraftFolder.Contents() }
        self.size = size
        state = State(desk: desk, opening: .book(about), now: ProcessContext.now, size: size)
        feed(.started)
        feed(.shown)
    }

    /// Takes an event with all that follows from it.
    package mutating func feed(_ event: Event) {
        EventPump.feed(event, update: { update(&state, $0, at: ProcessContext.now) }, run: { answer($0) })
    }

    private static let unsent = SendEvent.failed(RuntimeSentences.rehearsalSendsNothing)

    private func answer(_ effect: Effect) -> [Event] {
        switch effect {
        case .load(let query): [queries.answer(query)]
        case .record(let entry, let seen): [.recorded(id: entry.id, queries.record(entry, seen: seen))]
        case .run(let child) where child.isBacktest: replay(child)
        case .run(let child) where !child.changesBook:
            [.ended(child, .failed(RuntimeSentences.rehearsalReadsNoFile))]
        case .send(let request, _): [.sent(id: request.id, Rehearsal.unsent)]
        case .remind(let id, _): [.sent(id: id, Rehearsal.unsent)]
        case .setRate(let currency, let rate, let moment): [queries.setRate(of: currency, rate, at: moment)]
        case .saveDraft(let draft): [.draftSaved(id: draft.id)]
        default: []
        }
    }

    /// The past is replayed here and now: there is no loop that it could hold up.
    private func replay(_ child: Child) -> [Event] {
        guard case .backtesting(let strategy, _) = child, let book = queries.book else { return [] }
        do {
            let other = try strategy.isEmpty ? nil : BacktestWork.strategy(of: strategy, over: try book.rules())
            return [.backtested(try BacktestWork(book: book).result(other: other), child), .ended(child, .done)]
        } catch {
            return [.ended(child, .failed(BookQueries.sentence(error)))]
        }
    }

    /// What the user would see.
    package var screen: Screen { view(state, size: size) }
}
