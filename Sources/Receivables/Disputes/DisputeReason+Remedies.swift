/// What can be done about a dispute while it is open, and how such disputes ended before (DOMAIN.md §4, "Remedies").
extension DisputeReason {
    /// What to offer, by what is wrong.
    public var remedy: String {
        switch self {
        case .price: "send the contract or price list, ask for the undisputed part now"
        case .quantity, .notReceived: "send the signed delivery note, ask for what arrived"
        case .quality: "agree what is repaired or replaced, ask for the rest"
        case .noPurchaseOrder: "ask for the number, send the invoice again with it"
        case .duplicate: "send both invoices side by side"
        case .tax: "have the invoice issued again, ask for the net amount"
        case .terms: "send the terms as signed"
        case .wrongEntity: "have it written to the right company, ask who pays"
        case .deduction: "ask for their debit note and what it rests on"
        case .other: "ask for it in writing"
        case .inERP: "find out who disputes it and why, ask for the rest"
        }
    }
}

/// How disputes for one reason ended, of the last that did.
public struct DisputesEnded: Hashable, Sendable {
    private var counts: [Dispute.Outcome: Int] = [:]
    private var days: [Int] = []

    /// Creates a count of no disputes.
    public init() {}

    /// Counts one dispute that ended after so many days.
    public mutating func add(_ outcome: Dispute.Outcome, days: Int) {
        counts[outcome, default: 0] += 1
        self.days.append(days)
    }

    /// How many disputes ended with an outcome.
    public subscript(outcome: Dispute.Outcome) -> Int { counts[outcome] ?? 0 }

    /// From the call on which it was raised to its end; nil where none has ended. Of an even number the earlier.
    public var medianDays: Int? { days.isEmpty ? nil : days.sorted()[(days.count - 1) / 2] }

    /// `4 valid, 2 not valid, in 6 d`; nil where none has ended.
    public var words: String? {
        guard let medianDays else { return nil }
        let ended = Dispute.Outcome.allCases.filter { self[$0] > 0 }.map { "\(self[$0]) \($0.rawValue)" }
        return ended.joined(separator: ", ") + ", in \(medianDays) d"
    }
}
