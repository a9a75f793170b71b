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
    /// The files whose names begin as one was typed.
    case pathCompleted(PathCompletion)
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
