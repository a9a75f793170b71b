import Receivables

/// Something that the loop is asked to do. Effects are run in order, before the next event is taken, so that
/// keys typed ahead find the state that they were meant for.
public enum Effect: Sendable, Hashable {
    /// Answered by `loaded`, or by `failed(.load)`.
    case load(Query)
    /// Answered by `recorded`, perhaps more than once: busy first, saved later.
    case record(NewEntry, seen: Int64?)
    /// Gives up a record that waits for the book; its draft stays.
    case stopWaiting(id: String)
    /// To be written within 250 ms; answered by `draftSaved`, or by `failed(.draft)`.
    case saveDraft(Draft)
    case deleteDraft(id: String)
    /// Opens the text in the user's editor; answered by `edited`.
    case edit(id: String, text: String)
    /// Keeps pasted text that is too long for a field in a file; answered by `pasteKept`, or by `failed`.
    case keepPaste(String)
    /// Puts text on the terminal's clipboard.
    case copy(String)
    /// Records a message and puts it into the outbox, if it still reads as it was shown; answered by `sent`.
    case send(MessageRequest, shown: MessageDraft)
    /// Sends the reminder that somebody is due, if they still are; answered by `sent`.
    case remind(id: String, payer: AccountNumber)
    /// Answered by `mailed`.
    case outbox(OutboxAct, UnsentMessage)
    /// Takes a message out of the outbox again, whose entry was taken back.
    case takeBackMessage(id: String)
    /// Puts a rate into the book from a day on; answered by `rateSet`, or by `failed`.
    case setRate(Currency, ExchangeRate, Moment)
    /// Runs the user's dial hook.
    case dial(TelephoneNumber, name: String)
    /// Looks for files whose names begin so; answered by `Event.pathCompleted`.
    case completePath(String)
    case run(Child)
    /// Answered by `written`, or by `failed`.
    case writeHandOff(HandOffRequest)
    /// Asks a child to stop; answered by `ended`, and the book is as it was.
    case stop(Child)
    /// Answered by `previewDue` in 150 ms, unless a key comes before.
    case previewLater
    /// Paints everything again.
    case repaint
    /// An appointment's minute has come.
    case ring
    /// Hands the terminal back to the shell, as Ctrl-Z does.
    case suspend
    /// Leaves, after all drafts sent before are on disk.
    case quit
}
