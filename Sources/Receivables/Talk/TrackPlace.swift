/// A place in a talk track that a fact fills, by the name that stands in its braces.
///
/// A line whose fact isn't there is left out as a whole: tracks have no conditions.
public enum TrackPlace: String, Sendable, CaseIterable {
    /// Who calls, for which company, and the number to call back.
    case caller, company, number
    /// Whom they speak to, at which customer, under which account number.
    case contact, customer, account
    /// All that is overdue, on how many items, and the item that the call is about.
    case overdue, count, item, amount
    case dueDay = "due_day"
    /// What was promised last, and for when.
    case promiseAmount = "promise_amount"
    case promiseDay = "promise_day"
    /// The open dispute, in words of the customer, and who answers it.
    case disputeItem = "dispute_item"
    case disputeReason = "dispute_reason"
    case disputeOwner = "dispute_owner"
    /// The payment that they say they made: when, how much, and by which reference.
    case claimDay = "claim_day"
    case claimAmount = "claim_amount"
    case claimReference = "claim_reference"
    /// The first instalment of a plan.
    case firstAmount = "first_amount"
    /// When they were last spoken to, and what the caller noted of it.
    case lastDay = "last_day"
    case lastWords = "last_words"
    /// How many days later than agreed they pay, how many promises they kept, by which day we would ask.
    case usualDays = "usual_days"
    case kept
    case payDay = "pay_day"
    /// Their payment portal.
    case portal

    /// Whether it tells what is owed, how late it is, or what was agreed about it.
    var isOfMoney: Bool {
        switch self {
        case .overdue, .count, .item, .amount, .dueDay, .promiseAmount, .promiseDay, .disputeItem, .disputeReason,
            .disputeOwner, .claimDay, .claimAmount, .claimReference, .firstAmount, .usualDays, .payDay, .lastWords,
            .portal:
            true
        case .caller, .company, .number, .contact, .customer, .account, .lastDay, .kept: false
        }
    }

    /// How many words it stands for, as a rule.
    var words: Int {
        switch self {
        case .dueDay, .promiseDay, .lastDay, .payDay, .claimDay: 5
        case .overdue, .amount, .promiseAmount, .claimAmount, .firstAmount, .usualDays, .caller, .contact, .customer: 2
        default: 1
        }
    }
}
