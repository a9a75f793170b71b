import Receivables
import Terminal

/// Something that happened outside of the machine; each is handed over with its time.
public enum Event: Sendable {
    /// The first event: asks for what the first screen needs.
    case started
    /// The first screen is up: whatever it could do without is asked for now.
    case shown
    case key(Key)
    /// Text, never commands.
    case paste(String)
    case resize(Size)
    /// Time has passed: each minute when idle, each second during a call (see `State.ticksEachSecond`).
    case tick
    /// 150 ms have passed since the cursor moved in the queue, and no key came.
    case previewDue
    /// The answer to a `load`.
    case loaded(Reply)
    /// Another program has committed to the book.
    case bookChanged
    /// What became of a `record`, by the entry's id.
    case recorded(id: String, RecordEvent)
    /// What became of a message, by its id.
    case sent(id: String, SendEvent)
    case mailed(MailEvent)
    /// A draft is on disk as it was last sent.
    case draftSaved(id: String)
    /// The note came back from the external editor.
    case edited(id: String, text: String)
    /// Pasted text that was too long for a field lies in a file.
    case pasteKept(path: String)
    /// A file that was asked for is there.
    case written(path: String)
    /// A rate is in the book, and everybody was ranked by it.
    case rateSet(Currency, ExchangeRate)
    case progress(Child, done: Int, total: Int)
    /// What a look has shown, by its number; before its end.
    case looked(ImportLook, number: Int)
    /// What a replay of the past came to; before its end.
    case backtested(BacktestResult, Child)
    case ended(Child, ChildOutcome)
    /// A book has been opened where there was none: after an import or the demo.
    case opened(BookState)
    /// Something that was asked for could not be done. The sentence is ready to be shown.
    case failed(EffectFailure)
    /// The program has been told to leave (SIGTERM, SIGHUP, the terminal is gone).
    case ending
}

/// What became of a record.
public enum RecordEvent: Sendable, Hashable {
    /// Committed, by the entry's place in the journal.
    case saved(Int64)
    /// Others have written on this payer since: their entries, oldest first. Nothing was written.
    case stale([Entry])
    /// Another program holds the book. The loop goes on trying until it can say otherwise, or is told to stop.
    case busy
    /// The file that was opened is no longer the book. The loop goes on trying, as with `busy`: it may be put back.
    case replaced
    case failed(String)
}

/// Long work is done by the same program as a child process (ARCHITECTURE.md §1, "No threads").
public enum Child: Sendable, Hashable {
    case morning
    case importing(ImportRequest)
    /// A look at what an import would do; changes nothing.
    case looking(request: ImportRequest, number: Int)
    /// Writes how a file is read as a profile; changes nothing else.
    case keepingProfile(request: ImportRequest, name: String, replaces: Bool)
    case demo
    /// Replays the past; changes nothing.
    ///
    /// - Parameter strategy: a file with a strategy to compare with the one in force; empty for none.
    case backtesting(strategy: String, number: Int)
}

extension Child {
    /// Whether it replays the past.
    public var isBacktest: Bool { if case .backtesting = self { true } else { false } }

    /// Whether the book is another one when it is done.
    public var changesBook: Bool {
        switch self {
        case .morning, .importing, .demo: true
        case .looking, .keepingProfile, .backtesting: false
        }
    }
}

public enum ChildOutcome: Sendable, Hashable {
    case done
    case failed(String)
}

/// What could not be done, and the sentence that says so.
public struct EffectFailure: Sendable, Hashable {
    public enum What: Sendable, Hashable {
        case load(Query)
        case draft(id: String)
        case other
    }

    public var what: What
    public var sentence: String

    public init(_ what: What, _ sentence: String) {
        self.what = what
        self.sentence = sentence
    }
}
