import Receivables

/// Why a command did nothing, and what to do instead.
enum RefusalSentences {
    static func thereAre(_ names: [String]) -> String { "There are: \(names.joined(separator: ", "))." }
    static func noSuchCommand(_ word: String, _ advice: String) -> String {
        "There is no command \u{201C}\(word)\u{201D}. \(advice)"
    }
    static func didYouMean(_ command: String) -> String {
        "Did you mean `duly \(command)`? `duly --help` lists all commands."
    }
    static func see(_ help: String, after sentence: String) -> String { "\(sentence) See `\(help)`." }
    static func noSuchItem(_ word: String) -> String { "There is no open item \(word)." }
    static func severalItems(_ word: String, _ names: [String]) -> String {
        "Several items end in \(word): say which, \(names.joined(separator: " or "))."
    }

    // Agreements and decisions.
    static func noCustomer(_ entry: Int64) -> String {
        "Entry \(entry) is about no customer: it holds nothing to answer or decide."
    }
    static func noDispute(_ part: EntryPart) -> String { "Entry \(part) holds no dispute; `duly disputes` lists them." }
    static func nothingLeftToAnswer(_ state: String, _ dispute: String) -> String {
        "There is nothing left to answer: the item is \(state). \(dispute)."
    }
    static func alreadyResolved(_ dispute: String) -> String {
        "That dispute is resolved already: \(dispute). To open it again, take that back."
    }
    static func noPlan(_ part: EntryPart) -> String { "Entry \(part) holds no plan; `duly plans` lists them." }
    static func planIsAlready(_ status: String) -> String { "That plan is \(status) already." }
    static func noFollowUp(_ part: EntryPart) -> String {
        "Entry \(part) holds no follow-up that is still to be done; `duly follow-ups` lists them."
    }
    static func planHasEnded(_ customer: String) -> String {
        "That plan has ended: agree a new one, with `duly record \(customer) --plan`. "
            + "To go on with it, take its ending back."
    }
    static func mayBeCalled(_ number: String) -> String { "No one at \(number) has asked not to be called." }
    static func heldInERP(_ number: String) -> String {
        "The hold on \(number) was set in the ERP and is released there."
    }
    static func notOnHold(_ number: String) -> String { "\(number) is not on hold." }
    static func breaksRules(_ rules: [String]) -> String {
        "Nothing was recorded: \(rules.joined(separator: "; ")). Say why the call was made with --reason TEXT."
    }
    static func noSuchEntry(_ entry: Int64) -> String { "There is no entry \(entry) in the journal." }
    static func notACall(_ entry: Int64) -> String { "Entry \(entry) is not a call." }

    // Cadences, covers, merges, tracks.
    static func noSuchCadence(_ name: String, known: String) -> String {
        "There is no cadence \u{201C}\(name)\u{201D}. There are: \(known)."
    }
    static func nothingToAsk(of name: String) -> String {
        "Nothing can be asked of \(name) now: no step of the cadence is due."
    }
    static func noStepIsDue(next step: String, on day: Day) -> String {
        "The next step is \(step) on \(day.short); none is due."
    }
    static func stepIsACall(_ step: String) -> String {
        "The step that is due is \(step): a call is recorded with `duly record`."
    }
    static func nothingToUndo(_ name: String) -> String {
        "\(name) was given no cadence, and no step was done without a call."
    }
    static func notCovering(_ name: String) -> String { "You do not cover \(name)." }
    static func neverMerged(_ account: String, into payer: String) -> String {
        "\(account) was never merged into \(payer)."
    }
    static func noSuchTrack(_ name: String) -> String { "There is no track \(name). `duly track list` names them." }
    static func thingsToChange(_ count: Int) -> String {
        count == 1 ? "1 thing to change in the tracks." : "\(count) things to change in the tracks."
    }

    // Messages.
    static func noSuchMessage(_ id: String) -> String { "There is no message \(id) in the outbox." }
    static let noMailCommand = "There is no mail command: set mail in config.toml."
    static func nothingToDraft(_ number: AccountNumber, _ why: String) -> String {
        "Nothing to draft for \(number): \(why)."
    }
    static func someoneWasFaster(_ number: AccountNumber) -> String {
        "Someone has worked on \(number) in the meantime; nothing was sent."
    }
    static func recordedNotInOutbox(_ file: String, _ why: String) -> String {
        "The message is recorded: don't send it again. It is in \(file), and goes into the outbox as soon as that "
            + "can be written. \(why)"
    }
    static func recordedNotHanded(_ why: String) -> String {
        "\(why) The message is recorded: don't draft it again; `duly outbox --send` hands it over."
    }

    // Imports.
    static func fileHasChanged(_ file: String) -> String {
        "\(file) has changed since the preview, and nothing was imported. Read it again: Esc, Enter."
    }
    static func fileIsImported(_ why: String) -> String { "\(why) The file itself is imported." }
}
