import Receivables

/// What marks of debit and credit, or types of documents, and amounts show together: whether the amounts carry a sign
/// already.
struct SignEvidence {
    /// Of the rows whose amounts lower what is owed, or what was paid, the first with a minus, and the first without.
    private(set) var withMinus: Sighting?
    private(set) var without: Sighting?
    /// Of the other rows the first with a minus.
    private(set) var otherWithMinus: Sighting?
    /// How many of the former have no minus.
    private(set) var countWithout = 0
    /// Some amount of the other rows has no minus.
    private(set) var sawPlain = false

    /// - Parameter isOpposite: whether by its mark or type the row is one of the former.
    mutating func add(isOpposite: Bool, _ amount: Cell, line: Int) {
        guard isOpposite || otherWithMinus == nil || !sawPlain,
            let scanned = scanAmount(amount), scanned.digits != 0
        else { return }
        func see(_ sighting: inout Sighting?) {
            if sighting == nil { sighting = Sighting(text: amount.quotable, line: line) }
        }
        switch (isOpposite, scanned.isNegative) {
        case (true, true): see(&withMinus)
        case (true, false):
            countWithout += 1
            see(&without)
        case (false, true): see(&otherWithMinus)
        case (false, false): sawPlain = true
        }
    }

    /// The payments of a payments file are negative, and what went back isn't.
    var isLedger: Bool { otherWithMinus != nil && !sawPlain && withMinus == nil }

    /// What is owed has a minus, and credits and payments have none.
    var isTurned: Bool { otherWithMinus != nil && !sawPlain && without != nil && withMinus == nil }

    /// Nothing in the file is written without a minus.
    var isAllNegative: Bool { !sawPlain && without == nil && (withMinus ?? otherWithMinus) != nil }
}

/// How signs are taken, decided for the whole file.
enum SignReading: Equatable {
    /// The amounts carry their sign, or nothing says otherwise.
    case signed
    /// Amounts marked as this side are negative.
    case turns(DebitCreditMark)
    /// Amounts of credits and payments are negative, or those of payments that went back in a payments file.
    case turnsTypes
    /// All amounts have the other sign: payments as a ledger of what is owed has them, or what is owed with a minus.
    case ledger

    /// By a column of marks.
    ///
    /// - Parameter column: its header.
    /// - Throws: `contradictoryMarks`, where the signs can mean neither.
    init(marks evidence: SignEvidence, _ kind: ExtractKind, file: String, column: String) throws(ImportError) {
        guard let without = evidence.without else {
            self = .signed
            return
        }
        if let other = evidence.withMinus ?? evidence.otherWithMinus {
            throw .contradictoryMarks(file: file, column: column, first: without, second: other)
        }
        self = .turns(DebitCreditMark.opposite(in: kind))
    }

    /// By a column of types, which turns amounts only where no amount of the file has a minus.
    init(types evidence: SignEvidence, _ kind: ExtractKind, namesPayments: Bool) {
        if kind == .payments, namesPayments, evidence.isLedger {
            self = .ledger
            return
        }
        if kind == .openItems, evidence.isTurned {
            self = .ledger
            return
        }
        let isUnsigned = evidence.without != nil && evidence.withMinus == nil && evidence.otherWithMinus == nil
        self = isUnsigned ? .turnsTypes : .signed
    }

    /// What it does, in words; nil where there is nothing to say.
    func words(_ evidence: SignEvidence, _ kind: ExtractKind) -> String? {
        if self == .ledger {
            return evidence.otherWithMinus.map {
                (kind == .payments
                    ? "payments have the sign of a ledger" : "invoices have a minus, and credits have none")
                    + ", as \($0.text) on line \($0.line); turned round"
            }
        }
        let turned =
            switch self {
            case .turns(.credit): "amounts marked as credit"
            case .turns(.debit): "amounts marked as debit"
            case .turnsTypes where kind == .payments: "amounts of payments that went back"
            case .turnsTypes: "amounts of credits and payments"
            case .signed, .ledger: ""
            }
        if let proof = evidence.without, self != .signed {
            return "\(turned) are taken as negative, as \(proof.text) on line \(proof.line)"
        }
        return evidence.withMinus.map {
            "changes nothing: amounts have their own sign, as \($0.text) on line \($0.line)"
        }
    }
}
