/// What to know before dialling, drawn from a dossier: what is new, what to raise, what to expect in answer.
public struct Brief: Sendable, Hashable {
    /// Since whom was last spoken to, in order of weight.
    public var news: [String]
    /// The points of this call, most important first.
    public var agenda: [String]
    /// What the customer is likely to say, most likely first, with an answer from the book.
    public var expect: [Objection]

    /// Something the customer is likely to say, and what the book has to answer.
    public struct Objection: Sendable, Hashable {
        /// What the customer may say, such as "we never got the invoice".
        public var saying: String
        /// What the caller can answer, with figures of the book.
        public var answer: String

        /// Creates a pair of saying and answer.
        public init(_ saying: String, _ answer: String) {
            self.saying = saying
            self.answer = answer
        }
    }

    /// Draws the brief from everything known of a payer.
    public init(_ dossier: Dossier) {
        news = News(dossier).lines
        agenda = Agenda(dossier).points
        expect = Objections(dossier).list
    }
}

extension Dossier {
    var today: Day { moment.day }

    /// Everything open in the family, oldest due day first.
    public var openItems: [Item] {
        facts.accounts.flatMap(\.items).sorted { ($0.due, $0.number) < ($1.due, $1.number) }
    }

    /// Counting entries, newest first.
    public var counted: [Entry] { history.filter { !undone.contains($0.seq) && $0.act != .undo } }

    /// The newest call on which somebody was reached.
    public var lastConversation: (entry: Entry, call: CallRecord)? {
        for entry in counted {
            if case .call(let call) = entry.act, call.result.reach >= .contact { return (entry, call) }
        }
        return nil
    }
}
