// What is recorded of a message, and what comes after it.
extension Dossier {
    /// The record of a message that is sent now.
    public func record(of content: MessageContent, to address: EmailAddress, contact: Contact?) -> MessageRecord {
        MessageRecord(
            kind: content.kind, to: address.text, contact: contact?.name ?? "", items: content.items,
            amounts: content.kind == .documents ? [] : content.totals, step: content.step?.step.day,
            followUps: next(after: content).map { [$0] } ?? [])
    }

    /// The step of the cadence that a message of a kind works just now.
    public func step(for kind: MessageKind) -> ComingStep? {
        guard let step = facts.nextStep(by: rules, on: moment.day), step.isDue, !step.step.isBeforeDue else {
            return nil
        }
        switch (step.act, kind) {
        case (.reminder, .reminder), (.formalNotice, .reminder), (.statement, .statement): return step
        default: return nil
        }
    }

    /// After a step the one behind it; after documents a call, when they have had time to look; else what is planned
    /// stands, and where nothing is somebody looks whether they answered.
    private func next(after content: MessageContent) -> PlannedFollowUp? {
        if let step = content.step { return facts.doing(step, rules: rules, on: moment.day).followUps.first }
        let day = rules.calendar.adding(Dossier.daysAfterSending, to: moment.day)
        if content.kind == .documents
            || facts.followUps.contains(where: { $0.owedAct?.message == content.kind })
        {
            let isCalled = facts.followUps.contains { $0.kind != .owed && $0.day > moment.day }
            return isCalled ? nil : PlannedFollowUp(day: day, why: "have the documents arrived?")
        }
        let isPlanned = facts.upcoming(by: rules, on: moment.day).contains { $0.on > moment.day }
        return isPlanned ? nil : PlannedFollowUp(day: day, why: "has the \(content.kind.title) been answered?")
    }

    /// Business days (DOMAIN.md §5, result *c*).
    static let daysAfterSending = 2
}
