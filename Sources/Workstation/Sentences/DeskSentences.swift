import Receivables

/// What the workstation says of its own work: drafts, undo, leaving, the clock, changes by others.
enum DeskSentences {
    // Questions and what their answers do.
    static func customer(_ name: String, _ number: AccountNumber) -> String { "\(name) \(number.text)" }
    static let record = "record"
    static let leave = "leave"
    static let askToLeave = "Leave?"
    static let discardNote = "Discard this note?"
    static let discard = "discard it"
    static let note = "note"
    static func call(lasting time: String) -> String { "call \(time)" }
    static func draftsAreKept(_ count: Int) -> String {
        count == 0 ? "" : count == 1 ? " A draft is kept" : " \(count) drafts are kept"
    }
    static func leavingStopsImport(of file: String) -> String {
        "\(file) is being imported. If you leave, the import stops and nothing of it is kept"
    }

    // Undo.
    static let nothingToTakeBack = "you have no record to take back"
    static func recordToTakeBack(of name: String, when: String, _ words: String) -> String {
        "\(name), \(when): \(words)"
    }
    static func nextAction(_ day: Day, _ why: String) -> String { "next: \(day.short) \(why)" }
    static let noteBecomesDraft = "The note becomes a draft again."
    static let takeBackLastRecord = "Take the last record back?"
    static let takeBack = "take it back"
    static func takenBack(_ record: String) -> String { "taken back: \(record)" }
    static let takenBackAndDrafted = "taken back; the note is a draft again"

    // Drafts that were found.
    static func draftsUnreadable(_ count: Int, first file: String, key: String) -> String {
        count == 1
            ? "the draft \(file) can't be read and is kept: \(key) shows it"
            : "\(count) drafts can't be read and are kept, the first is \(file): \(key) shows them"
    }
    static func draftsWereKept(_ count: Int, lastFor name: String, key: String) -> String {
        count == 1
            ? "a draft was kept for \(name): \(key) lists it"
            : "\(count) drafts were kept, the last for \(name): \(key) lists them"
    }

    // What others did.
    static func overdueChanged(from before: String, to after: String, arrow: String) -> String {
        "overdue \(before) \(arrow) \(after)"
    }
    static let nothingOverdue = "nothing"
    static func called(_ author: String, _ result: String) -> String { "\(author): call, \(result)" }
    static func tookBack(_ author: String) -> String { "\(author) took a record back" }
    static func recorded(_ author: String, _ what: String) -> String { "\(author): \(what)" }

    // Notices.
    static func pasteKept(in path: String) -> String { "too long for a note: kept in \(path)" }
    static func rateSet(_ currency: Currency, _ rate: String, _ base: Currency) -> String {
        "1 \(currency.code) is \(rate) \(base.code) from today on"
    }
    static func written(to path: String) -> String { "written to \(path)" }
    static func dayHasBegun(_ day: Day) -> String { "it is now \(day.short); the queue is being ranked again" }
    static func timeForABreak(after minutes: Int) -> String { "\(minutes) minutes without a pause: time for a break" }
    static let waitingForBook = "waiting for the book"
    static func notSaved(_ why: String) -> String { "not saved: \(why)" }
    static let bookWasReplaced = "the book was replaced; leave and open it again"
    static func noteIsParked(for name: String) -> String { "the note for \(name) is parked" }
    static let copied = "copied"

    // Long work, with a percentage behind it.
    static let rankingToday = "ranking today"
    static let importing = "importing"
    static let makingDemo = "making the demo book"
    static let readingFile = "reading the file"
    static let replayingPast = "replaying the past"
    static func isUnderWay(_ work: String, percent: Int?) -> String {
        percent.map { "\(work)\u{2026} \($0) %" } ?? "\(work)\u{2026}"
    }

    /// What is wrong with one of the user's own files, and how many others are.
    static func complaint(_ first: String, more: Int) -> String {
        "\(first); the default is used" + (more > 0 ? "; \(more) more, listed when you leave" : "")
    }
}
