import Receivables

/// Why a wrap-up can't be recorded as it stands.
enum WrapUpProblem: Error, Hashable {
    case noResult
    case step(NextStepProblem)

    var sentence: String {
        switch self {
        case .noResult: "how did it end? One key gives the result"
        case .step(let problem): problem.sentence
        }
    }
}

extension State {
    /// The one entry that a wrap-up makes: note, result and follow-ups.
    func entry(of wrapUp: WrapUp, _ note: NotePane, _ account: OpenAccount) -> Result<NewEntry, WrapUpProblem> {
        guard note.call == nil || wrapUp.choice != nil else { return .failure(.noResult) }
        let context = noteContext
        var followUps = note.facts.map { $0.followUp(in: context) }
        if let problem = addStep(of: wrapUp, note, context, to: &followUps) { return .failure(.step(problem)) }
        return .success(
            NewEntry(
                id: note.id, payer: account.payer, at: now, day: today, author: desk.author, text: note.text,
                act: act(of: wrapUp, note, account, followUps)))
    }

    private func addStep(
        of wrapUp: WrapUp, _ note: NotePane, _ context: NoteContext, to followUps: inout [PlannedFollowUp]
    ) -> NextStepProblem? {
        let agreesTime = wrapUp.choice == .callbackAgreed
        let needsTime = agreesTime && !followUps.contains { $0.kind == .appointment }
        // A note without a call leaves the account where it is; a call never ends without a next action.
        let isNeeded = needsTime || (followUps.isEmpty && note.call != nil)
        if wrapUp.when.isEmpty, wrapUp.why.isEmpty, !isNeeded { return nil }
        switch context.step(when: wrapUp.when.text, why: wrapUp.why.text) {
        case .failure(let problem): return needsTime && problem == .day(.missing) ? .noTime : problem
        case .success(let step):
            if needsTime, step.time == nil { return .noTime }
            followUps.append(step.followUp(agreesTime ? .appointment : .followUp, in: context))
            return nil
        }
    }

    private func act(
        of wrapUp: WrapUp, _ note: NotePane, _ account: OpenAccount, _ followUps: [PlannedFollowUp]
    ) -> Act {
        guard let call = note.call, let result = wrapUp.choice else { return .note(NoteRecord(followUps: followUps)) }
        let dialled = call.direction == .outbound ? account.phone?.number ?? "" : ""
        return .call(
            CallRecord(
                direction: call.direction, result: result, contact: result.reach >= .contact ? wrapUp.with.text : "",
                number: dialled, seconds: call.seconds(at: now), followUps: followUps))
    }
}
