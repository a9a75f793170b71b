/// What a column holds.
public enum ColumnMeaning: Int, Sendable, CaseIterable {
    case account, accountName, company, itemNumber, itemPart, purchaseOrder, day, due, terms, currency
    case amount, open, applied, debit, credit, quantity, unitAmount, netAmount
    /// Whether the row's amount is a debit or a credit.
    case debitOrCredit
    case settled, status, documentType, disputed, extractDay
    case payer, collector, salesContact, segment, hold, creditLimit, accountTerms, zone, language
    case contactName, contactRole, contactPhone, contactEmail, contactHours
    case paymentReference, rate, rateTarget
    case noteText, noteAuthor, promisedAmount, promisedDay
    /// Of a hand-off list of ours: the number of a dispute, and what a department says to it.
    case dispute, answer, answerText
    /// The system that wrote the row, where several fill one book.
    case source
    /// Columns of a rejects file of ours.
    case dulyLine, dulyReason
    /// Of an open item: a yes for paid, what was written off or is held back of it, how many days it is overdue, and
    /// the year that its number belongs to.
    case paidFlag, writtenOff, retained, daysOverdue, fiscalYear
    /// Of a payment: what of it no invoice has taken yet, and what was given back.
    case unapplied, refunded
    /// What a note is about, in a few words.
    case noteSubject
    /// Of an item that says by numbers of days when it is due, as SAP does: the day from which they count, the days of
    /// the first and the second discount, and the net days.
    case baselineDay, firstDiscountDays, secondDiscountDays, netDays
    /// A yes, or a day, for a document that was made void.
    case voidFlag
    /// Of a booking: the mark or the document by which it was settled against others; blank while it is open.
    case clearing

    /// In the words of a person: `invoice number`.
    public var words: String {
        switch self {
        case .account: "account"
        case .accountName: "customer's name"
        case .company: "company code"
        case .itemNumber: "invoice number"
        case .itemPart: "instalment"
        case .purchaseOrder: "customer's order number"
        case .day: "date"
        case .due: "due date"
        case .terms: "terms"
        case .currency: "currency"
        case .amount: "amount"
        case .open: "open amount"
        case .applied: "applied amount"
        case .debit: "debit"
        case .credit: "credit"
        case .debitOrCredit: "debit or credit"
        case .quantity: "quantity"
        case .unitAmount: "unit amount"
        case .netAmount: "net amount"
        case .settled: "settled on"
        case .status: "status"
        case .documentType: "document type"
        case .disputed: "disputed"
        case .extractDay: "extract day"
        case .payer: "payer"
        case .collector: "collector"
        case .salesContact: "sales contact"
        case .segment: "segment"
        case .hold: "hold"
        case .creditLimit: "credit limit"
        case .accountTerms: "customer's terms"
        case .zone: "time zone"
        case .language: "language"
        case .contactName: "contact"
        case .contactRole: "contact's role"
        case .contactPhone: "telephone"
        case .contactEmail: "e-mail"
        case .contactHours: "contact's preferred hours"
        case .paymentReference: "payment number"
        case .rate: "rate"
        case .rateTarget: "rate's currency"
        case .noteText: "note"
        case .noteAuthor: "author"
        case .promisedAmount: "promised amount"
        case .promisedDay: "promised day"
        case .dispute: "dispute's number"
        case .answer: "answer"
        case .answerText: "answer in words"
        case .source: "source system"
        case .dulyLine: "line in an earlier import"
        case .dulyReason: "why it was refused"
        case .paidFlag: "paid or not"
        case .writtenOff: "amount written off"
        case .retained: "retainage"
        case .daysOverdue: "days overdue"
        case .fiscalYear: "fiscal year"
        case .unapplied: "unapplied amount"
        case .refunded: "refunded amount"
        case .noteSubject: "subject"
        case .baselineDay: "day from which terms count"
        case .firstDiscountDays: "days of the first discount"
        case .secondDiscountDays: "days of the second discount"
        case .netDays: "net days"
        case .voidFlag: "void or not"
        case .clearing: "clearing mark"
        }
    }

    var isDay: Bool {
        switch self {
        case .day, .due, .settled, .extractDay, .promisedDay, .baselineDay: true
        default: false
        }
    }

    var isAmount: Bool {
        switch self {
        case .amount, .open, .applied, .debit, .credit, .quantity, .unitAmount, .creditLimit, .rate, .promisedAmount,
            .writtenOff, .retained, .unapplied, .refunded:
            true
        default: false
        }
    }

    var isIdentifier: Bool {
        self == .account || self == .itemNumber || self == .payer || self == .paymentReference || self == .company
    }
}
