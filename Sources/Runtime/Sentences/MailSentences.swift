/// What became of messages: the outbox, the mail command, reminders sent together.
enum MailSentences {
    static let takenBackButSent = "Taken back, but the message has already left the outbox."
    static func leftOutbox(to address: String) -> String { "The message to \(address) is no longer in the outbox." }
    static func notTakenAndListed(_ program: String, to address: String) -> String {
        "\(program) did not send the message to \(address): :outbox lists it."
    }
    static let stillSending = "The mail command is still sending it."
    static func noMailCommand(file: String) -> String {
        "There is no mail command: set mail in config.toml, or send \(file) yourself."
    }
    static func leftOutboxOrTaken(to address: String) -> String {
        "The message to \(address) is no longer in the outbox, or another program is sending it."
    }
    static func isInOutbox(_ why: String, to address: String) -> String {
        "\(why). The message to \(address) is in the outbox."
    }
    static func fileLeftOutbox(_ file: String) -> String { "The message \(file) is no longer in the outbox." }
    static func templateNeverUsed(_ name: String) -> String { "it is never used under that name; call it \(name)" }
    static func notTaken(_ program: String, to address: String) -> String {
        "\(program) did not send the message to \(address); it is in the outbox."
    }
    static func cannotWriteOutbox(_ path: String, _ why: String) -> String {
        "The outbox \(path) can't be written: \(why)."
    }
    static func documentTooLarge(_ path: String) -> String {
        "The document \(path) has more than 20 MB, too much for a message."
    }
    static func documentUnreadable(_ path: String) -> String { "The document \(path) can't be read." }

    // Reminders sent together.
    static let wouldBeSent = "would be sent"
    static func written(_ count: Int, sent: Int) -> String {
        sent == 0 ? "in the outbox" : sent == count ? "sent" : "written, \(sent) of them sent"
    }
    static func leftOut(_ reasons: [String]) -> String { "; left out: \(reasons.joined(separator: ", "))." }
    static let leftOut = "left out"
}
