import Receivables

/// Takes a file's rows from cells to facts: sieve, copies, account, then whatever the kind holds.
struct RowReading {
    private(set) var cells: CellReader
    private let header: Header
    private let sieve: RowSieve
    private var shape: RowShape
    private let items: ItemReader
    private(set) var accounts: AccountReader
    /// Whose rows these are, where no column says it.
    private var groups: CustomerGroups?
    /// A customer is named only on the first of its rows; the one of the row above, where it is known.
    private let namesOnce: Bool
    private var above: (number: AccountNumber, place: Int)?
    private var seen = FingerprintSet()
    /// A document whose lines are being added up.
    private var pending: ItemRow?
    private let shared: SharedNumbers
    /// Documents that stand on several rows.
    private var documents = SharedDocuments()
    /// Of the row that is being read, where it is one of several of its document.
    private var documentKey: UInt64?
    /// What the ERP says of a promise in the row that is being read.
    private var promised: NoteRow?
    /// The fiscal year of that row's number; empty where none is said.
    private var year = ""

    enum Fate {
        case accepted
        case skipped(SkipReason)
        case rejected(RowProblem)
    }

    init(_ layout: FileLayout) {
        header = layout.header
        sieve = RowSieve(header)
        shape = RowShape(header)
        items = ItemReader(header)
        accounts = AccountReader(header)
        groups = header.grouping.map { CustomerGroups(layout.groups, $0) }
        cells = CellReader(
            header: header, conventions: layout.conventions, defaultCurrency: layout.currency,
            defaultSource: layout.source, today: layout.today, extractDay: layout.day,
            houseTerms: layout.houseTerms)
        namesOnce = layout.namesOnce
        shared = layout.shared
    }

    mutating func read(_ record: Record, _ body: (consuming ExtractRow) throws -> Void) throws -> Fate {
        if let reason = sieve.skip(record) {
            groups?.pass(record, reason)
            if reason == .total { above = nil }
            return .skipped(reason)
        }
        do {
            if let problem = shape.problem(record) {
                above = nil
                throw RowRefusal(reason: problem)
            }
            if !isOfItems, !isNameless(record), isRepeated(record) { return .skipped(.repeated) }
            if header.kind == .rates {
                try pass(try RateReader().read(record, &cells), nil, body)
                return .accepted
            }
            if header.kind == .payments, !header.has(.account), !header.isGrouped {
                return try pass(try PaymentReader(header).read(record, account: AccountNumber(""), &cells), body)
            }
            if header.kind == .answers { return try pass(AnswerReader().read(record, cells), body) }
            let (account, place) = try account(record)
            documentKey =
                shared.isEmpty ? nil : SharedNumbers.key(record, header).flatMap { shared.contains($0) ? $0 : nil }
            let outcome = try outcome(record, account, place)
            promised = try promise(record, account, outcome)
            if case .skipped(let reason) = outcome { return .skipped(reason) }
            if isOfItems, !isFoundLater(outcome), isRepeated(record) { return .skipped(.repeated) }
            year = header.has(.fiscalYear) && documentKey != nil ? cells.text(.fiscalYear, record) : ""
            try pass(outcome, accounts.news(ofPlace: place, record, &cells), body)
            return .accepted
        } catch let refusal as RowRefusal {
            if isOfItems, isRepeated(record) { return .skipped(.repeated) }
            try tellRefused(record, body)
            let column = refusal.column.map(header.name) ?? ""
            return .rejected(RowProblem(line: record.line, column: column, reason: refusal.reason))
        }
    }

    /// The heading under which the reading is; nil where customers have a column.
    var group: String? { groups?.current?.number }

    /// Goes past a row above the header, which may name the first customer.
    mutating func passTitle(_ record: Record) {
        if header.grouping == .labelled { groups?.pass(record, .pageLine) }
    }

    @inline(__always)
    private mutating func account(_ record: Record) throws(RowRefusal) -> (AccountNumber, place: Int) {
        guard let groups else {
            guard namesOnce else { return try accounts.number(record, cells) }
            return try accountOnceNamed(record)
        }
        guard let heading = groups.current else { throw RowRefusal(reason: "no customer's heading stands above it") }
        return accounts.number(heading)
    }

    /// The row's own account, or that of the row above.
    private mutating func accountOnceNamed(_ record: Record) throws(RowRefusal) -> (AccountNumber, place: Int) {
        guard record[header[.account]].isEmpty else {
            let named = try accounts.number(record, cells)
            above = (named.0, named.place)
            return named
        }
        guard let above else { return try accounts.number(record, cells) }
        cells.notices.note(.inherited, line: record.line, example: above.number.text)
        return (above.number, above.place)
    }

    private mutating func isRepeated(_ record: Record) -> Bool { !seen.insert(record.fingerprint) }

    /// Two equal payments of a day are two, unless their number says that they are one.
    private func isNameless(_ record: Record) -> Bool {
        header.kind == .payments && cells.identifier(.paymentReference, record).isEmpty
    }

    private var isOfItems: Bool { header.kind == .openItems || header.kind == .invoiceHistory }

    /// Items that come twice are found without remembering a million rows, when they lie side by side in the order of
    /// their numbers; lines of a document must be told apart before they are added up.
    private func isFoundLater(_ outcome: RowOutcome) -> Bool {
        switch outcome {
        case .item, .items: return !items.addsLines
        default: return false
        }
    }

    /// Whose and which item a refused row is about, as far as it says.
    private mutating func tellRefused(_ record: Record, _ body: (consuming ExtractRow) throws -> Void) throws {
        guard header.kind == .openItems else { return }
        let account = (try? account(record))?.0
        let number = cells.identifier(.itemNumber, record)
        try body(
            .refused(
                account: account, company: cells.identifier(.company, record), item: number.isEmpty ? nil : number))
    }

    private mutating func outcome(
        _ record: Record, _ account: AccountNumber, _ place: Int
    ) throws(RowRefusal) -> RowOutcome {
        switch header.kind {
        case .openItems, .invoiceHistory:
            try items.read(record, account: account, place: place, isShared: documentKey != nil, &cells)
        case .payments: try PaymentReader(header).read(record, account: account, &cells)
        case .notes: try NoteReader().read(record, account: account, &cells)
        case .customers, .rates, .answers: .accountOnly
        }
    }

    /// What an ERP says of the day on which an open item was promised, as a note: no one here heard it promised.
    private mutating func promise(
        _ record: Record, _ account: AccountNumber, _ outcome: RowOutcome
    ) throws(RowRefusal) -> NoteRow? {
        guard header.kind == .openItems, header.has(.promisedDay), case .item(let item) = outcome,
            item.open ?? item.amount > 0, case .day(let day) = try cells.day(.promisedDay, record)
        else { return nil }
        return NoteRow(
            line: record.line, account: account, day: nil, author: "",
            text: "\(item.number): promised for \(day.long), says the ERP")
    }

    /// A row that says nothing of accounts.
    private mutating func pass(_ outcome: RowOutcome, _ body: (consuming ExtractRow) throws -> Void) throws -> Fate {
        if case .skipped(let reason) = outcome { return .skipped(reason) }
        try pass(outcome, nil, body)
        return .accepted
    }

    private mutating func pass(
        _ outcome: RowOutcome, _ news: CustomerRow?, _ body: (consuming ExtractRow) throws -> Void
    ) throws {
        if let news { try body(.customer(news)) }
        if let promised { try body(.note(promised)) }
        switch outcome {
        case .item(let item) where items.addsLines: try add(item, body)
        case .item(let item) where documentKey != nil: documents.add(item, year: year, key: documentKey ?? 0)
        case .item(let item): try body(.item(item))
        case .items(let parts): for part in parts { try body(.item(part)) }
        case .payments(let parts): for part in parts { try body(.payment(part)) }
        case .payment(let payment): try body(.payment(payment))
        case .rate(let rate): try body(.rate(rate))
        case .note(let note): try body(.note(note))
        case .answer(let answer): try body(.answer(answer))
        case .accountOnly, .skipped: break
        }
    }

    /// Lines of one document follow each other in the files that have lines.
    private mutating func add(_ line: ItemRow, _ body: (consuming ExtractRow) throws -> Void) throws {
        if var document = pending, document.account == line.account, document.number == line.number,
            document.company == line.company, document.currency == line.currency
        {
            document.amount = document.amount.saturatingAdd(line.amount)
            document.open = (document.open ?? 0).saturatingAdd(line.open ?? 0)
            pending = document
        } else {
            if let pending { try body(.item(pending)) }
            pending = line
        }
    }

    /// The file has ended.
    mutating func finish(_ body: (consuming ExtractRow) throws -> Void) throws {
        if let pending { try body(.item(pending)) }
        pending = nil
        for item in documents.items() { try body(.item(item)) }
    }

    /// What was assumed, in sentences.
    var sentences: [String] {
        let ofItems = header.kind == .openItems || header.kind == .invoiceHistory
        let assumption = ofItems ? items.assumption.map { [$0] } ?? [] : []
        let lines = items.addsLines ? ["a file of document lines: lines of one number are added up"] : []
        let cleared = cells.cleared.notice(column: header.name(.clearing)).map { [$0] } ?? []
        return assumption + lines + cleared + documents.notices + cells.notices.sentences
    }
}
