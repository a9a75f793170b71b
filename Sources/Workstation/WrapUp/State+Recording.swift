import Receivables

/// Why a wrap-up can't be recorded as it stands.
enum WrapUpProblem: Error, Hashable {
    case noResult
    case step(NextStepProblem)
    /// What the result needs isn't there, or can't be read.
    case need(NoteLineKind.Asked)
    /// The result says nothing to whoever reads it later.
    case words(String)
    /// Who asked not to be called, where nobody was dialled and several may have.
    case whoAsked

    var sentence: String {
        switch self {
        case .noResult: "Result? (one key)"
        case .step(let problem): problem.sentence
        case .need(let asked): asked.sentence
        case .words(let question): "still needed: \(question)"
        case .whoAsked: "who asked?"
        }
    }
}

extension NoteLineKind {
    /// A line that has to be there: what it is asked for with, and what is wrong with what was typed, if anything was.
    struct Asked: Hashable, Sendable {
        let asks: String
        let problem: NoteLineProblem?

        var sentence: String { problem?.sentence ?? "still needed: \(asks)" }
    }
}

extension Agreements {
    /// Promised and said by whoever they spoke to.
    fileprivate func by(_ who: String) -> Agreements {
        var agreed = self
        for place in agreed.promises.indices where agreed.promises[place].who.isEmpty {
            agreed.promises[place].who = who
        }
        for place in agreed.claims.indices where agreed.claims[place].who.isEmpty { agreed.claims[place].who = who }
        for place in agreed.noCalls.indices where agreed.noCalls[place].askedBy.isEmpty {
            agreed.noCalls[place].askedBy = who
        }
        for place in agreed.plans.indices where agreed.plans[place].who.isEmpty { agreed.plans[place].who = who }
        return agreed
    }
}

extension State {
    /// The one entry that a wrap-up makes: note, result and follow-ups.
    func entry(of wrapUp: WrapUp, _ note: NotePane, _ account: OpenAccount) -> Result<NewEntry, WrapUpProblem> {
        guard note.call == nil || wrapUp.choice != nil else { return .failure(.noResult) }
        let context = noteContext
        var facts = note.facts
        let text = wrapUp.text(beside: note.text, facts)
        switch wrapUp.neededFact(beside: facts, in: context) {
        case .success(let understood): facts.append(understood.fact)
        case .failure(let problem):
            guard let kind = wrapUp.need(beside: facts) else { break }
            return .failure(.need(NoteLineKind.Asked(asks: kind.asks, problem: wrapUp.need.isEmpty ? nil : problem)))
        case nil: break
        }
        let wantsName = wrapUp.with.isEmpty && facts.agreed.noCalls.contains(where: \.askedBy.isEmpty)
        if wantsName, !contactNames.isEmpty { return .failure(.whoAsked) }
        if let question = wrapUp.question(beside: text) { return .failure(.words(question)) }
        var followUps = facts.compactMap { $0.followUp(in: context) }
        if let problem = addStep(of: wrapUp, note, facts, context, to: &followUps) { return .failure(.step(problem)) }
        return .success(
            NewEntry(
                id: note.id, payer: account.payer, at: now, day: today, author: desk.author, text: text,
                act: act(of: wrapUp, note, account, facts.agreed, followUps, in: context)))
    }

    private func addStep(
        of wrapUp: WrapUp, _ note: NotePane, _ facts: [NoteFact], _ context: NoteContext,
        to followUps: inout [PlannedFollowUp]
    ) -> NextStepProblem? {
        let agreesTime = wrapUp.choice == .callbackAgreed
        let needsTime = agreesTime && !followUps.contains { $0.kind == .appointment }
        // A note without a call leaves the account where it is; a call never ends without a next action.
        // What is promised or disputed is watched by itself.
        let isNeeded = needsTime || (note.call != nil && !facts.contains(where: \.isNextAction))
        if wrapUp.when.isEmpty, wrapUp.why.isEmpty, !isNeeded { return nil }
        switch context.step(when: wrapUp.when.text, why: wrapUp.why.text) {
        case .failure(let problem): return needsTime && problem == .day(.missing) ? .noTime : problem
        case .success(let step):
            if needsTime, step.time == nil { return .noTime }
            var followUp = step.followUp(agreesTime ? .appointment : .followUp, in: context)
            // Whoever speaks their language goes on with it.
            if wrapUp.choice == .noCommonLanguage { followUp.owner = facts.agreed.languages.last?.colleague ?? "" }
            followUps.append(followUp)
            return nil
        }
    }

    private func act(
        of wrapUp: WrapUp, _ note: NotePane, _ account: OpenAccount, _ agreed: Agreements,
        _ followUps: [PlannedFollowUp],
        in context: NoteContext
    ) -> Act {
        guard let call = note.call, let result = wrapUp.choice else {
            return .note(NoteRecord(followUps: followUps, agreed: agreed))
        }
        let contact = result.reach >= .contact ? wrapUp.with.text : ""
        let dialled = call.direction == .outbound ? account.phone?.number.key ?? "" : ""
        return .call(
            CallRecord(
                direction: call.direction, result: result, contact: contact, number: dialled,
                seconds: call.seconds(at: now), followUps: followUps, agreed: agreed.by(contact), broke: note.broke,
                step: context.payer?.stepDone(by: result, rules: context.rules, on: context.today),
                isContinued: note.isContinued))
    }
}
