import Receivables

/// Reads what rows say about accounts, and says each thing once.
struct AccountReader {
    private let header: Header
    private var met = AccountIndex()
    /// Everything said so far, beyond names.
    private var said = FingerprintSet()
    /// Places of accounts by what their numbers would be without leading zeros, case and odd spaces.
    private var lookalikes = FingerprintMap()
    /// What may be one customer twice; the first of them, and how many there are.
    private(set) var duplicates: [PossibleDuplicate] = []
    private(set) var duplicateCount = 0
    private static let duplicatesKept = 1_000
    /// The customer above the rows, where no column names one.
    private var heading: CustomerHeading?

    private static let restColumns: [ColumnMeaning] = [
        .payer, .collector, .salesContact, .segment, .hold, .creditLimit, .accountTerms, .zone, .language,
        .contactName, .contactRole, .contactPhone, .contactEmail, .contactHours,
    ]
    private let restColumns: [ColumnMeaning]

    init(_ header: Header) {
        self.header = header
        restColumns = AccountReader.restColumns.filter { header.has($0) }
    }

    /// The row's account number, or the name where customers are known by names only; and its place among those met.
    mutating func number(_ record: Record, _ cells: CellReader) throws(RowRefusal) -> (AccountNumber, place: Int) {
        let cell = cells.conventions.identifier(cells.cell(.account, record), .account)
        guard !cell.isEmpty else { throw RowRefusal(column: .account, reason: "no account") }
        if let place = met.place(of: cell) { return (met[place].number, place) }
        // Macs write é as two characters; that makes no other customer.
        let text = cell.unguardedText.composed
        if CellReader.isDestroyed(text) { throw CellReader.destroyed(text, .account) }
        let number = AccountNumber(text)
        return (number, met.meet(number))
    }

    /// The account of a heading, and its place.
    mutating func number(_ heading: CustomerHeading) -> (AccountNumber, place: Int) {
        let number = AccountNumber(heading.number.composed)
        self.heading = heading
        return (number, met.meet(number))
    }

    /// What the row says about its account that no row before said, or nil.
    mutating func news(ofPlace place: Int, _ record: Record, _ cells: inout CellReader) -> CustomerRow? {
        let nameCell = cells.cell(.accountName, record)
        let name = nameCell.isEmpty ? 0 : Fingerprint.of(nameCell)
        let rest = restFingerprint(record, cells)
        let memory = met[place]
        let key = AccountReader.key(place)
        guard memory.isTold else {
            met[place] = AccountIndex.Memory(number: memory.number, name: name, rest: rest, isTold: true)
            if rest != 0 { _ = said.insert(rest ^ key) }
            noteLookalike(ofPlace: place, record.line)
            return row(memory.number, record, &cells, named: name != 0, isFirst: true)
        }
        let isNewName = name != 0 && memory.name == 0
        if name != 0, memory.name != 0, name != memory.name, said.insert(name ^ key) {
            note(PossibleDuplicate(account: memory.number, likeness: .name(nameCell.text), line: record.line))
        }
        let isNewRest = rest != 0 && rest != memory.rest && said.insert(rest ^ key)
        guard isNewName || isNewRest else { return nil }
        if isNewName { met[place].name = name }
        if isNewRest { met[place].rest = rest }
        return row(memory.number, record, &cells, named: isNewName, isFirst: false)
    }

    /// Tells what is said of one account from what is said of another.
    private static func key(_ place: Int) -> UInt64 {
        var hash = Fingerprint()
        hash.add(UInt64(place))
        return hash.value
    }

    /// 0 where the row says nothing.
    private func restFingerprint(_ record: Record, _ cells: CellReader) -> UInt64 {
        var hash = Fingerprint()
        var isBlank = true
        for meaning in restColumns {
            let cell = cells.cell(meaning, record)
            isBlank = isBlank && cell.isEmpty
            hash.add(cell)
        }
        return isBlank ? 0 : hash.value
    }

    private mutating func noteLookalike(ofPlace place: Int, _ line: Int) {
        let number = met[place].number
        var likeness = number.likeness
        let print = likeness.withUTF8 { Fingerprint.of($0) }
        let other = lookalikes[print].map { met[$0].number }
        lookalikes.insert(place, for: print)
        // Two likenesses may have one fingerprint.
        guard let other, other != number, other.likeness == likeness else { return }
        note(PossibleDuplicate(account: number, likeness: .number(other), line: line))
    }

    private mutating func note(_ duplicate: PossibleDuplicate) {
        duplicateCount += 1
        if duplicates.count < AccountReader.duplicatesKept { duplicates.append(duplicate) }
    }

    private func row(
        _ number: AccountNumber, _ record: Record, _ cells: inout CellReader, named: Bool, isFirst: Bool
    ) -> CustomerRow {
        func text(_ meaning: ColumnMeaning, _ cells: CellReader) -> String? {
            let text = cells.text(meaning, record)
            return text.isEmpty ? nil : text
        }
        var row = CustomerRow(line: record.line, number: number)
        if header.isNamed { row.name = number.text }
        if named { row.name = text(.accountName, cells)?.composed }
        if let name = heading?.name, !name.isEmpty { row.name = name.composed }
        let payer = cells.identifier(.payer, record)
        if !payer.isEmpty { row.payer = AccountNumber(payer) } else { row.payer = self.payer(of: number) }
        row.segment = text(.segment, cells)
        row.collector = text(.collector, cells)
        row.salesContact = text(.salesContact, cells)
        row.language = text(.language, cells)
        row.zone = text(.zone, cells)
        row.hold = hold(record, cells, isFirst: isFirst)
        row.terms = cells.terms(.accountTerms, record)
        if header.kind == .customers { takeMoney(of: record, &cells, into: &row) }
        var contact = Contact(
            name: cells.text(.contactName, record), role: cells.text(.contactRole, record),
            phone: cells.text(.contactPhone, record), email: cells.text(.contactEmail, record),
            preferred: preferredHours(record, &cells))
        if let heading, contact.isEmpty {
            contact = Contact(name: heading.contact, role: "", phone: heading.phone, email: heading.email)
        }
        if !contact.isEmpty { row.contacts = [contact] }
        return row
    }

    /// The customer of a job: of `Freeman:Ocean View Road` it is Freeman.
    private func payer(of number: AccountNumber) -> AccountNumber? {
        if let payer = heading?.payer, !payer.isEmpty { return AccountNumber(payer.composed) }
        guard header.isNamed, heading == nil, let colon = number.text.firstIndex(of: ":") else { return nil }
        let payer = String(number.text[..<colon]).trimmingBlanks
        let job = number.text[number.text.index(after: colon)...]
        return payer.isEmpty || job.isEmpty || job.hasPrefix("/") ? nil : AccountNumber(payer)
    }

    /// A hint: one that isn't understood is said, and excludes no contact.
    private func preferredHours(_ record: Record, _ cells: inout CellReader) -> Hours? {
        guard header.has(.contactHours), !cells.text(.contactHours, record).isEmpty else { return nil }
        let hours = Hours(preferred: cells.text(.contactHours, record))
        if hours == nil {
            let cell = cells.cell(.contactHours, record)
            cells.notices.note(.unknownHours, line: record.line, example: cell.quotable)
        }
        return hours
    }

    private func takeMoney(of record: Record, _ cells: inout CellReader, into row: inout CustomerRow) {
        guard let currency = try? cells.currency(record, amount: .creditLimit) else { return }
        if header.has(.currency) { row.currency = currency.0 }
        guard header.has(.creditLimit),
            let limit = try? cells.optionalAmount(.creditLimit, record, currency)
        else { return }
        row.creditLimit = Money(minor: limit, currency.0)
    }

    /// The reason of a hold, "" where the column says that there is none, nil where nothing is said. A blank says
    /// none, but not below a row of the same account that names one.
    private func hold(_ record: Record, _ cells: CellReader, isFirst: Bool) -> String? {
        guard header.has(.hold) else { return nil }
        let text = cells.text(.hold, record)
        return text.isEmpty ? (isFirst ? "" : nil) : AccountReader.hold(text)
    }

    /// Flags become a reason.
    private static func hold(_ text: String) -> String {
        switch Flag(text) {
        case .no: ""
        case .yes: "blocked in the ERP"
        case nil: text.lowercased() == "none" ? "" : text
        }
    }
}
