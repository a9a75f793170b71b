/// What became of a message in the outbox.
public enum MailEvent: Sendable, Hashable {
    /// The mail command took it.
    case sent(to: String)
    case marked(to: String)
    case failed(String)

    var notice: Notice {
        switch self {
        case .sent(let to): .good(MessageSentences.sent(to: to))
        case .marked(let to): .good(MessageSentences.markedAsSent(to: to))
        case .failed(let why): .alert(why)
        }
    }
}
