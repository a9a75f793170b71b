import Receivables

/// What a status column says, as far as it matters.
enum DocumentStatus {
    /// It doesn't count, or not yet.
    case void
    case paid
    /// Of a payment: it isn't there yet.
    case pending
    /// Of a payment: it came in and went back.
    case returned
    case other

    init(_ cell: Cell) {
        guard !cell.isEmpty else {
            self = .other
            return
        }
        switch cell.text.lowercased() {
        case "void", "voided", "draft", "cancelled", "canceled", "deleted", "rejected", "storniert", "failed",
            "declined":
            self = .void
        case "reversed", "returned", "bounced", "refunded", "charged back": self = .returned
        case "pending", "unposted": self = .pending
        case "paid", "closed", "settled", "paid in full", "bezahlt": self = .paid
        default: self = .other
        }
    }
}
