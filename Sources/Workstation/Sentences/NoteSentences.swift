import Receivables

/// The note: its pane, what its lines could not say, and what is read back.
enum NoteSentences {
    static let note = "Note"
    static let emailReceived = "E-mail received"
    static let savingDraft = "saving draft"
    static let draftSaved = "draft saved"
    static func draftNotSaved(_ why: String) -> String { "draft not saved: \(why)" }
    static let call = "call"
    static let parked = "parked"
    static func noNoteYet(callKey: String, noteKey: String) -> String {
        "No note yet: \(callKey) calls, \(noteKey) begins one without a call."
    }
    static let say = "Say"
    static let whenSaid = "when you have said it"
    static func notRecorded(_ why: String) -> String { "not recorded: \(why)" }
    static let nothingToReadBack =
        "nothing to read back yet: only lines such as /promise and /dispute record an agreement"
    static let agreementHasChanged = "what is agreed has changed since you read it back"
    static let readBackWillBeRecorded = "the record will say that you read it back"
    static func whichOne(of name: String) -> String { "\(name): which one?" }

    // Lines that are not understood.
    static func unfinished(_ usage: String) -> String { "\(usage) ?" }
    static func noSuchLine(_ name: String, known: String) -> String { "there is no /\(name); there are \(known)" }
    static func enterChooses(_ question: String) -> String { "\(question) Enter chooses" }
    static let openAnAccountFirst = "open an account first"
    static func noSuchItem(_ word: String) -> String { "there is no item \u{201C}\(word)\u{201D} on this account" }
    static let sendWhat = "send what? invoice I-77, statement"
    static let atWhatTime = "at what time? 9, 9:05, 2pm, morning"
    static func notATime(_ word: String) -> String { "\u{201C}\(word)\u{201D} is not a time: 9, 9:05, 2pm, morning" }
    static func isPast(_ time: TimeOfDay) -> String { "\(time.text) is past" }
    static func whySoLate(_ day: Day, limit: Int) -> String {
        "\(day.full) is more than \(limit) days ahead: why so late?"
    }

    // Lines that are understood.
    static func withEarlierOutcome(_ dispute: String, _ before: String) -> String { "\(dispute); before: \(before)" }
    static func owedToday(_ what: String) -> String { "owed today: \(what)" }
    static let notAWorkingDay = "not a working day"
    static func outside(_ hours: String) -> String { "outside \(hours)" }
    static func best(_ hours: String) -> String { "best \(hours)" }
    static let ourTime = "our time"
    static func theirTime(in city: String, here: LocalTime, isOtherDay: Bool) -> String {
        "in \(city), \(isOtherDay ? here.day.short + " " : "")\(here.time.text) here"
    }
    static let timeComesTwice = "the clocks go back and this time comes twice; the first is meant"
    static let timeIsSkipped = "the clocks go forward and skip this time; an hour later is meant"
}
