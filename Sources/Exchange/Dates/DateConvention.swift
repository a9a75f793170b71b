import Receivables

/// How the dates of one column are read, decided from all of it.
struct DateConvention {
    /// The order of three bare numbers, where the column has any.
    var order: DateOrder?
    /// Bare numbers are a spreadsheet's days.
    var hasSerials = false
    /// A few bare numbers stand among dates: somebody's spreadsheet has changed those rows.
    var hasFewSerials = false
    /// In words, for the report.
    var words = ""

    /// Bare numbers count from 1 January 1904.
    var countsFrom1904 = false

    /// The day that a spreadsheet calls 0: 30 December 1899, so that 1 March 1900 and later come out right.
    private static let serialZero = -25_569
    private static let serialZero1904 = -24_107

    enum Reading {
        case day(Day)
        case blank
        case endless
        case unreadable
    }

    @inline(__always)
    func reading(_ cell: Cell) -> Reading {
        switch scanDate(cell) {
        case .day(let day): return .day(day)
        case .blank: return .blank
        case .endless: return .endless
        case .numbers(let numbers):
            guard let order, let day = numbers.day(order) else { return .unreadable }
            return .day(day)
        case .serial(let number):
            guard hasSerials || hasFewSerials, DateEvidence.saneSerials.contains(number) else { return .unreadable }
            let zero = countsFrom1904 ? DateConvention.serialZero1904 : DateConvention.serialZero
            return .day(Day(number: Int32(number + zero)))
        case .destroyed, .unreadable: return .unreadable
        }
    }
}

/// Decides the order of every date column of a file. Columns share one order unless their values contradict.
struct DateDecision {
    let file: String
    let override: DateOrder?
    /// The workbook counts days from 1904.
    var countsFrom1904 = false
    /// The headers are in a language whose writers put the day first.
    var isDayFirst = false
    /// Under each order, rows whose due date would come before their invoice date.
    let dueBeforeIssued: [DateOrder: Int]

    func conventions(
        _ evidence: [(column: String, evidence: DateEvidence)]
    ) throws(ImportError) -> [DateConvention] {
        for (column, evidence) in evidence where evidence.isAllDestroyed {
            if let sample = evidence.firstDestroyed {
                throw .destroyedDates(file: file, column: column, sample: sample)
            }
        }
        if override == nil, let (column, exchanged) = evidence.firstExchanged {
            throw .exchangedDates(
                file: file, column: column, understood: exchanged.understood, left: exchanged.left)
        }
        let shared = sharedOrders(evidence.map(\.evidence))
        let sharedProof = evidence.first { $0.evidence.proof != nil }
        var conventions: [DateConvention] = []
        for (column, evidence) in evidence {
            conventions.append(try convention(column, evidence, shared: shared, sharedProof: sharedProof))
        }
        return conventions
    }

    /// The orders that fit all columns, or nil where they contradict each other.
    private func sharedOrders(_ evidence: [DateEvidence]) -> DateOrders? {
        let orders = evidence.filter { $0.numeric > 0 }.reduce(DateOrders.all) { $0.intersection($1.orders) }
        return orders.isEmpty ? nil : orders
    }

    private func convention(
        _ column: String, _ evidence: DateEvidence, shared: DateOrders?,
        sharedProof: (column: String, evidence: DateEvidence)?
    ) throws(ImportError) -> DateConvention {
        var convention = DateConvention(
            hasSerials: evidence.isAllSerials, hasFewSerials: evidence.hasFewSerials, countsFrom1904: countsFrom1904)
        guard evidence.numeric > 0 else {
            convention.words = evidence.isAllSerials ? "days as a spreadsheet counts them" : "plain"
            return convention
        }
        if let override {
            convention.order = override
            convention.words = "\(override.words), as you said"
            return convention
        }
        if let (first, second) = evidence.contradiction {
            throw .contradictoryDates(file: file, column: column, first: first, second: second)
        }
        let orders = shared ?? evidence.orders
        if let order = orders.single {
            convention.order = order
            convention.words = order.words
            if let proof = evidence.proof {
                convention.words += ", proved by \(proof.text) on line \(proof.line)"
            } else if let other = sharedProof {
                convention.words += ", as in \(other.column)"
            }
            return convention
        }
        if isDayFirst, orders.list.contains(.dayMonthYear) {
            convention.order = .dayMonthYear
            convention.words = "\(DateOrder.dayMonthYear.words), as the language of the headers has it"
            return convention
        }
        guard let order = agreedOrder(evidence, orders) else {
            throw .ambiguousDates(
                file: file, column: column, samples: samples(evidence, orders), hint: hint(orders))
        }
        convention.order = order
        convention.words = "the same day either way"
        return convention
    }

    /// Any order, where all of them read every value alike (05/05/2025).
    private func agreedOrder(_ evidence: DateEvidence, _ orders: DateOrders) -> DateOrder? {
        guard let first = orders.list.first, evidence.samples.count == evidence.numeric else { return nil }
        let agrees = evidence.samples.allSatisfy { sample in
            orders.list.allSatisfy { sample.numbers.day($0) == sample.numbers.day(first) }
        }
        return agrees ? first : nil
    }

    private func samples(_ evidence: DateEvidence, _ orders: DateOrders) -> [DateSample] {
        evidence.samples.map { sample in
            var readings: [DateOrder: Day] = [:]
            for order in orders.list { readings[order] = sample.numbers.day(order) }
            return DateSample(value: sample.value, readings: readings)
        }
    }

    /// What the rows make likely: no one's invoices are due before they are written.
    private func hint(_ orders: DateOrders) -> String {
        let counts = orders.list.map { ($0, dueBeforeIssued[$0] ?? 0) }
        guard let worst = counts.max(by: { $0.1 < $1.1 }), let best = counts.min(by: { $0.1 < $1.1 }),
            worst.1 > best.1
        else { return "" }
        return "As \(worst.0.words) \(worst.1) due dates lie before their invoice dates, "
            + "as \(best.0.words) \(best.1 == 0 ? "none" : String(best.1))."
    }
}

extension [(column: String, evidence: DateEvidence)] {
    fileprivate var firstExchanged: (column: String, values: (understood: Sighting, left: Sighting))? {
        for (column, evidence) in self { if let values = evidence.exchanged { return (column, values) } }
        return nil
    }
}
