import Receivables

/// What a whole column shows about how its dates are written (DOMAIN.md §7: decided per column, never per row).
struct DateEvidence {
    /// The orders that fit every value so far.
    private(set) var orders = DateOrders.all
    /// The value that left only one order.
    private(set) var proof: Sighting?
    /// Two values that fit no order together.
    private(set) var contradiction: (Sighting, Sighting)?
    /// Values that read differently under the orders left, a few.
    private(set) var samples: [(value: Sighting, numbers: DateNumbers)] = []
    private(set) var numeric = 0
    private(set) var plain = 0
    private(set) var serials = 0
    private(set) var destroyed = 0
    private(set) var firstDestroyed: Sighting?
    private var firstNumeric: Sighting?
    private var firstPlain: Sighting?
    /// Some plain day lies behind the 12th of its month.
    private var hasLatePlain = false
    /// Bare numbers outside the days that a spreadsheet would hold for a receivable.
    private(set) var hasOddSerial = false

    /// 1954 to 2119.
    static let saneSerials = 20_000...80_000

    mutating func add(_ scanned: ScannedDate, _ cell: Cell, line: Int) {
        switch scanned {
        case .numbers(let numbers): add(numbers, cell, line)
        case .day(let day): add(day, cell, line)
        case .serial(let number):
            serials += 1
            hasOddSerial = hasOddSerial || !DateEvidence.saneSerials.contains(number)
        case .destroyed:
            destroyed += 1
            if firstDestroyed == nil { firstDestroyed = Sighting(text: cell.quotable, line: line) }
        case .blank, .endless, .unreadable: break
        }
    }

    private mutating func add(_ day: Day, _ cell: Cell, _ line: Int) {
        plain += 1
        if firstPlain == nil { firstPlain = Sighting(text: cell.quotable, line: line) }
        if !hasLatePlain { hasLatePlain = day.civil.day > 12 }
    }

    /// What shows that a spreadsheet took the day for the month where it could: it understood no day behind the 12th,
    /// and left none before the 13th as text.
    var exchanged: (understood: Sighting, left: Sighting)? {
        guard plain >= DateEvidence.leastPlain, !hasLatePlain, numeric > 0, samples.isEmpty else { return nil }
        guard let firstPlain, let firstNumeric else { return nil }
        return (firstPlain, firstNumeric)
    }

    /// Three days in a row before the 13th happen by chance, but not often next to texts behind the 12th.
    private static let leastPlain = 3

    private mutating func add(_ numbers: DateNumbers, _ cell: Cell, _ line: Int) {
        let fitting = numbers.orders
        guard !fitting.isEmpty else { return }
        numeric += 1
        if firstNumeric == nil { firstNumeric = Sighting(text: cell.quotable, line: line) }
        if samples.count < 4, fitting.list.count > 1 {
            samples.append((Sighting(text: cell.quotable, line: line), numbers))
        }
        // Most values tell nothing new, so most stop here.
        guard contradiction == nil, !orders.isSubset(of: fitting) else { return }
        let left = orders.intersection(fitting)
        let sighting = Sighting(text: cell.quotable, line: line)
        if left.isEmpty {
            contradiction = (proof ?? firstNumeric ?? sighting, sighting)
        } else {
            orders = left
            if left.single != nil { proof = sighting }
        }
    }

    var isAllSerials: Bool { serials > 0 && numeric == 0 && plain == 0 && !hasOddSerial }
    /// Some are a spreadsheet's days, all within its years.
    var hasFewSerials: Bool { serials > 0 && !isAllSerials && !hasOddSerial }
    var isAllDestroyed: Bool { destroyed > 0 && numeric == 0 && plain == 0 && serials == 0 }
}
