import Receivables

extension Offer {
    /// What accepting it writes into the note, line by line.
    var noteLines: [String] {
        switch rung {
        case .everythingNow, .undisputedNow, .partAndPromise:
            return payments.map { "/promise \($0.amount.decimal) \($0.day.iso)" }
        case .plan:
            let regular = hasDown ? payments.dropFirst() : payments[...]
            guard let first = regular.first else { return [] }
            let total = Money(minor: total, first.amount.currency)
            let down = hasDown ? payments.first.map { " down \($0.amount.decimal) \($0.day.iso)" } ?? "" : ""
            return ["/plan \(regular.count)x monthly from \(first.day.iso)\(down) of \(total.decimal)"]
        case .manager: return ["/next +2 manager's decision"]
        }
    }
}
