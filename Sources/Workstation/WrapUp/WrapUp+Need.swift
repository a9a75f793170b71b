import Receivables

extension AgreementKind {
    /// What a result that needs such an agreement asks for, with an example.
    var asks: String {
        switch self {
        case .promise: WrapUpSentences.whichPromise
        case .plan: WrapUpSentences.whichPlan
        case .dispute: WrapUpSentences.whichDispute
        case .paid: WrapUpSentences.whichPayment
        case .noCalls: WrapUpSentences.whatNotToCall
        case .hold: WrapUpSentences.whyHold
        case .language: WrapUpSentences.whichLanguage
        }
    }

    /// Whether an agreement of the kind says when the customer comes up again.
    fileprivate var isNextAction: Bool { self != .noCalls && self != .language }
}

extension [NoteFact] {
    /// What a record of these lines needs.
    func rules(for result: CallResult?, in context: NoteContext) -> WrapUpRules {
        WrapUpRules(result: result, agreed: agreed, followUps: compactMap { $0.followUp(in: context) })
    }
}

extension WrapUp {
    /// What the result still needs in addition to the note's lines; nil if nothing is missing.
    func need(besides facts: [NoteFact]) -> AgreementKind? {
        WrapUpRules(result: choice, agreed: facts.agreed).missingAgreement
    }

    /// What a result needs to be told in words, if the note says nothing at all.
    func question(about note: String) -> String? {
        WrapUpRules(result: choice, agreed: Agreements()).missingWords(in: note)
    }

    /// The note's words, and below them what was typed for another result than the one chosen in the end.
    func text(below note: String, _ facts: [NoteFact]) -> String {
        guard need(besides: facts) == nil, !need.isEmpty else { return note }
        return note.isEmpty ? need.text : note + "\n" + need.text
    }

    /// The missing line as it was typed, read as things stand after the note's own lines.
    func neededFact(
        besides facts: [NoteFact], in context: NoteContext
    ) -> Result<NoteLineKind.Reading, NoteLineProblem>? {
        guard let kind = need(besides: facts).flatMap(NoteLineKind.line) else { return nil }
        var context = context
        context.payer = context.payer?.agreeing(facts.agreed, by: context.rules, on: context.today)
        return kind.read(need.text.split(whereSeparator: \.isWhitespace), context)
    }

    /// Whether the lines, and what the result needs as far as it was typed, say when the customer comes up again. A
    /// plan that waits for a manager doesn't.
    func hasNextAction(_ facts: [NoteFact], in context: NoteContext) -> Bool {
        var facts = facts
        switch neededFact(besides: facts, in: context) {
        case .success(let understood): facts.append(understood.fact)
        case .failure: if need(besides: facts)?.isNextAction ?? false { return true }
        case nil: break
        }
        return facts.rules(for: choice, in: context).hasNextAction
    }
}
