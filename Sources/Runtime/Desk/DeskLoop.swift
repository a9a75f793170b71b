import Files
import Foundation
import Receivables
import Settings
import Terminal
import Workstation

/// The one impure part of the workstation: show; wait; take everything that has come; run effects; show once.
package final class DeskLoop {
    private let tty: Tty
    private let signals: Signals
    private let settings: UserSettings
    private let theme: Theme
    private let queries: BookQueries
    private let keeper: DraftKeeper
    private var watch: BookWatch?
    private var state: State
    private var children: [ChildWork] = []
    private var waiting = WaitingRecords()
    private var pending = PendingQueries()
    private let outgoing: SendQueue
    private let dialling: Dialling
    private var hasToLeave = false
    /// When the row under the cursor is shown, in nanoseconds of `MonotonicClock`; nil where none waits.
    private var previewAt: UInt64?
    private static let previewAfter: UInt64 = 150_000_000
    private let opening: DeskOpening

    /// - Throws: `TerminalError` where there is no terminal to work on.
    package init(_ opening: DeskOpening) throws {
        self.opening = opening
        settings = opening.settings
        theme = opening.theme
        keeper = DraftKeeper(opening.drafts)
        let keeper = keeper
        queries = BookQueries(opening.book, settings: opening.settings) { keeper.contents() }
        signals = try Signals()
        outgoing = SendQueue(queries, mask: signals.before)
        dialling = Dialling(settings.dial, mask: signals.before)
        tty = try Tty(signals: signals)
        state = State(desk: opening.desk, opening: try opening.start(), now: ProcessContext.now, size: tty.size)
        watch = opening.book.flatMap { BookWatch($0) }
    }

    /// Works until the user, or a signal, ends it. The terminal is given back however it ends.
    package func run() {
        defer { tty.close() }
        tty.lastWords(keeper.lastWords)
        feed(.started)
        show()
        feed(.shown)
        readOn()
        show()
        while !hasToLeave {
            let wakeup = tty.wait(until: deadline, watching: descriptors)
            handle(wakeup)
            show()
        }
        for child in children { child.cancel() }
        _ = keeper.work(nil)
    }

    private func show() {
        guard !hasToLeave else { return }
        tty.show(view(state, size: tty.size), theme: theme, colours: opening.hasColours)
    }

    // MARK: Waiting

    private var descriptors: [Int32] { (watch.map { [$0.descriptor] } ?? []) + children.map(\.descriptor) }

    private var deadline: UInt64? {
        let remindAt = outgoing.mayRemind ? MonotonicClock.now : nil
        return [nextTick, remindAt, previewAt, keeper.deadline, waiting.deadline, watch?.askAgain, pending.deadline]
            .compactMap { $0 }.min()
    }

    /// The next full minute; the next full second while a call's clock runs.
    private var nextTick: UInt64 {
        let step: Int64 = state.ticksEachSecond ? 1_000 : 60_000
        let left = step - ProcessContext.now.milliseconds % step
        return MonotonicClock.now + UInt64(left) * 1_000_000
    }

    private var lastTick = ProcessContext.now.milliseconds

    private func handle(_ wakeup: Wakeup) {
        for input in gathered(tty.drain()) {
            // However much comes: a draft is kept in time, and who wants to end it is heard.
            keepDrafts(MonotonicClock.now)
            for signal in tty.wait(until: MonotonicClock.now).signals { handle(signal) }
            if hasToLeave { return }
            if !input.isTyped { findNow() }
            // A key that follows goes by the rows that the one before has asked for.
            readOn()
            switch input {
            case .key(let key):
                previewAt = nil
                feed(.key(key))
            case .paste(let text): feed(.paste(text))
            case .resize(let size): feed(.resize(size))
            }
        }
        findNow()
        if let due = pending.deadline, due <= MonotonicClock.now { readOn() }
        if let due = previewAt, due <= MonotonicClock.now {
            previewAt = nil
            feed(.previewDue)
        }
        if wakeup.isLost { feed(.ending) }
        for signal in wakeup.signals { handle(signal) }
        if let watch,
            wakeup.ready.contains(watch.descriptor) || watch.askAgain.map({ $0 <= MonotonicClock.now }) ?? false,
            watch.hasChanged()
        {
            feed(.bookChanged)
        }
        if let watch, watch.hasLostItsBook() { feed(.failed(Workstation.EffectFailure(.other, BookWatch.lost))) }
        for child in children where wakeup.ready.contains(child.descriptor) { child.events().forEach(hear) }
        tick()
        keepDrafts(MonotonicClock.now)
        retryRecords()
        outgoing.remindNext().forEach(feed)
    }

    /// Terminals without bracketed paste send pasted text as keys. More than hands can type at once goes into the note
    /// as one piece: key by key it would take minutes.
    private func gathered(_ inputs: [InputEvent]) -> [InputEvent] {
        guard inputs.count > DeskLoop.mostTyped, state.writesNote, let text = InputEvent.text(of: inputs) else {
            return inputs
        }
        return [.paste(text)]
    }

    /// Keys that are taken one by one.
    private static let mostTyped = 64

    /// What the words typed so far find, before anything is done with it.
    private func findNow() {
        guard let query = pending.takeFind() else { return }
        feed(queries.answer(query))
    }

    /// Reads the rows that the cursor has come near to.
    private func readOn() {
        guard let query = pending.takeRows() else { return }
        feed(queries.answer(query))
    }

    private func handle(_ signal: Signal) {
        switch signal {
        case .terminate, .hangUp, .interrupt, .outOfTime: feed(.ending)
        case .powerFails: keepDrafts(nil)
        case .stop:
            tty.stop()
            feed(.resize(tty.size))
        case .proceed:
            tty.resume()
            feed(.resize(tty.size))
        case .child: outgoing.hearPrograms().forEach(feed)
        }
    }

    private func tick() {
        let now = ProcessContext.now
        let step: Int64 = state.ticksEachSecond ? 1_000 : 60_000
        guard now.milliseconds / step != lastTick / step else { return }
        lastTick = now.milliseconds
        feed(.tick)
    }

    private func hear(_ event: Event) {
        guard case .ended(let child, let outcome) = event else { return feed(event) }
        children.removeAll { $0.child == child }
        let isDone = outcome == .done && child.changesBook
        if isDone, queries.book == nil { openBook(after: child) }
        feed(event)
        if isDone, queries.book != nil { feed(.bookChanged) }
    }

    /// A first import or the demo has made the book that was missing.
    private func openBook(after child: Child) {
        do {
            let book = try opening.open(after: child)
            queries.open(book)
            watch = BookWatch(book)
            feed(.opened(try book.about()))
        } catch {
            feed(.failed(Workstation.EffectFailure(.other, BookQueries.sentence(error))))
        }
    }

    private func keepDrafts(_ now: UInt64?) {
        for outcome in keeper.work(now) {
            switch outcome {
            case .saved(let id):
                tty.lastWords(
                    RuntimeSentences.draftIsKept(in: keeper.file(of: id)))
                feed(.draftSaved(id: id))
            case .failed(let id, let sentence): feed(.failed(Workstation.EffectFailure(.draft(id: id), sentence)))
            }
        }
    }

    private func retryRecords() {
        let now = MonotonicClock.now
        while let (entry, seen) = waiting.takeDue(now) { record(entry, seen).forEach(feed) }
    }

    // MARK: Effects

    /// Takes an event; runs what it asks for and takes the answers before anything else.
    private func feed(_ event: Event) {
        EventPump.feed(event, update: { update(&state, $0, at: ProcessContext.now) }, run: run)
    }

    private func run(_ effect: Effect) -> [Event] {
        switch effect {
        case .load(let query): return pending.postpone(query) ? [] : [queries.answer(query)]
        case .record(let entry, let seen): return record(entry, seen)
        case .stopWaiting(let id): waiting.remove(id)
        case .saveDraft(let draft): keeper.put(draft)
        case .deleteDraft(let id):
            keeper.delete(id)
            tty.lastWords(keeper.lastWords)
        case .edit(let id, let text): return edit(id, text)
        case .keepPaste(let text): return [keepPaste(text)]
        case .copy(let text): _ = tty.copy(text)
        case .send(let request, let shown): return outgoing.send(request, shown: shown)
        case .remind(let id, let payer): outgoing.remind(payer, id: id)
        case .outbox(let act, let message): return outgoing.act(act, on: message)
        case .takeBackMessage(let id): return queries.takeBack(id)
        case .setRate(let currency, let rate, let moment): return [queries.setRate(of: currency, rate, at: moment)]
        case .dial(let number, let name): return dialling.dial(number, name)
        case .completePath(let typed): return [.pathCompleted(PathSearch.completion(of: typed))]
        case .run(let child): return start(child)
        case .writeHandOff(let request): return [HandOffWork.write(request, queries.book, from: settings.from)]
        case .stop(let child): children.first { $0.child == child }?.cancel()
        case .previewLater: previewAt = MonotonicClock.now + DeskLoop.previewAfter
        case .repaint: tty.repaint()
        case .ring: tty.ring()
        case .suspend:
            keepDrafts(nil)
            tty.stop()
            return [.resize(tty.size)]
        case .quit: hasToLeave = true
        }
        return []
    }

    private func record(_ entry: NewEntry, _ seen: Int64?) -> [Event] {
        let outcome = queries.record(entry, seen: seen)
        if outcome == .busy || outcome == .replaced { waiting.add(entry, seen: seen) }
        return [.recorded(id: entry.id, outcome)]
    }

    private func keepPaste(_ text: String) -> Event {
        do {
            try Paths.make(Paths.stateFolder)
            let path = "\(Paths.stateFolder)/pasted-\(ProcessContext.newID().prefix(8)).txt"
            try NewFile.write(text, to: path)
            return .pasteKept(path: path)
        } catch {
            return .failed(Workstation.EffectFailure(.other, BookQueries.sentence(error)))
        }
    }

    private func edit(_ id: String, _ text: String) -> [Event] {
        do {
            return [
                .edited(id: id, text: try NoteEditor(settings.editor).edit(text, in: opening.drafts.path, on: tty)),
                .resize(tty.size),
            ]
        } catch {
            return [.failed(Workstation.EffectFailure(.other, BookQueries.sentence(error))), .resize(tty.size)]
        }
    }

    private func start(_ child: Child) -> [Event] {
        guard !children.contains(where: { $0.child == child }) else { return [] }
        do {
            children.append(try ChildWork(child, arguments: opening.arguments(for: child), mask: signals.before))
            return []
        } catch {
            return [.ended(child, .failed("\(error)"))]
        }
    }
}

extension InputEvent {
    /// What letters, tabs and line ends come to; nil where there is anything else among them.
    fileprivate static func text(of inputs: [InputEvent]) -> String? {
        var text = ""
        for input in inputs {
            switch input {
            case .key(.character(let letter)): text.append(letter)
            case .key(.enter): text.append("\n")
            case .key(.tab): text.append("\t")
            default: return nil
            }
        }
        return text
    }

    /// A letter of a word, or one taken back.
    fileprivate var isTyped: Bool {
        switch self {
        case .key(.character), .key(.backspace): true
        case .key, .paste, .resize: false
        }
    }
}
