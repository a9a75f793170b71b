/// What a call is about: each has a talk track of its own.
public enum CallSituation: String, Sendable, Codable, CaseIterable {
    case firstLate = "first-late"
    case usualLate = "usual-late"
    case brokenPromise = "broken-promise"
    case disputed
    case notDue = "not-due"
    case hardship, plan, relationship, inbound, gatekeeper, voicemail, portal
    case paidAlready = "paid-already"

    /// As lists name it: `first time late`.
    public var words: String {
        switch self {
        case .firstLate: "first time late"
        case .usualLate: "late as usual"
        case .brokenPromise: "promise not kept"
        case .disputed: "part is disputed"
        case .paidAlready: "says it is paid"
        case .notDue: "not due yet"
        case .hardship: "can't pay"
        case .plan: "asks for a plan"
        case .relationship: "thanks, nothing asked for"
        case .inbound: "they called"
        case .gatekeeper: "somebody else answers"
        case .voicemail: "voicemail"
        case .portal: "portal checked"
        }
    }

    /// Whether its track may speak of money to anyone who answers.
    public var namesMoney: Bool {
        switch self {
        case .gatekeeper, .voicemail, .relationship: false
        default: true
        }
    }

    /// The situation that the facts speak for, before anything was said.
    ///
    /// - Parameters:
    ///   - dossier: the payer's facts, judged.
    ///   - isInbound: they called.
    public static func likely(_ dossier: Dossier, isInbound: Bool) -> CallSituation {
        if isInbound { return .inbound }
        let follow = dossier.facts.followThrough
        if !dossier.facts.unkept.isEmpty { return .brokenPromise }
        let isDue = { (followUp: FollowUp) in followUp.purpose == .relationship && followUp.day <= dossier.today }
        let overdue = dossier.openItems.filter { $0.isOverdue(on: dossier.today) && $0.chaseable > 0 }
        if follow.disputes.contains(where: \.isOpen) { return .disputed }
        if dossier.claimInQuestion != nil { return .paidAlready }
        guard !overdue.isEmpty else {
            if dossier.facts.followUps.contains(where: isDue) { return .relationship }
            return dossier.openItems.contains { $0.chaseable > 0 } ? .notDue : .relationship
        }
        return dossier.isUsuallyLate ? .usualLate : .firstLate
    }
}

extension Dispute {
    /// Not answered, resolved or closed.
    var isOpen: Bool {
        if case .open = state { true } else { false }
    }
}

extension Dossier {
    /// The last payment that they say they made within six weeks, and that was not found.
    var claimInQuestion: JudgedClaim? {
        facts.followThrough.claims.last { !$0.isFound && $0.claim.day >= today.advanced(by: -42) }
    }

    /// A third of the money at least came late, by more than two days on average; of no fewer than three payments.
    var isUsuallyLate: Bool {
        facts.accounts.contains { account in
            account.behaviour.payments >= 3 && account.behaviour.shareLate >= 333 && account.behaviour.late > 20
        }
    }
}
