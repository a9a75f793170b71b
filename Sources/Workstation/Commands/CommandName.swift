/// The names by which the palette and the user's bindings know the commands.
public enum CommandName: String, Sendable, CaseIterable {
    case prepare, call, nextNumber = "next-number", sameLine = "same-line", note, wrapUp = "wrap-up"
    case phoneRings = "phone-rings", next, agenda, readBack = "read-back", track, trackStep = "track-step"
    case appointment, promise, dispute, offers, followUp = "follow-up", stepDone = "step-done", later, pin
    case message, received, comments, contacts, causes, find, items, history, reasons, batch, matrix, resting, undo,
        copy, edit,
        discard
    case backToNote = "back-to-note", nextPane = "next-pane", previousPane = "previous-pane", zoom, back
    case up, down, pageUp = "page-up", pageDown = "page-down", first, last
    case mark, markAll = "mark-all"
    case hold, release, decide, give, rate, portfolio, cover, returns = "return-page", handOff = "hand-off", outbox
    case importFile = "import", backtest
    case reload, palette, help, repaint, suspend, quit
}
