extension JudgedPromise {
    /// `4,200.00 GBP by Thu 19 Nov: broken, 1,000.00 paid 6 days after`
    public var words: String { "\(promise.amount.withCurrency) by \(promise.day.short): \(verdictWords)" }

    /// What has become of it, in a few words; never *broken* before cash is known past the window.
    public var verdictWords: String {
        switch verdict {
        case .pending(let came): came > 0 ? "pending, \(money(came)) came" : "pending"
        case .kept: isAppliedElsewhere ? "kept, applied elsewhere" : "kept"
        case .partlyKept(let came): "partly kept, \(money(came)) of \(money(expected))" + lateWords
        case .broken: "broken" + lateWords
        case .dueNotVerified(let came, let known):
            "due, not verified" + (came > 0 ? ", \(money(came)) came" : "") + Reason.cash(known)
        case .renegotiated(let day): "renegotiated on \(day.short)"
        case .void: "void"
        }
    }

    private var lateWords: String {
        late.map { ", \(money($0.amount)) paid \(Reason.days($0.days)) after" }
            ?? (promise.isReplaced ? ", promised again" : "")
    }

    private func money(_ minor: Int64) -> String { Money(minor: minor, currency).grouped }
}

extension JudgedClaim {
    /// `500.00 USD of Thu 26 Nov: not found`
    public var words: String {
        let what =
            "\(claim.amount?.withCurrency ?? "payment") of \(claim.day.short)"
            + (claim.reference.isEmpty ? "" : ", \(claim.reference)")
        return switch verdict {
        case .lookedFor: "\(what): looked for until \(until.short)"
        case .found(let money, let day): "\(what): found, \(money.withCurrency) on \(day.short)"
        case .notFound: "\(what): not found"
        case .notVerified(let known): "\(what): not verified\(Reason.cash(known))"
        }
    }
}

extension Dispute {
    /// `INV-2291 200.00 GBP, price: Sales by Tue 8 Dec`
    public var words: String {
        let what = "\(item.number)\(amount.map { " \($0.withCurrency)" } ?? ""), \(reason.rawValue): "
        return switch state {
        case .open: what + "\(owner) by \(due.short)"
        case .answered(let day, let text):
            what + "\(owner) answered on \(day.short)" + (text.isEmpty ? "" : ", \(text)")
        case .resolved(let outcome, let day, _): what + "\(outcome.rawValue) on \(day.short)"
        case .closed(let closing): what + "closed, the item is \(closing.rawValue)"
        }
    }
}

extension JudgedPlan {
    /// `3,000.00 USD in 3, monthly: active, 1,000.00 by Fri 1 Jan`
    public var words: String {
        let next = next.map { ", \($0.promise.amount.grouped) by \($0.promise.day.short)" } ?? ""
        let short = missing > 0 ? ", \(Money(minor: missing, plan.total.currency).grouped) missing" : ""
        return
            """
            \(plan.total.withCurrency) in \(plan.instalments.count), \(plan.cadence.text): \
            \(state.rawValue)\(next)\(short)
            """
    }
}

extension FollowThrough {
    /// Whether anything of it is still to be watched.
    public var isEmpty: Bool { promises.isEmpty && claims.isEmpty && disputes.isEmpty && plans.isEmpty }

    /// Kept, and not kept, of those decided: `3 kept, 2 broken`; nil where none is.
    public var record: String? {
        let kept = promises.count { if case .kept = $0.verdict { true } else { false } }
        let unkept = promises.count { $0.verdict.isUnkept }
        return kept + unkept == 0 ? nil : "\(kept) kept, \(unkept) not"
    }
}

extension Agreements {
    /// The result of a call on which all this was agreed: the uppermost fitting one (DOMAIN.md §5, "Call results").
    public var result: CallResult? {
        if !promises.isEmpty { return .promised }
        if !plans.isEmpty { return .planAgreed }
        if !claims.isEmpty { return .paidAlready }
        if !disputes.isEmpty { return .disputes }
        if !languages.isEmpty { return .noCommonLanguage }
        if !noCalls.isEmpty { return .askedNotToBeCalled }
        return holds.isEmpty ? nil : .insolvent
    }

    /// Whether it is watched by itself, so that a wrap-up needs no further follow-up.
    public var hasNextAction: Bool { isWatched && !plans.contains { $0.status != .active } }
}
