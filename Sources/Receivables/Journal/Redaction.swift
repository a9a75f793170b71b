/// A person's words were erased from another entry. What was agreed there, with its days and amounts, stays.
public struct Redaction: Sendable, Hashable, Codable {
    /// The entry without its words.
    public var entry: Int64
    /// SHA-256 of the words as they were written, in hexadecimal: by it the journal's chain still holds.
    public var words: String
    /// The same of what is left.
    public var left: String

    /// Creates a redaction of one entry with both hashes, in hexadecimal.
    public init(entry: Int64, words: String, left: String) {
        self.entry = entry
        self.words = words
        self.left = left
    }
}

extension Act {
    /// The same without what a person wrote or said in their own words. Names, numbers, days and amounts stay.
    public var withoutWords: Act {
        switch self {
        case .call(var call):
            call.followUps = call.followUps.map(\.withoutWords)
            call.agreed = call.agreed.withoutWords
            call.broke?.reason = ""
            return .call(call)
        case .note(var note):
            note.followUps = note.followUps.map(\.withoutWords)
            note.agreed = note.agreed.withoutWords
            return .note(note)
        case .message(var message):
            message.followUps = message.followUps.map(\.withoutWords)
            message.changes = message.changes.map { _ in [] }
            return .message(message)
        case .step(var step):
            step.followUps = step.followUps.map(\.withoutWords)
            return .step(step)
        case .payer, .matched, .imported, .rules, .dispute, .plan, .handOver, .hold, .decision, .release, .cover,
            .cadence, .later,
            .pin, .review, .sales, .redaction, .undo:
            return self
        }
    }
}

extension PlannedFollowUp {
    fileprivate var withoutWords: PlannedFollowUp {
        var planned = self
        planned.why = ""
        return planned
    }
}

extension Agreements {
    fileprivate var withoutWords: Agreements {
        var agreed = self
        for place in agreed.disputes.indices { agreed.disputes[place].text = "" }
        agreed.feedback = []
        return agreed
    }
}
