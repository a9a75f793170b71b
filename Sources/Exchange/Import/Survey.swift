import Receivables

/// The first reading of a file's rows: what its columns show about how they are written.
struct Survey {
    private(set) var rows = 0
    private(set) var dates: [(meaning: ColumnMeaning, evidence: DateEvidence)]
    private(set) var amounts: [(meaning: ColumnMeaning, evidence: DecimalEvidence)]
    private(set) var identifiers: [(meaning: ColumnMeaning, evidence: IdentifierEvidence)]
    /// Under each order, rows whose due date would come before their invoice date.
    private(set) var dueBeforeIssued: [DateOrder: Int] = [:]
    /// What the amounts and the marks or types beside them show together.
    private(set) var signs = SignEvidence()
    /// How many amounts have a minus, where neither marks nor types say whose they are.
    private(set) var minuses = MinusCount()
    /// Some row's type says that it is a payment.
    private(set) var namesPayments = false
    /// Customers that are headings, where no column names them.
    private(set) var groups = GroupEvidence()
    /// What statuses say, those that were met.
    private(set) var statuses: Set<DocumentStatus> = []
    /// Numbers of documents that stand on several rows.
    private(set) var shared = SharedNumbers()
    /// Whether a customer is named only on the first of its rows.
    private(set) var blocks: CustomerBlocks
    /// Types of documents that nobody knows; the first of them.
    var unknownTypes: [String] { types.unknown }
    /// Statuses that nobody knows; the first of them.
    var unknownStatuses: [String] { statusMemory.unknown }
    /// The first row of another currency than the one by which a column of amounts is called.
    private(set) var otherCurrency: (cell: Sighting, named: NamedCurrency)?
    private let namedCurrency: NamedCurrency?
    /// Some amount names its currency itself.
    private(set) var sawUnit = false

    private let exponentOfOthers: Int
    private let header: Header
    private let sieve: RowSieve
    private var shape: RowShape
    private var types: DocumentTypes
    private var statusMemory = DocumentStatuses()
    /// Rows may be several of one document.
    private let hasDocuments: Bool
    /// The columns whose amounts have a sign by a mark or a type.
    private let signed: [ColumnMeaning]
    /// The column whose minuses are counted.
    private let counted: Int?

    /// - Parameter currency: of rows that name none.
    init(_ header: Header, currency: Currency? = nil) {
        exponentOfOthers = currency?.exponent ?? 2
        self.header = header
        sieve = RowSieve(header)
        shape = RowShape(header)
        types = DocumentTypes(header)
        blocks = CustomerBlocks(header)
        hasDocuments = header.kind == .openItems && header.has(.itemNumber) && !header.has(.unitAmount)
        let found = header.found
        namedCurrency = header.has(.currency) ? NamedCurrency(header) : nil
        let hasSides = header.has(.debitOrCredit) || header.has(.documentType) || header.kind == .payments
        counted =
            hasSides || header.has(.debit) || header.kind != .openItems
            ? nil : [ColumnMeaning.open, .amount].first { header.has($0) }.map { header[$0] }
        signed = hasSides ? [.open, .amount, .unitAmount].filter { header.has($0) } : []
        dates = found.filter(\.isDay).map { ($0, DateEvidence()) }
        // What columns of ages hold is what is open.
        amounts = (found.filter(\.isAmount) + (header.isOpenByAge ? [.open] : [])).map { ($0, DecimalEvidence()) }
        identifiers = found.filter(\.isIdentifier).map { ($0, IdentifierEvidence()) }
    }

    mutating func add(_ record: Record) {
        guard record.line > header.line else {
            if header.grouping == .labelled { groups.pass(record, .pageLine, .labelled) }
            return
        }
        if let reason = sieve.skip(record) {
            if header.isGrouped { groups.pass(record, reason, header.grouping) }
            return
        }
        guard shape.problem(record) == nil else { return }
        rows += 1
        blocks.add(record)
        if let namedCurrency { compareCurrency(record, namedCurrency) }
        if header.has(.status) { statuses.insert(statusMemory.status(of: record[header[.status]])) }
        if hasDocuments, let key = SharedNumbers.key(record, header) { shared.add(key) }
        if !signed.isEmpty { compareSigns(record) }
        if let counted { minuses.add(record[counted], line: record.line) }
        for place in dates.indices {
            let cell = record[header[dates[place].meaning]]
            dates[place].evidence.add(scanDate(cell), cell, line: record.line)
        }
        let exponent = self.exponent(record)
        for place in amounts.indices {
            if header.isOpenByAge, amounts[place].meaning == .open {
                for column in header.buckets { addAmount(record, column, to: place, exponent: exponent) }
            } else {
                addAmount(record, header[amounts[place].meaning], to: place, exponent: exponent)
            }
        }
        for place in identifiers.indices {
            identifiers[place].evidence.add(record[header[identifiers[place].meaning]], line: record.line)
        }
        if rows <= 100 { lookForUnit(record) }
        if rows <= 10_000 { compareDays(record) }
    }

    @inline(__always)
    private mutating func addAmount(_ record: Record, _ column: Int, to place: Int, exponent: Int = 2) {
        if record.isNumber(column) {
            amounts[place].evidence.addNumber()
        } else {
            amounts[place].evidence.add(record[column], line: record.line, exponent: exponent)
        }
    }

    /// Frees what only the first reading needs.
    mutating func close() { shared.close() }

    /// How many decimals the row's currency has.
    private func exponent(_ record: Record) -> Int {
        guard header.has(.currency) else { return exponentOfOthers }
        let cell = record[header[.currency]]
        guard cell.count == 3 else { return exponentOfOthers }
        return Currency(cell[0], cell[1], cell[2])?.exponent ?? 2
    }

    private mutating func compareCurrency(_ record: Record, _ named: NamedCurrency) {
        let cell = record[header[.currency]]
        guard otherCurrency == nil, !cell.isEmpty, let currency = Currency(cell.text.uppercased()),
            currency != named.currency
        else { return }
        otherCurrency = (Sighting(text: cell.quotable, line: record.line), named)
    }

    private mutating func lookForUnit(_ record: Record) {
        guard !sawUnit else { return }
        for (meaning, _) in amounts {
            let cell = record[header[meaning]]
            sawUnit = sawUnit || scanAmount(cell)?.unit != nil
        }
    }

    private mutating func compareSigns(_ record: Record) {
        guard let isOpposite = isOpposite(record) else { return }
        for meaning in signed { signs.add(isOpposite: isOpposite, record[header[meaning]], line: record.line) }
    }

    /// Whether the row's mark, or else its type, is of those with the other sign; nil for a mark that is none.
    private mutating func isOpposite(_ record: Record) -> Bool? {
        if header.has(.debitOrCredit) {
            return DebitCreditMark(record[header[.debitOrCredit]]).map {
                $0 == DebitCreditMark.opposite(in: header.kind)
            }
        }
        guard header.has(.documentType) else { return false }
        let type = types.type(of: record[header[.documentType]])
        namesPayments = namesPayments || type == .payment
        return type.isOpposite(in: header.kind)
    }

    private mutating func compareDays(_ record: Record) {
        guard case .numbers(let issued) = scanDate(record[header[.day]]),
            case .numbers(let due) = scanDate(record[header[.due]])
        else { return }
        for order in DateOrder.allCases {
            guard let issued = issued.day(order), let due = due.day(order), due < issued else { continue }
            dueBeforeIssued[order, default: 0] += 1
        }
    }
}

/// What a column of numbers of documents or accounts shows: whether a spreadsheet made `1930438491.0` of them.
struct IdentifierEvidence {
    private(set) var withPointZero = 0
    private(set) var example: Sighting?
    private var withOtherDecimals = 0

    @inline(__always)
    mutating func add(_ cell: Cell, line: Int) {
        guard cell.count > 2, cell[cell.count - 2] == 0x2E else { return }
        guard cell.dropLast(2).allSatisfy({ (0x30...0x39).contains($0) }) else { return }
        if cell[cell.count - 1] == 0x30 {
            withPointZero += 1
            if example == nil { example = Sighting(text: cell.quotable, line: line) }
        } else {
            withOtherDecimals += 1
        }
    }

    /// `1.1`, `1.2`, `1.0` are numbers of a kind of their own.
    var stripsPointZero: Bool { withPointZero > 0 && withOtherDecimals == 0 }
}
