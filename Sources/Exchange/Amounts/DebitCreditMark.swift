import Receivables

/// What a column of its own says of an amount: debit or credit, as SAP's `S` and `H`, `D` and `C`, `Dr` and `Cr`.
enum DebitCreditMark {
    case debit, credit

    init?(_ cell: Cell) {
        guard cell.count <= 7 else { return nil }
        switch cell.text.lowercased() {
        case "s", "soll", "d", "dr", "db", "dbit", "debit", "debe", "dare", "debet", "débit", "wn", "+":
            self = .debit
        case "h", "haben", "c", "cr", "k", "crdt", "credit", "haber", "avere", "kredit", "crédit", "ma", "-":
            self = .credit
        default: return nil
        }
    }

    /// The side whose amounts lower what is owed, or what was paid.
    static func opposite(in kind: ExtractKind) -> DebitCreditMark { kind == .payments ? .debit : .credit }
}
