/// What we told a customer we would do, and owe them until it is done. A follow-up keeps it as words; this is the one
/// place that writes and reads them.
public enum OwedAct: Hashable, Sendable {
    /// Copies or papers: numbers of items, or what was said.
    case documents(String)
    /// A statement of account, as it was said.
    case statement(String)
    /// How a dispute was answered, or ended.
    case answer(String)

    /// Something to be sent: `invoice I-77`, `statement`.
    public init(sending what: String) {
        self = what.contains("statement") ? .statement(what) : .documents(what)
    }

    /// Reads the words of a follow-up; nil if they say nothing that a message does.
    public init?(_ words: String) {
        if words.hasPrefix(OwedAct.send) {
            self.init(sending: String(words.dropFirst(OwedAct.send.count).drop { $0 == " " }))
        } else if words.hasPrefix(OwedAct.tell) {
            self = .answer(String(words.dropFirst(OwedAct.tell.count).drop { $0 == "," || $0 == " " }))
        } else {
            return nil
        }
    }

    /// `send invoice I-77`, `tell them, I-77 dispute answered`
    public var words: String {
        switch self {
        case .documents(let what), .statement(let what): "\(OwedAct.send) \(what)"
        case .answer(let what): "\(OwedAct.tell), \(what)"
        }
    }

    /// The kind of message that does it.
    public var message: MessageKind {
        switch self {
        case .documents: .documents
        case .statement: .statement
        case .answer: .dispute
        }
    }

    private static let send = "send"
    private static let tell = "tell them"
}

extension FollowUp {
    /// What we owe the customer; nil if it is no debt of ours, or one that no message pays.
    public var owedAct: OwedAct? { kind == .owed ? OwedAct(why) : nil }
}

extension PlannedFollowUp {
    /// What we owe the customer; nil if it is no debt of ours, or one that no message pays.
    public var owedAct: OwedAct? { kind == .owed ? OwedAct(why) : nil }
}
