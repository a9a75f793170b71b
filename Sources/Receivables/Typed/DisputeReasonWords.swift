/// What customers say, and the reason that it is. Said with or without apostrophes, in upper or lower case.
enum DisputeReasonWords {
    /// The reason at the beginning of some words, and how many of them name it: as many as do.
    static func read(_ words: ArraySlice<Substring>) -> (reason: DisputeReason, used: Int)? {
        let plain = words.prefix(longest).map { $0.lowercased().filter { $0.isLetter } }
        for count in stride(from: plain.count, through: 1, by: -1) {
            let phrase = plain.prefix(count).joined(separator: " ")
            if let reason = phrases[phrase]
                ?? DisputeReason.allCases.first(where: { $0.rawValue.lowercased() == phrase })
            {
                return (reason, count)
            }
        }
        // `qual`, `wrong ent`
        for count in [2, 1] where count <= plain.count {
            guard let reason = DisputeReason(named: plain.prefix(count).joined()) else { continue }
            if count == 1 || reason.rawValue.contains(" ") { return (reason, count) }
        }
        return nil
    }

    private static let longest = 5

    private static let phrases: [String: DisputeReason] = {
        var all: [String: DisputeReason] = [:]
        for (reason, phrases) in said {
            for phrase in phrases { all[phrase] = reason }
        }
        return all
    }()

    private static let said: [DisputeReason: [String]] = [
        .price: [
            "wrong price", "price wrong", "price is wrong", "prices wrong", "wrong prices", "pricing", "overcharged",
            "over charged",
            "overcharge", "too expensive", "too dear", "price difference", "price too high", "wrong amount",
            "amount wrong",
            "wrong rate", "wrong discount", "discount missing", "no discount", "discount", "not the agreed price",
            "not as quoted",
            "quote was lower", "wrong freight", "freight", "carriage", "wrong unit price",
        ],
        .quantity: [
            "short delivered", "short delivery", "short", "shortage", "short shipped", "shortshipped", "short shipment",
            "underdelivered",
            "under delivered", "part delivered", "part delivery", "partial delivery", "partly delivered", "incomplete",
            "missing items",
            "items missing", "missing goods", "pieces missing", "missing pieces", "missing", "not all delivered",
            "not everything delivered",
            "wrong quantity", "quantity wrong", "too few", "too many", "too much delivered", "over delivered",
            "overdelivered",
        ],
        .quality: [
            "damaged", "damage", "broken", "damaged goods", "goods damaged", "arrived damaged", "defective", "defect",
            "defects", "faulty",
            "fault", "bad quality", "poor quality", "not working", "does not work", "doesnt work", "scratched",
            "spoiled", "wrong item",
            "wrong items", "wrong goods", "wrong product", "not as ordered", "complaint", "returned damaged",
            "rejected",
        ],
        .notReceived: [
            "not delivered", "never delivered", "not arrived", "never arrived", "didnt arrive", "did not arrive",
            "never came", "nothing came",
            "never received", "never got it", "not got it", "not here", "lost", "lost in transit", "no delivery",
            "no goods", "goods not received",
            "no pod", "no proof of delivery", "proof of delivery", "pod", "undelivered",
        ],
        .noPurchaseOrder: [
            "no po", "po missing", "missing po", "no po number", "po number missing", "missing po number", "wrong po",
            "wrong po number", "po",
            "po number", "po wrong", "without po", "no purchase order", "purchase order", "purchase order missing",
            "no order number",
            "order number missing", "missing order number", "no order", "not ordered", "never ordered", "did not order",
            "didnt order",
        ],
        .duplicate: [
            "double", "doubled", "twice", "billed twice", "invoiced twice", "charged twice", "double billed",
            "double invoiced",
            "duplicate invoice", "already billed", "already invoiced", "same invoice twice", "second invoice",
        ],
        .tax: [
            "vat", "wrong vat", "vat wrong", "vat number", "no vat", "wrong tax", "tax wrong", "gst", "sales tax",
            "tax exempt", "exempt",
        ],
        .terms: [
            "wrong terms", "payment terms", "terms wrong", "not due", "not due yet", "not yet due", "due date",
            "wrong due date",
            "due later", "longer terms",
        ],
        .wrongEntity: [
            "wrong company", "wrong address", "wrong name", "wrong customer", "wrong account", "wrong branch",
            "wrong subsidiary", "not ours",
            "not us", "not for us", "not our invoice", "belongs to someone else",
        ],
        .deduction: [
            "deducted", "bonus", "rebate", "credit owed", "credit due", "credit missing", "missing credit",
            "credit note missing", "credit note",
            "waiting for credit", "awaiting credit", "waiting for credit note", "awaiting credit note", "chargeback",
            "charge back", "penalty", "set off", "offset", "retention", "returned",
            "returned goods", "goods returned", "sent back", "return",
        ],
        .other: ["something else", "else", "unclear"],
    ]
}
