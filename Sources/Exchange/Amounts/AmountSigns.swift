/// What the signs of a file's amounts mean.
public enum AmountSigns: String, Sendable, Hashable, CaseIterable, Codable {
    /// What is owed to us has no minus.
    case asWritten = "as-written"
    /// What is owed to us has a minus, as some ledgers write the customers' side.
    case turned

    /// What it says of the amounts with a minus.
    public var words: String {
        switch self {
        case .asWritten: "amounts with a minus are credits: we owe them"
        case .turned: "amounts with a minus are invoices: they are owed to us"
        }
    }
}

/// How many amounts of what customers owe have a minus.
struct MinusCount {
    private(set) var withMinus = 0
    private(set) var without = 0
    private(set) var first: Sighting?

    @inline(__always)
    mutating func add(_ cell: Cell, line: Int) {
        if cell.contains(where: { $0 == 0x2D || $0 == 0x28 }) {
            addSigned(cell, line: line)
        } else if cell.contains(where: { (0x31...0x39).contains($0) }) {
            without += 1
        }
    }

    private mutating func addSigned(_ cell: Cell, line: Int) {
        guard let amount = scanAmount(cell), amount.digits != 0 else { return }
        guard amount.isNegative else { return without += 1 }
        withMinus += 1
        if first == nil { first = Sighting(text: cell.quotable, line: line) }
    }

    /// Three of four at least have one: either the file lists credits, or its signs are those of the other side.
    var isMost: Bool { withMinus >= 3 && withMinus >= 3 * without }
}
