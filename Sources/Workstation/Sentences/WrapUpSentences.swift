import Receivables

/// The wrap-up: its fields, what is still needed, what came of recording it.
enum WrapUpSentences {
    // Its fields.
    static let noteField = "Note"
    static let nextField = "Next"
    static let whyField = "why"
    static let withField = "with"
    static let noteWithoutCall = "A note without a call: Enter records it."
    static let recording = "recording\u{2026}"
    static let nextActionIsInNote = "The note already has a next action; you can add one more here."
    static let notRecordedYet = "Not recorded yet. Since you opened this account:"
    static let textOnly = "text only"
    static func moreLines(_ count: Int, textOnly: Int) -> String {
        "\(count) more lines" + (textOnly == 0 ? "" : ", \(textOnly) of them text only")
    }
    static let waitingAndKept = "waiting for the book; the draft is kept"
    static func cadence(_ step: String) -> String { "cadence: \(step)" }
    static let recordsYours = "records yours anyway"
    static func wrapUp(_ name: String) -> String { "Wrap up \(name)" }

    // What is still needed.
    static let whichResult = "Result? (one key)"
    static func stillNeeded(_ what: String) -> String { "still needed: \(what)" }
    static let whoAsked = "who asked?"
    static let whichPromise = "how much, by when? 2500 fri, all 4 dec, half tomorrow"
    static let whichPlan = "how many parts, from when? 3x monthly from 1 dec"
    static let whichDispute = "which item, and why? 618008 short delivered"
    static let whichPayment = "how much, and when? 900 yesterday"
    static let whatNotToCall = "what is not to be called? number, person or account"
    static let whyHold = "why? insolvent, lawyer, factored, debit, own"
    static let whichLanguage = "which language, and which colleague speaks it? Spanish ben"
    static let needsNextAction = "a wrap-up needs a next action: which day?"
    static func tooManyWords(_ word: String) -> String {
        "only a day and perhaps a time; what is \u{201C}\(word)\u{201D}?"
    }
    static let timeIsPast = "that time is past"
    static func sayWhySoLate(limit: Int) -> String { "more than \(limit) days ahead: say why" }
    static let callbackNeedsTime = "a callback needs a time too: fri 10:30"

    // What came of it.
    static func noResult(withKey key: Character) -> String { "no result has the key \(key)" }
    static let notRecorded = "not recorded; the draft is kept"
    static func noteIsKept(because why: String) -> String {
        why + (why.hasSuffix(".") ? " The note is kept." : "; the note is kept")
    }
    static let saved = "saved"
    static func saved(_ result: String) -> String { "saved: \(result)" }
    static func next(_ when: String) -> String { "next \(when)" }
    static func parked(_ count: Int, key: String) -> String { "(\(count) parked: \(key))" }
}
