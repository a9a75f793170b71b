extension Agreements {
    /// What was agreed, a line each, as journals and histories show it.
    public var lines: [String] {
        promises.map { $0.words } + claims.map { $0.words } + disputes.map { $0.words } + plans.map { $0.words }
            + noCalls.map { $0.words } + holds.map { $0.words } + languages.map { $0.words } + remarks
    }

    private var remarks: [String] {
        causes.map { "cause: \($0.rawValue)" } + contacts.map { $0.words } + feedback.map { "feedback: \($0)" }
    }
}

extension PlannedPromise {
    /// `2,500.00 GBP by Fri 27 Nov`
    public var words: String {
        "promise \(amount.withCurrency) by \(day.short)" + (replaces.isEmpty ? "" : " instead")
    }
}

extension PlannedClaim {
    /// What they say, as the journal shows it: `says 500.00 GBP was paid on Fri 27 Nov`.
    public var words: String {
        "says \(amount?.withCurrency ?? "it") was paid on \(day.short)" + (reference.isEmpty ? "" : ", \(reference)")
    }
}

extension PlannedDispute {
    /// What is disputed, why, and who answers by when, as the journal shows it.
    public var words: String {
        "disputes \(item.number)" + (amount.map { " \($0.withCurrency)" } ?? "")
            + ", \(reason.rawValue): \(owner) by \(due.short)"
    }
}

extension PlannedPlan {
    /// Total, number of instalments and cadence, as the journal shows them.
    public var words: String {
        "plan \(total.withCurrency) in \(instalments.count), \(cadence.text)"
            + (status == .active ? "" : ", \(status.rawValue)")
    }
}

extension Act {
    /// What an entry other than a call, a note or an import did, in a few words; nil for those.
    public var plainText: String? {
        switch self {
        case .call, .note, .imported, .undo: nil
        case .rules: "new rules"
        case .matched(let matches):
            "matched " + matches.map { "\($0.amount.withCurrency) with \($0.item)" }.joined(separator: ", ")
        case .payer(let change): "pays for \(change.account), as \(change.before) did before"
        case .dispute(let step): "dispute \(step.dispute) " + (step.outcome?.rawValue ?? "answered")
        case .plan(let step): "plan \(step.plan) \(step.status.rawValue)"
        case .message(let message): message.words
        case .handOver(let change): "follow-up \(change.followUp) to \(change.owner)"
        case .hold(let hold): hold.words
        case .decision(let decision): decision.words
        case .release(let release):
            release.what == .hold
                ? "hold of entry \(release.part) released" : "may be called again, as before entry \(release.part)"
        case .cover(let cover): cover.words
        case .cadence(let choice): choice.name.map { "cadence \u{201C}\($0)\u{201D}" } ?? "the segment's cadence again"
        case .step(let step): "\(step.act.rawValue) done, step of day \(step.step)"
        case .later: "put off within the day"
        case .pin(let isPinned): isPinned ? "pinned" : "unpinned"
        case .review(let review): "comment on entry \(review.entry)"
        case .sales(let sales): "sales of \(sales.month.yearAndMonth): \(sales.amount.withCurrency)"
        case .redaction(let redaction): "erased the words of entry \(redaction.entry)"
        }
    }
}
