import Receivables

/// Reads the cells of rows by a file's conventions: amounts, days, currencies, numbers of documents.
struct CellReader {
    let header: Header
    let conventions: Conventions
    let defaultCurrency: Currency?
    let defaultSource: String
    let today: Day
    var notices = Notices()
    /// Rows that were left out because they are settled.
    var cleared = ClearedRows()

    private var currencies = CurrencyMemory()
    private var types: DocumentTypes
    private var statuses = DocumentStatuses()
    /// The day on which the extract was true.
    let extractDay: Day
    var termsMemory: [UInt64: Terms?] = [:]
    let houseTerms: [TermsCode: Terms]

    init(
        header: Header, conventions: Conventions, defaultCurrency: Currency?, defaultSource: String, today: Day,
        extractDay: Day, houseTerms: [TermsCode: Terms] = [:]
    ) {
        self.houseTerms = houseTerms
        self.extractDay = extractDay
        self.header = header
        types = DocumentTypes(header)
        self.conventions = conventions
        self.defaultCurrency = defaultCurrency
        self.defaultSource = defaultSource
        self.today = today
    }

    @inline(__always)
    func cell(_ meaning: ColumnMeaning, _ record: Record) -> Cell { record[header[meaning]] }

    func text(_ meaning: ColumnMeaning, _ record: Record) -> String {
        header.has(meaning) ? cell(meaning, record).unguardedText : ""
    }

    /// The system that the row comes from.
    func source(_ record: Record) -> String {
        let own = text(.source, record)
        return own.isEmpty ? defaultSource : own
    }

    /// The number of a document, as text.
    func identifier(_ meaning: ColumnMeaning, _ record: Record) -> String {
        header.has(meaning) ? conventions.identifier(cell(meaning, record), meaning).text : ""
    }

    /// What the row's status says.
    @inline(__always)
    mutating func status(_ record: Record) -> DocumentStatus {
        header.has(.status) ? statuses.status(of: cell(.status, record)) : .other
    }

    /// What columns come to; a blank is nothing there.
    mutating func sum(
        of columns: [Int], _ record: Record, _ currency: (Currency, exponent: Int)
    ) throws(RowRefusal) -> Int64 {
        var sum: Int64 = 0
        for column in columns {
            let cell = record[column]
            guard let scanned = try? scanAmount(cell, sign(column, .open, record)) else {
                guard cell.isEmpty || cell.allSatisfy({ $0 == 0x2D }) else {
                    throw RowRefusal(column: .open, reason: "“\(cell.quotable)” is no amount")
                }
                continue
            }
            sum = sum.saturatingAdd(scanned.minor(exponent: currency.exponent)?.amount ?? 0)
        }
        return sum
    }

    static func destroyed(_ number: String, _ column: ColumnMeaning) -> RowRefusal {
        RowRefusal(
            column: column,
            reason: "“\(number)”: Excel has destroyed this number; export it again, and don't open it in between")
    }

    /// The number of an item: of a document that is paid in parts, with the part's own behind it from the second on.
    ///
    /// - Throws: for a number that a spreadsheet has destroyed.
    func itemNumber(_ record: Record) throws(RowRefusal) -> String {
        let number = identifier(.itemNumber, record)
        if CellReader.isDestroyed(number) { throw CellReader.destroyed(number, .itemNumber) }
        guard header.has(.itemPart), !number.isEmpty else { return number }
        let cell = cell(.itemPart, record)
        guard let part = Int(cell.text), part > 1 else { return number }
        return "\(number)/\(part)"
    }

    /// `2,02609E+11`.
    static func isDestroyed(_ number: String) -> Bool {
        // `2,02609E+11` has a plus, as few numbers have.
        guard number.utf8.contains(0x2B), let mark = number.firstIndex(where: { $0 == "E" || $0 == "e" }) else {
            return false
        }
        let (front, back) = (number[..<mark], number[number.index(after: mark)...])
        return front.contains { $0 == "," || $0 == "." } && front.allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
            && back.first == "+" && back.count >= 2 && back.dropFirst().allSatisfy(\.isNumber)
    }

    /// Whether nothing stands in the row's cell of a meaning.
    func isBlank(_ meaning: ColumnMeaning, _ record: Record) -> Bool { cell(meaning, record).isEmpty }

    // Days

    enum OptionalDay {
        case day(Day)
        case none
        case endless
    }

    /// A day that may be missing.
    mutating func day(_ meaning: ColumnMeaning, _ record: Record) throws(RowRefusal) -> OptionalDay {
        guard header.has(meaning) else { return .none }
        let cell = cell(meaning, record)
        switch conventions.date(meaning).reading(cell) {
        case .day(let day):
            if conventions.date(meaning).hasFewSerials, cell.count == 5, cell.allSatisfy({ (0x30...0x39).contains($0) })
            {
                notices.note(.serialDay, line: record.line, example: cell.quotable)
            }
            if day.number < today.number - 7_305 || day.number > today.number + 1_826 {
                notices.note(.oddDay, line: record.line, example: cell.quotable)
            }
            return .day(day)
        case .blank: return .none
        case .endless: return .endless
        case .unreadable:
            if !cell.isEmpty, cell.allSatisfy({ $0 == 0x23 }) {
                throw RowRefusal(
                    column: meaning,
                    reason: "“\(cell.quotable)”: the column was too narrow in Excel; widen it, and save the file again")
            }
            throw RowRefusal(column: meaning, reason: "“\(cell.quotable)” is no date")
        }
    }

    /// A day that must be there.
    mutating func requiredDay(_ meaning: ColumnMeaning, _ record: Record) throws(RowRefusal) -> Day {
        guard case .day(let day) = try day(meaning, record) else {
            throw RowRefusal(column: meaning, reason: "no date")
        }
        return day
    }

    // Money

    /// The decimal sign of a cell: that of its column, or a point if it is a number in its sheet.
    @inline(__always)
    func sign(_ meaning: ColumnMeaning, _ record: Record) -> DecimalSign { sign(header[meaning], meaning, record) }

    @inline(__always)
    private func sign(_ column: Int, _ meaning: ColumnMeaning, _ record: Record) -> DecimalSign {
        record.isNumber(column) ? .point : conventions.sign(meaning)
    }

    /// The row's currency, and its number of decimals.
    mutating func currency(_ record: Record, amount: ColumnMeaning) throws(RowRefusal) -> (Currency, exponent: Int) {
        let cell = cell(.currency, record)
        if !cell.isEmpty {
            if let known = currencies.currency(of: cell) { return known }
            throw RowRefusal(column: .currency, reason: "“\(cell.quotable)” is no currency code")
        }
        let own = try? scanAmount(self.cell(amount, record), sign(amount, record)).unit
        guard let currency = own ?? defaultCurrency else {
            throw RowRefusal(column: .currency, reason: "no currency: give one with --currency")
        }
        return (currency, currency.exponent)
    }

    /// Minor units. A blank is refused: it is unknown, not zero.
    mutating func amount(
        _ meaning: ColumnMeaning, _ record: Record, _ currency: (Currency, exponent: Int)
    ) throws(RowRefusal) -> Int64 {
        guard let amount = try optionalAmount(meaning, record, currency) else {
            throw RowRefusal(column: meaning, reason: "no amount")
        }
        return amount
    }

    /// Minor units, or nil for a blank.
    @inline(__always)
    mutating func optionalAmount(
        _ meaning: ColumnMeaning, _ record: Record, _ currency: (Currency, exponent: Int)
    ) throws(RowRefusal) -> Int64? {
        let cell = cell(meaning, record)
        let scanned: ScannedAmount
        do {
            scanned = try scanAmount(cell, sign(meaning, record))
        } catch .blank {
            return nil
        } catch {
            throw RowRefusal(column: meaning, reason: "“\(cell.quotable)” is no amount")
        }
        guard scanned.fits(currency.0) else {
            throw RowRefusal(column: meaning, reason: "“\(cell.quotable)” is not in \(currency.0.code)")
        }
        guard let (minor, isRounded) = scanned.minor(exponent: currency.exponent) else {
            throw RowRefusal(column: meaning, reason: "“\(cell.quotable)” is too large to be true")
        }
        if isRounded { notices.note(.rounded, line: record.line, example: cell.quotable) }
        if scanned.isScientific { notices.note(.scientific, line: record.line, example: cell.quotable) }
        if scanned.isDebitOrCredit { notices.note(.debitOrCredit, line: record.line, example: cell.quotable) }
        return minor
    }

    /// Whether the row's mark, or else its type, makes its amounts negative. A blank marks nothing.
    @inline(__always)
    mutating func isNegative(_ record: Record) throws(RowRefusal) -> Bool {
        switch conventions.marks {
        case .signed: return false
        case .ledger: return true
        case .turnsTypes: return documentType(record).isOpposite(in: header.kind)
        case .turns(let side):
            let cell = cell(.debitOrCredit, record)
            if cell.isEmpty { return false }
            guard let mark = DebitCreditMark(cell) else {
                throw RowRefusal(column: .debitOrCredit, reason: "“\(cell.quotable)” is neither debit nor credit")
            }
            return mark == side
        }
    }

    mutating func documentType(_ record: Record) -> DocumentType {
        header.has(.documentType) ? types.type(of: cell(.documentType, record)) : .other
    }

    /// Whether the row is a quote, an order or a proforma.
    mutating func isOffer(_ record: Record) -> Bool {
        header.has(.documentType) && types.isOffer(cell(.documentType, record))
    }

    /// Money that stands among the open items.
    mutating func isPayment(_ record: Record) -> Bool {
        documentType(record) == .payment || cell(.documentType, record).text.lowercased() == "dz"
    }

    /// Whether a column of its own says that the row's document was made void: by a yes, or by the day of it.
    func isVoid(_ record: Record) throws(RowRefusal) -> Bool {
        guard header.has(.voidFlag) else { return false }
        let cell = cell(.voidFlag, record)
        if cell.isEmpty { return false }
        if let flag = Flag(cell.text) { return flag == .yes }
        switch scanDate(cell) {
        case .day, .numbers: return true
        case .blank: return false
        default: throw RowRefusal(column: .voidFlag, reason: "“\(cell.quotable)” says neither yes nor no")
        }
    }
}

/// Keeps the last currency, for it is mostly the next one's too.
private struct CurrencyMemory {
    private var key: UInt32 = 0
    private var known: (Currency, exponent: Int) = (.usd, 2)

    @inline(__always)
    mutating func currency(of cell: Cell) -> (Currency, exponent: Int)? {
        guard cell.count == 3 else { return nil }
        let key = UInt32(cell[0]) << 16 | UInt32(cell[1]) << 8 | UInt32(cell[2])
        if key == self.key { return known }
        guard let currency = Currency(cell.text) else { return nil }
        self.key = key
        known = (currency, currency.exponent)
        return known
    }
}
