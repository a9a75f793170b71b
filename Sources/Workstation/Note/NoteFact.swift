import Receivables

/// What a structured line puts on record.
enum NoteFact: Hashable, Sendable {
    /// Our own next step.
    case next(Day, why: String)
    /// A time agreed with the customer.
    case callback(AgreedTime, why: String)
    /// What we told them we would send: owed until somebody has.
    case send(Day, OwedAct)
    case promise(PlannedPromise)
    case claim(PlannedClaim)
    case disputes([PlannedDispute])
    case plan(PlannedPlan)
    case noCall(PlannedNoCall)
    case hold(PlannedHold)
    case language(SpokenLanguage)
    case cause(RootCause)
    case contact(PlannedContact)
    case feedback(String)

    /// The dated step that it is, if it is one, as the entry holds it.
    func followUp(in context: NoteContext) -> PlannedFollowUp? {
        switch self {
        case .next(let day, let why): PlannedFollowUp(day: day, why: why)
        case .callback(let time, let why):
            PlannedFollowUp(
                kind: .appointment, day: time.at.local(offset: context.deskOffset(time.at)).day, at: time.at, why: why)
        case .send(let day, let act): PlannedFollowUp(kind: .owed, day: day, why: act.words)
        case .promise, .claim, .disputes, .plan, .noCall, .hold, .language, .cause, .contact, .feedback: nil
        }
    }

    /// What it agrees, about money and about calling.
    var agreed: Agreements {
        switch self {
        case .next, .callback, .send: Agreements()
        case .promise(let promise): Agreements(promises: [promise])
        case .claim(let claim): Agreements(claims: [claim])
        case .disputes(let disputes): Agreements(disputes: disputes)
        case .plan(let plan): Agreements(plans: [plan])
        case .noCall(let wish): Agreements(noCalls: [wish])
        case .hold(let hold): Agreements(holds: [hold])
        case .language(let language): Agreements(languages: [language])
        case .cause(let cause): Agreements(causes: [cause])
        case .contact(let contact): Agreements(contacts: [contact])
        case .feedback(let text): Agreements(feedback: [text])
        }
    }

    /// The result of a call on which this was agreed, if it says one.
    var result: CallResult? {
        switch self {
        case .callback: .callbackAgreed
        case .send: .wantsDocuments
        default: agreed.result
        }
    }
}

extension [NoteFact] {
    /// Everything agreed, in the order of the lines.
    var agreed: Agreements {
        Agreements(
            promises: flatMap(\.agreed.promises), claims: flatMap(\.agreed.claims),
            disputes: flatMap(\.agreed.disputes),
            plans: flatMap(\.agreed.plans), noCalls: flatMap(\.agreed.noCalls), holds: flatMap(\.agreed.holds),
            languages: flatMap(\.agreed.languages), causes: flatMap(\.agreed.causes),
            contacts: flatMap(\.agreed.contacts),
            feedback: flatMap(\.agreed.feedback))
    }

    /// Several facts may be recorded; the uppermost fitting row of the results is the result (DOMAIN.md §5).
    var result: CallResult? {
        let results = compactMap(\.result)
        return CallResult.allCases.first(where: results.contains)
    }
}
