import Receivables

extension CallResult {
    /// The note line that a result can't do without (DOMAIN.md §5, "needs"): typed at wrap-up where the note has none.
    var needs: NoteLineKind? {
        let name: String? =
            switch self {
            case .promised: "promise"
            case .planAgreed: "plan"
            case .paidAlready: "paid"
            case .disputes: "dispute"
            case .askedNotToBeCalled: "no-calls"
            case .insolvent: "hold"
            case .noCommonLanguage: "language"
            default: nil
            }
        return name.flatMap { name in NoteLineKind.all.first { $0.name == name } }
    }
}

extension NoteLineKind {
    /// What a result that needs such a line asks for, with an example; empty for kinds that no result needs.
    var asks: String {
        switch name {
        case "promise": "how much, by when? 2500 fri, all 4 dec, half tomorrow"
        case "plan": "how many parts, from when? 3x monthly from 1 dec"
        case "dispute": "which item, and why? 618008 short delivered"
        case "paid": "how much, and when? 900 yesterday"
        case "no-calls": "what is not to be called? number, person or account"
        case "hold": "why? insolvent, lawyer, factored, debit, own"
        case "language": "which language, and who of us has it? Spanish ben"
        default: ""
        }
    }

    /// Whether a line of the kind says when the customer comes up again.
    var isNextAction: Bool { name != "no-calls" && name != "language" }
}

extension WrapUp {
    /// What the result still needs beside the note's lines; nil where nothing is missing.
    func need(beside facts: [NoteFact]) -> NoteLineKind? {
        guard let choice, !facts.contains(where: { $0.result == choice }) else { return nil }
        return choice.needs
    }

    /// What a result needs to be told in words, where the note says nothing at all.
    func question(beside note: String) -> String? {
        guard !note.contains(where: { !$0.isWhitespace }) else { return nil }
        return choice?.question
    }

    /// The note's words, and below them what was typed for another result than the one chosen in the end.
    func text(beside note: String, _ facts: [NoteFact]) -> String {
        guard need(beside: facts) == nil, !need.isEmpty else { return note }
        return note.isEmpty ? need.text : note + "\n" + need.text
    }

    /// The missing line as it was typed, read as things stand after the note's own lines.
    func neededFact(beside facts: [NoteFact], in context: NoteContext) -> Result<NoteLineKind.Reading, NoteLineProblem>?
    {
        guard let kind = need(beside: facts) else { return nil }
        var context = context
        context.payer = context.payer?.agreeing(facts.agreed, by: context.rules, on: context.today)
        return kind.read(need.text.split(whereSeparator: \.isWhitespace), context)
    }
}
