import Terminal

extension Command {
    /// The table of all commands, in the order in which help and footer show them.
    public static let all: [Command] = work + reading + moving + house

    /// What the footer has a word for, the way to the help page last.
    static let hinted = all.filter { !$0.hint.isEmpty && $0.name != .help } + all.filter { $0.name == .help }

    /// The command of a name; nil only if the table lacks it.
    public static func named(_ name: CommandName) -> Command? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// What a shift is made of.
    private static let work = [
        Command(
            .prepare, [.enter], in: .queue, on: .customer, "open the account under the cursor", hint: "prepare",
            run: { $0.openRow(then: .show) }),
        Command(
            .call, [.character("c")], in: .panes, on: .openCustomer, "call: dial, start the clock, take notes",
            hint: "call",
            unless: [\.readOnly], run: { $0.startCall() }),
        Command(
            .note, [.character("o")], in: .panes, on: .openCustomer, "take a note without a call", hint: "note",
            unless: [\.readOnly], run: { $0.startNote() }),
        Command(
            .nextNumber, [.character("t")], in: .panes, on: .openCustomer, "choose the next telephone number on file",
            unless: [\.readOnly, \.onThePhone], run: { $0.turnNumber() }),
        Command(
            .sameLine, [.character("L")], in: .panes,
            "go on with the next customer on the same number, without dialling again",
            unless: [\.readOnly, \.onThePhone, \.nobodyElseOnTheLine], run: { $0.goOnOnTheLine() }),
        Command(
            .wrapUp, [.function(8), .character("w")], in: .everywhere, on: .note,
            "give the result and the next action, record",
            hint: "wrap up", unless: [\.readOnly, \.noNote, \.noAccount], run: { $0.startWrapUp() }),
        Command(
            .agenda, [.control("t")], in: .note, on: .note, "the next part of the agenda above the note",
            unless: [\.noNote], run: { $0.turnAgenda() }),
        Command(
            .track, [.control("x"), .character("T")], in: .everywhere, on: .openCustomer,
            "the talk track: what to say, step by step, for what the call is about",
            run: { $0.showTrack() }),
        Command(
            .trackStep, [.control("g")], in: .note, on: .note,
            "tick the step of the talk track that you have said; the next one shows",
            unless: [\.noNote, \.noCallInNote], run: { $0.tickStep() }),
        Command(
            .readBack, [.control("r")], in: .note, on: .note,
            "read back what was agreed; again when you have said it",
            unless: [\.noNote, \.noCallInNote], run: { $0.readBack() }),
        Command(
            .phoneRings, [.function(9), .character("P")], in: .everywhere,
            "the phone rings: park what is on screen, find who it is; lists what is parked", hint: "phone rings",
            unless: [\.readOnly], run: { $0.phoneRings() }),
        Command(
            .promise, [.function(5), .character("p")], in: .everywhere, on: .openCustomer,
            "begin a line for a promise, with the marked items",
            hint: "promise", unless: [\.readOnly], run: { $0.beginPromise() }),
        Command(
            .dispute, [.function(6), .character("d")], in: .everywhere, on: .openCustomer,
            "begin a line for a dispute, with the marked items",
            hint: "dispute", unless: [\.readOnly], run: { $0.beginDispute() }),
        Command(
            .offers, [.function(2), .character("O")], in: .everywhere, on: .openCustomer,
            "what can be offered: all now, in parts, plans side by side",
            run: { $0.showOffers() }),
        Command(
            .followUp, [.function(7), .character("f")], in: .everywhere, on: .openCustomer,
            "begin a line for our next step",
            unless: [\.readOnly], run: { $0.beginFollowUp() }),
        Command(
            .stepDone, [.character("W")], in: .panes, on: .openCustomer,
            "what we owe them, or the cadence's step, was done without a call: sent, told, decided",
            unless: [\.readOnly, \.onThePhone, \.isRecordingAct, \.noStepToDo], run: { $0.finishStep() }),
        Command(
            .message, [.character("e")], in: .panes, on: .openCustomer,
            "a message: a reminder, a statement, documents; read it, then send it", hint: "message",
            unless: [\.readOnly], run: { $0.draftMessage() }),
        Command(
            .received, [], in: .everywhere, on: .openCustomer,
            "log an e-mail or a letter that came in: paste its text, add lines for what it agrees, wrap up",
            unless: [\.readOnly, \.onThePhone], run: { $0.logReceived() }),
        Command(
            .later, [.character("s")], in: .queue, on: .customer, "put the row off within today", hint: "later",
            unless: [\.readOnly, \.isRecordingAct], run: { $0.putOff() }),
        Command(
            .pin, [.character("!")], in: .queue, on: .customer, "pin the row to the top, or let it go",
            unless: [\.readOnly, \.isRecordingAct], run: { $0.pin() }),
        Command(
            .appointment, [.character("A")], in: .panes, "open the account whose appointment is due",
            unless: [\.readOnly], run: { $0.openAppointment() }),
        Command(
            .next, [.character("n")], in: .panes, "pass to the next row that may be called now", hint: "next",
            unless: [\.emptyQueue], run: { $0.nextRow() }),
        Command(
            .undo, [.character("u")], in: .panes, "take the last record back, after asking",
            unless: [\.readOnly], run: { $0.askForLastRecord() }),
        Command(
            .edit, [.function(10), .character("E")], in: .everywhere, on: .note, "open the note in $EDITOR",
            unless: [\.noNote, \.isRecording], run: { $0.editOutside() }),
        Command(
            .hold, taking: "REASON [DAY] [OWNER]", in: .everywhere, on: .openCustomer,
            "put the account on hold until someone reviews it",
            unless: [\.readOnly, \.isRecordingAct], run: { $0.hold($1) }),
        Command(
            .release, [], in: .everywhere, on: .openCustomer, "end our hold, or the wish not to be called",
            unless: [\.readOnly, \.isRecordingAct], run: { $0.release() }),
        Command(
            .decide, taking: "CHOICE [DAY] [OWNER]", in: .everywhere, on: .openCustomer,
            """
            how it goes on where calling has not helped: keep calling, stop supply, final demand, agency, \
            insurer, write-off
            """,
            unless: [\.readOnly, \.isRecordingAct], run: { $0.decide($1) }),
        Command(
            .give, taking: "NAME TEXT", in: .everywhere, on: .openCustomer,
            "hand the next follow-up to a colleague, with a line",
            unless: [\.readOnly, \.isRecordingAct], run: { $0.give($1) }),
        Command(
            .rate, taking: "CURRENCY AMOUNT", in: .everywhere,
            "what 1 of a currency is worth in the book's own, as JPY 0.0062",
            unless: [\.readOnly, \.isRecordingAct], run: { $0.rate($1) }),
        Command(
            .cover, taking: "NAME until DAY", in: .everywhere, "work for a colleague; her appointments ring for you",
            unless: [\.readOnly, \.isRecordingAct], run: { $0.cover($1) }),
        Command(
            .discard, [], in: .everywhere, on: .note, "throw the note on screen away, after asking",
            unless: [\.noNote], run: { $0.askToDiscard() }),
    ]

    /// What is looked at.
    private static let reading = [
        Command(
            .find, [.function(3), .character("/")], in: .everywhere,
            "find an account by name, number, contact, telephone or invoice", hint: "find",
            run: { $0.startFind() }),
        Command(
            .items, [.function(4), .character("I")], in: .everywhere, on: .openCustomer,
            "show the open items, or go back to the page",
            hint: "items", run: { $0.toggleItems() }),
        Command(
            .contacts, [.character("C")], in: .everywhere, on: .openCustomer,
            "whom to call, as a form: what you change goes into the note",
            unless: [\.readOnly], run: { $0.showContacts() }),
        Command(
            .history, [.character("H")], in: .panes, on: .openCustomer,
            "all that happened, by kind and with a search; of the item, where the items are on screen",
            run: { $0.showHistory() }),
        Command(
            .reasons, [.character("x")], in: .panes, on: .customer,
            "why it stands where it does: the worth of a call, and what multiplies it", hint: "why",
            run: { $0.showReasons() }),
        Command(
            .batch, [.character("b")], in: .panes,
            "work a part of the queue: broken promises, owed today, small balances, to decide",
            hint: "batch", run: { $0.showBatches() }),
        Command(
            .matrix, [.character("m")], in: .panes, "urgency and value, and work one cell", run: { $0.showMatrix() }),
        Command(
            .resting, [.character("B")], in: .panes, "who rests, until when and why; who is to be decided about",
            run: { $0.showResting() }),
        Command(
            .portfolio, [.character("M")], in: .panes, "the queue of your accounts, of those you cover, of all",
            run: { $0.turnScope() }),
        Command(
            .returns, [], in: .everywhere, "what colleagues did on your accounts while they covered you",
            run: { $0.showReturns() }),
        Command(
            .handOff, [], in: .everywhere,
            "what departments, cash application and others have to do; lists and messages for them",
            run: { $0.showHandOffs() }),
        Command(
            .causes, [], in: .everywhere,
            "why money is late: root causes by what is overdue behind them, and who could remove each",
            run: { $0.showCauses() }),
        Command(
            .comments, [], in: .everywhere, "what others said about your calls, newest first",
            run: { $0.showComments() }),
        Command(
            .outbox, [], in: .everywhere,
            "messages that are recorded and not sent: read, send again, mark as sent, delete",
            run: { $0.showOutbox() }),
        Command(
            .backtest, taking: "[FILE]", needed: false, in: .everywhere,
            "how well the order would have caught past delay, next to simpler rules; FILE is another strategy",
            run: { $0.openBacktest($1.joined(separator: " ")) }),
        Command(
            .copy, [.character("y")], in: .panes, "copy the row, or what it is about", unless: [\.nothingToCopy],
            run: { $0.copyRow() }),
        Command(.mark, [.character(" ")], in: .items, "mark the item", hint: "mark", run: { $0.markItem() }),
        Command(
            .markAll, [.character("a")], in: .items, "mark all that is overdue and clean, or none", hint: "all clean",
            run: { $0.markCleanItems() }),
        Command(
            .reload, [.character("R")], in: .panes, "read the queue again, changes included",
            run: { $0.reload() }),
    ]

    /// Where the eye goes.
    private static let moving = [
        Command(
            .down, [.character("j"), .down], in: .panes, "down", run: { $0.move(.down) }),
        Command(.up, [.character("k"), .up], in: .panes, "up", run: { $0.move(.up) }),
        Command(
            .pageDown, [.pageDown, .control("d")], in: .panes, "a page down", run: { $0.move(.pageDown) }),
        Command(.pageUp, [.pageUp, .control("u")], in: .panes, "a page up", run: { $0.move(.pageUp) }),
        Command(.first, [.character("g"), .home], in: .panes, "to the top", run: { $0.move(.first) }),
        Command(.last, [.character("G"), .end], in: .panes, "to the end of what is loaded", run: { $0.move(.last) }),
        Command(.nextPane, [.tab], in: .everywhere, "the next pane", hint: "pane", run: { $0.turnPane(by: 1) }),
        Command(.previousPane, [.backTab], in: .everywhere, "the pane before", run: { $0.turnPane(by: -1) }),
        Command(
            .backToNote, [.character("i")], in: .panes, "back to the note", hint: "to the note",
            unless: [\.noNote], run: { $0.goToNote() }),
        Command(.back, [.escape], in: .everywhere, "one step back; never discards text", run: { $0.goBack() }),
        Command(.zoom, [.character("z")], in: .panes, "one pane on the whole screen, and back", run: { $0.zoom() }),
    ]

    /// The program itself.
    private static let house = [
        Command(
            .importFile, taking: "[FILE]", needed: false, in: .everywhere,
            "import a file from the ERP, after a preview",
            unless: [\.readOnly], run: { $0.openImport($1.joined(separator: " ")) }),
        Command(
            .palette, [.character(":")], in: .panes, "all commands by name", hint: "commands",
            run: { $0.openPalette() }),
        Command(
            .help, [.function(1), .character("?")], in: .everywhere, "this page", hint: "help",
            run: { $0.openHelp() }),
        Command(
            .repaint, [.control("l")], in: .everywhere, "paint the screen again", run: { _ in [.repaint] }),
        Command(
            .suspend, [.control("z")], in: .everywhere, "back to the shell; fg returns", run: { _ in [.suspend] }),
        Command(
            .quit, [.character("q")], in: .panes, "leave; drafts are named first",
            run: { $0.askToQuit() }),
    ]
}
