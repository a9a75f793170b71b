/// Messages to customers: the message pane, the outbox, reminders sent together.
enum MessageSentences {
    static func handed(to program: String) -> String { "handed to \(program)" }
    static func inOutbox(unsent: Int) -> String { "in the outbox, not sent yet (\(unsent) unsent)" }
    static let writtenTo = "written to"
    static func placed(_ place: String, _ record: String) -> String { "\(place): \(record)" }
    static func placed(_ place: String, _ record: String, for name: String, file: String?) -> String {
        "\(name): \(place); \(record)" + (file.map { "; \($0)" } ?? "")
    }
    static func sent(to address: String) -> String { "sent to \(address)" }
    static func markedAsSent(to address: String) -> String { "marked as sent to \(address)" }

    // The message pane.
    static func message(to name: String) -> String { "Message to \(name)" }
    static let nothingWasSent = "nothing was sent"
    static let writing = "writing\u{2026}"
    static func nothingToSend(_ why: String) -> String { "Nothing to send: \(why)." }
    static let messageHasChanged = "The book has changed in the meantime. This is the new text."
    static let yourWordsAreAsTheyWere = "The book has changed in the meantime. These are your words: check them."
    static let edited = "edited; the record keeps what was changed"
    static let noWords = "a message without words isn't sent: it is as it was"
    static let toField = "To"
    static let subjectField = "Subject"

    // The outbox.
    static let outbox = "Outbox"
    static func wasItSent(to name: String) -> String { "Was the message to \(name) sent?" }
    static let youSentIt = "You sent it yourself: it leaves the outbox."
    static let markAsSent = "mark it as sent"
    static let mayHaveBeenSent = "the mail command has it and may have sent it: m marks it as sent, r sends it again"
    static func askToDelete(to name: String) -> String { "Delete the message to \(name)?" }
    static let recordIsTakenBack = "It was not sent; its record is taken back."
    static let delete = "delete it"
    static let outboxIsEmpty = "No message is waiting to be sent."
    static let perhapsSent = "handed over, perhaps sent"

    // Reminders sent together.
    static let remindersToSend = "Reminders to send"
    static let excludedByYou = "excluded by you"
    static let readOnly = "you are reading another day; nothing is sent"
    static let noOneToSendTo = "no one is left to send to"
    static func askToSend(_ names: [String], named limit: Int) -> String {
        let more = names.count > limit ? " and \(names.count - limit) more" : ""
        return "Send \(names.count): \(names.prefix(limit).joined(separator: ", "))\(more)?"
    }
    static let inTheOutbox = "in the outbox"
    static func remindersDone(_ written: Int, of count: Int, place: String, leftOut reasons: [String]) -> String {
        "\(written)/\(count) \(place)" + (reasons.isEmpty ? "" : "; left out: \(reasons.joined(separator: ", "))")
    }
    static let noReminderIsDue = "No reminder is due today."
    static let stopping = "stopping after this one\u{2026}"
    static func toSend(_ count: Int) -> String { "\(count) to send" }
    static func leftOut(_ count: Int) -> String { "\(count) left out" }
    static let sending = "sending\u{2026}  Esc stops after this one"
    static func stopped(_ summary: String) -> String { "stopped: \(summary)" }
}
