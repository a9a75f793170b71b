/// What a department wrote into its hand-off list and sent back: a row of a file of answers (DOMAIN.md §4).
public struct AnswerRow: Sendable, Hashable {
    /// The line of the file, counted from 1.
    public var line: Int
    /// The dispute that is answered, by the number in our own list.
    public var dispute: EntryPart
    /// The invoice that the row names; empty where it names none. Spreadsheets change numbers, so that it is compared.
    public var item: String
    /// nil for an answer that doesn't end the dispute.
    public var outcome: Dispute.Outcome?
    /// The answer in the department's words.
    public var text: String

    /// Creates a row of a list that came back.
    public init(line: Int, dispute: EntryPart, item: String = "", outcome: Dispute.Outcome?, text: String) {
        self.line = line
        self.dispute = dispute
        self.item = item
        self.outcome = outcome
        self.text = text
    }
}

/// Why an answer can't be taken.
public enum AnswerProblem: Error, Hashable, Sendable {
    case unknownDispute(EntryPart)
    case otherItem(EntryPart, named: String, is: String)
    case alreadyAnswered(Day, String)
    case alreadyResolved(Dispute.Outcome, Day)

    /// The column that is wrong, by its name in our own lists.
    public var column: String {
        switch self {
        case .unknownDispute: "dispute"
        case .otherItem: "invoice"
        case .alreadyAnswered, .alreadyResolved: "answer"
        }
    }

    /// Why the answer can't be imported, as the import report shows it.
    public var reason: String {
        switch self {
        case .unknownDispute(let part): "the book has no dispute \(part)"
        case .otherItem(let part, let named, let item): "dispute \(part) is about \(item), not \(named)"
        case .alreadyAnswered(let day, let text): "answered on \(day.short) already" + (text.isEmpty ? "" : ": \(text)")
        case .alreadyResolved(let outcome, let day): "\(outcome.rawValue) since \(day.short) already"
        }
    }
}

extension Dispute {
    /// What an answer makes of the dispute; nil where it says what is on record, as a file that comes again does.
    public func step(for row: AnswerRow) throws(AnswerProblem) -> DisputeStep? {
        if !row.item.isEmpty, Dispute.bare(row.item) != Dispute.bare(item.number) {
            throw .otherItem(part, named: row.item, is: item.number)
        }
        switch state {
        case .open, .closed: break
        case .answered(let day, let text):
            guard row.outcome == nil else { break }
            if text == row.text { return nil }
            throw .alreadyAnswered(day, text)
        case .resolved(let outcome, let day, _):
            if row.outcome == outcome { return nil }
            throw .alreadyResolved(outcome, day)
        }
        return DisputeStep(part, outcome: row.outcome)
    }

    /// As spreadsheets leave a number: without zeros in front, a fraction behind, and capitals.
    private static func bare(_ number: String) -> String {
        var text = Substring(number.lowercased()).drop { $0 == "0" }
        if text.hasSuffix(".0") { text = text.dropLast(2) }
        return String(text)
    }
}
