import Receivables

/// What a column of its own says of an amount: debit or credit, as SAP's `S` and `H`, `D` and `C`, `Dr` and `Cr`.
enum DebitCreditMark {
    case debit, credit

    init?(_ cell: Cell) {
        guard cell.count <= 6 else { return nil }
        switch cell.text.lowercased() {
        case "s", "soll", "d", "dr", "db", "dbit", "debit", "debe", "dare": self = .debit
        case "h", "haben", "c", "cr", "k", "crdt", "credit", "haber", "avere": self = .credit
        default: return nil
        }
    }
}

/// What a file's marks and amounts show together: whether the amounts carry a sign already.
struct MarkEvidence {
    /// The side whose amounts lower what is owed, or what was paid.
    private let negative: DebitCreditMark
    /// Of that side the first amount with a minus, and the first without.
    private(set) var withMinus: Sighting?
    private(set) var without: Sighting?
    /// Of the other side the first with a minus.
    private(set) var otherWithMinus: Sighting?

    init(_ kind: ExtractKind) { negative = kind == .payments ? .debit : .credit }

    mutating func add(_ mark: Cell, _ amount: Cell, line: Int) {
        guard let mark = DebitCreditMark(mark),
            let scanned = (try? scanAmount(amount, .point)) ?? (try? scanAmount(amount, .comma)), scanned.digits != 0
        else { return }
        func see(_ sighting: inout Sighting?) {
            if sighting == nil { sighting = Sighting(text: amount.quotable, line: line) }
        }
        switch (mark == negative, scanned.isNegative) {
        case (true, true): see(&withMinus)
        case (true, false): see(&without)
        case (false, true): see(&otherWithMinus)
        case (false, false): break
        }
    }
}

/// How the column of marks is taken, decided for the whole file.
enum MarkReading: Equatable {
    /// The amounts carry their sign, or no mark says otherwise.
    case signed
    /// Amounts of this side are negative.
    case turns(DebitCreditMark)

    /// - Parameter column: its header.
    /// - Throws: `contradictoryMarks`, where the signs can mean neither.
    init(_ evidence: MarkEvidence, _ kind: ExtractKind, file: String, column: String) throws(ImportError) {
        guard let without = evidence.without else {
            self = .signed
            return
        }
        if let other = evidence.withMinus ?? evidence.otherWithMinus {
            throw .contradictoryMarks(file: file, column: column, first: without, second: other)
        }
        self = .turns(kind == .payments ? .debit : .credit)
    }

    func words(_ evidence: MarkEvidence) -> String {
        switch (self, evidence.without, evidence.withMinus) {
        case (.turns(.credit), let proof?, _): "amounts marked as credit are taken as negative, as \(proof.text) on line \(proof.line)"
        case (.turns(.debit), let proof?, _): "amounts marked as debit are taken as negative, as \(proof.text) on line \(proof.line)"
        case (_, _, let proof?): "changes nothing: amounts have their own sign, as \(proof.text) on line \(proof.line)"
        default: "changes nothing"
        }
    }
}
