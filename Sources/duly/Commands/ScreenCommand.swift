import ArgumentParser
import FileStore
import Receivables
import Telephony
import Terminal
import Workstation

struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "A screen as text, after a key script; the book is left as it was.",
        discussion: "Keys are written as they are typed, special ones in brackets: \"jj<enter>c<F8>n\", \"<lt>\" for <."
    )

    @Option(help: "The keys.")
    var keys: String = ""
    @Option(help: "Columns x rows.")
    var size: String = "80x24"
    @Option(help: "The book's file (else DULY_BOOK, else your data folder).")
    var book: String?
    @Option(name: .customLong("as-of"), help: "Read it as it was then: DAY or DAYTHH:MM.")
    var asOf: String?
    @Option(help: "A theme by name.")
    var theme: String?

    func run() throws {
        guard let size = Size(size), size.columns > 0, size.rows > 0, size.columns <= 1000, size.rows <= 1000 else {
            throw ValidationError("--size is columns x rows, such as 100x30.")
        }
        let script: [Key]
        do {
            script = try Key.parse(keys)
        } catch {
            throw ValidationError("\(error)")
        }
        let path = Paths.book(book)
        let rehearsal = try FileBook.opened(path, asRehearsal: true)
        var rehearsing = try Rehearsal(
            rehearsal, path: path, size: size, asOf: asOf,
            theme: try theme.map(UserConfiguration.theme) ?? UserConfiguration.load().theme)
        for key in script { rehearsing.feed(.key(key)) }
        Output.show(SafeText.lines(rehearsing.screen.text).map { Line(String($0)) })
    }
}

/// The workstation without a terminal: effects that only a terminal or another program could do are left out, and
/// records are taken back with the rehearsal's transaction.
struct Rehearsal {
    private var state: State
    private let queries: BookQueries
    private let size: Size

    init(_ book: FileBook, path: String, size: Size, asOf: String?, theme: Theme) throws {
        let about = try book.about()
        let moment = try asOf.map { text -> Instant in
            guard let time = LocalTime(argument: text) else {
                throw CommandFailure(.usage, BookOptions.notAMoment(text))
            }
            return ProcessContext.instant(time, zone: about.rules.zone)
        }
        let desk = Desk(
            bookName: String(path.split(separator: "/").last ?? ""), author: ProcessContext.author, theme: theme,
            bindings: UserConfiguration.load().settings.bindings, offset: ProcessContext.offset,
            telephones: Telephony.parser,
            newID: ProcessContext.newID, asOf: moment)
        queries = BookQueries(book, settings: UserConfiguration.load().settings) { DraftFolder.Contents() }
        self.size = size
        state = State(desk: desk, opening: .book(about), now: ProcessContext.now, size: size)
        feed(.started)
        feed(.shown)
    }

    mutating func feed(_ event: Event) {
        var events = [event]
        while !events.isEmpty {
            let effects = update(&state, events.removeFirst(), at: ProcessContext.now)
            events = effects.flatMap(answer) + events
        }
    }

    private static let unsent = SendEvent.failed("Messages are not sent from a screen as text: duly draft does it.")

    private func answer(_ effect: Effect) -> [Event] {
        switch effect {
        case .load(let query): [queries.answer(query)]
        case .record(let entry, let seen): [.recorded(id: entry.id, queries.record(entry, seen: seen))]
        case .run(let child) where child.isBacktest: replay(child)
        case .run(let child) where !child.changesBook:
            [.ended(child, .failed("Files are not looked at on a screen as text: duly import FILE --dry-run does it."))]
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

    var screen: Screen { view(state, size: size) }
}
