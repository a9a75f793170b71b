import Receivables

/// Why a wrap-up can't be recorded as it stands.
enum WrapUpProblem: Error, Hashable {
    case noResult
    case step(NextStepProblem)
    /// What the result needs isn't there, or can't be read.
    case need(AskedAgreement)
    /// The result says nothing to a later reader.
    case words(String)
    /// Who asked not to be called, where no one was dialled and several may have.
    case whoAsked

    var sentence: String {
        switch self {
        case .noResult: WrapUpSentences.whichResult
        case .step(let problem): problem.sentence
        case .need(let asked): asked.sentence
        case .words(let question): WrapUpSentences.stillNeeded(question)
        case .whoAsked: WrapUpSentences.whoAsked
        }
    }
}

/// An agreement that has to be there, and what is wrong with what was typed, if anything was.
struct AskedAgreement: Hashable, Sendable {
    let kind: AgreementKind
    let problem: NoteLineProblem?

    var sentence: String { problem?.sentence ?? WrapUpSentences.stillNeeded(kind.asks) }
}

extension Agreements {
    /// Promised and said by the person they spoke to.
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
        let text = wrapUp.text(below: note.text, facts)
        switch wrapUp.neededFact(besides: facts, in: context) {
        case .success(let understood): facts.append(understood.fact)
        case .failure(let problem):
            guard let kind = wrapUp.need(besides: facts) else { break }
            return .failure(.need(AskedAgreement(kind: kind, problem: wrapUp.need.isEmpty ? nil : problem)))
        case nil: break
        }
        let wantsName = wrapUp.with.isEmpty && facts.agreed.noCalls.contains(where: \.askedBy.isEmpty)
        if wantsName, !contactNames.isEmpty { return .failure(.whoAsked) }
        if let question = wrapUp.question(about: text) { return .failure(.words(question)) }
        var rules = facts.rules(for: wrapUp.choice, in: context)
        if let problem = addStep(of: wrapUp, context, to: &rules) { return .failure(.step(problem)) }
        return .success(
            NewEntry(
                id: note.id, payer: account.payer, at: now, day: today, author: desk.author, text: text,
                act: act(of: wrapUp, note, account, rules.agreed, rules.followUps, in: context)))
    }

    /// Adds the next step that was typed.
    private func addStep(of wrapUp: WrapUp, _ context: NoteContext, to rules: inout WrapUpRules) -> NextStepProblem? {
        if wrapUp.when.isEmpty, wrapUp.why.isEmpty, !rules.needsNextAction { return nil }
        let needsTime = rules.needsAppointment
        switch context.step(when: wrapUp.when.text, why: wrapUp.why.text, needsTime: needsTime) {
        case .failure(let problem): return needsTime && problem == .day(.missing) ? .rule(.noTime) : problem
        case .success(let step):
            let (day, at) = step.planned(in: context)
            let isAppointment = rules.result == .callbackAgreed && at != nil
            rules.followUps.append(rules.followUp(on: day, at: at, why: step.why, isAppointment: isAppointment))
            return nil
        }
    }

    private func act(
        of wrapUp: WrapUp, _ note: NotePane, _ account: OpenAccount, _ agreed: Agreements,
        _ followUps: [PlannedFollowUp],
        in context: NoteContext
    ) -> Act {
        guard let call = note.call, let result = wrapUp.choice else {
            var record = NoteRecord(followUps: followUps, agreed: agreed)
            record.isReceived = note.isReceived
            return .note(record)
        }
        let contact = result.reach >= .contact ? wrapUp.with.text : ""
        let dialled = call.direction == .outbound ? note.dialled ?? account.phone?.number.key ?? "" : ""
        return .call(
            CallRecord(
                direction: call.direction, result: result, contact: contact, number: dialled,
                seconds: call.seconds(at: now), followUps: followUps, agreed: agreed.by(contact), broke: note.broke,
                step: context.payer?.stepDone(by: result, rules: context.rules, on: context.today),
                isContinued: note.isContinued, readBack: note.readBack, track: note.track.record))
    }
}
