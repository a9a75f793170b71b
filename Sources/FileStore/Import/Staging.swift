import GRDB
import Receivables

/// The rows of an extract, kept aside where they can be sorted whatever their number, and without holding anybody up:
/// nothing of the book is locked while a file is read. Items, of which there may be millions, have a spool of their
/// own; the rest goes into temporary tables.
struct Staging {
    private let db: Database
    private let payment: RawStatement
    private let rate: RawStatement
    private let note: NoteStaging
    private let held: RawStatement
    private let customer: CustomerStaging
    private(set) var registry: AccountRegistry
    /// Ids by the places that the rows give them, 0 where none was looked up yet.
    private var accounts: [Int64] = []
    private(set) var rows = 0
    let items = ItemSpool()
    /// Items that an extract marks as disputed.
    private(set) var disputes = MarkedItems()
    /// As many as somebody has filled in by hand.
    private(set) var answers: [AnswerRow] = []
    /// The largest amount, in minor units of its currency, whatever its sign.
    private(set) var largest: UInt64 = 0
    /// How many rows were refused before they came here.
    private(set) var refused = 0

    /// Rows of customers, or of items, that the book doesn't know and a list of names can't bring.
    private(set) var strangers: [RowProblem] = []
    private let extract: Extract
    private let itemOwners: RawStatement
    /// Items that have a number of another source system's.
    private(set) var sourceNumbers: SourceNumbers

    init(_ db: Database, _ extract: Extract, _ registry: AccountRegistry) throws {
        self.db = db
        self.extract = extract
        try Staging.makeEmpty(db)
        self.registry = registry
        try self.registry.turn(to: db, isNamed: extract.isNamed)
        itemOwners = try RawStatement(db, "SELECT DISTINCT account FROM item WHERE number = ? LIMIT 2")
        sourceNumbers = try SourceNumbers(db)
        customer = try CustomerStaging(db)
        payment = try RawStatement(
            db,
            """
            INSERT INTO temp.staged_payment(account, company, number, line, day, currency, amount, reference, kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        rate = try RawStatement(
            db,
            """
            INSERT OR REPLACE INTO temp.staged_rate(currency, day, billionths, target, line)
            VALUES (?, ?, ?, ?, ?)
            """)
        note = try NoteStaging(db)
        held = try RawStatement(db, "INSERT INTO temp.staged_held(account, company, number) VALUES (?, ?, ?)")
    }

    private static let tables =
        """
        CREATE TABLE temp.staged_payment (
            account INTEGER, company TEXT, number TEXT, line INTEGER, day INTEGER, currency TEXT, amount INTEGER,
            reference TEXT, kind INTEGER);
        CREATE TABLE temp.staged_held (account TEXT, company TEXT, number TEXT);
        CREATE TABLE temp.staged_rate (
            currency TEXT, day INTEGER, billionths INTEGER, target TEXT, line INTEGER, PRIMARY KEY (currency, day));
        """ + CustomerStaging.tables + NoteStaging.table

    private static let names = [
        "staged_held", "staged_payment", "staged_rate", "staged_account", "staged_contact", "staged_note",
    ]

    /// The tables are kept for the next extract. After each new table SQLite prepares all statements again.
    static func makeEmpty(_ db: Database) throws {
        guard try names.allSatisfy({ try TemporaryTable.exists($0, db) }) else {
            try clear(db)
            return try db.execute(sql: tables)
        }
        for name in names { try db.run("DELETE FROM temp.\(name)") }
    }

    /// Lets the temporary tables go.
    private static func clear(_ db: Database) throws {
        for name in names { try db.execute(sql: "DROP TABLE IF EXISTS temp.\(name)") }
    }

    /// Puts the staged rows where those of another extract don't come upon them.
    static func putAside(_ nth: Int, _ db: Database) throws {
        for name in names { try db.execute(sql: "ALTER TABLE temp.\(name) RENAME TO aside_\(nth)_\(name)") }
    }

    /// Takes up what was put aside, in the place of what is staged now.
    static func takeUp(_ nth: Int, _ db: Database) throws {
        try clear(db)
        for name in names { try db.execute(sql: "ALTER TABLE temp.aside_\(nth)_\(name) RENAME TO \(name)") }
    }

    static func clearAside(_ nth: Int, _ db: Database) throws {
        for name in names { try db.execute(sql: "DROP TABLE IF EXISTS temp.aside_\(nth)_\(name)") }
    }

    mutating func add(_ row: ExtractRow) throws {
        rows += 1
        switch row {
        case .item(var row):
            let account = try account(of: row)
            row.company = try sourceNumbers.company(of: row, account: account)
            disputes.note(row, account)
            largest = max(largest, row.amount.magnitude)
            try items.add(row, account: account)
        case .payment(let row): try add(row)
        case .customer(let row) where isStranger(row.number): rows -= 1
        case .customer(let row): try customer.add(row, &registry)
        case .rate(let row):
            rate.bind(1, row.currency)
            rate.bind(2, row.day)
            rate.bind(3, row.rate.billionths)
            rate.bind(4, row.target?.code)
            rate.bind(5, row.line)
            try rate.run()
        case .note(let row) where isStranger(row.account): refuse(row.line, row.account)
        case .note(let row): try note.add(row, account: try registry.id(of: row.account))
        case .answer(let row): answers.append(row)
        case .refused(let account, let company, let item):
            rows -= 1
            refused += 1
            held.bind(1, account.map { registry.number(of: $0) })
            held.bind(2, company)
            held.bind(3, item)
            try held.run()
        }
    }

    private mutating func account(of row: ItemRow) throws -> Int64 {
        guard let place = row.accountPlace else { return try registry.id(of: row.account) }
        if place < accounts.count, accounts[place] != 0 { return accounts[place] }
        let id = try registry.id(of: row.account)
        while accounts.count <= place { accounts.append(0) }
        accounts[place] = id
        return id
    }

    /// Whether a list of payments or notes, which knows customers by name, names one that the book doesn't have: it is
    /// no new customer, but one that is written otherwise.
    private func isStranger(_ number: AccountNumber) -> Bool {
        extract.isNamed && (extract.kind == .payments || extract.kind == .notes) && registry.known(number) == nil
    }

    private mutating func refuse(_ line: Int, _ name: AccountNumber) {
        rows -= 1
        refused += 1
        let reason =
            name.text.isEmpty
            ? "no customer, and no invoice of the book that tells whose it is"
            : "the book has no customer of the name “\(name.text)”"
        strangers.append(RowProblem(line: line, reason: reason))
    }

    /// The account of a payment: by its number or name, else by the item that it names, where only one account has it.
    private func payer(of row: PaymentRow) throws -> Int64? {
        guard isStranger(row.account) else { return nil }
        let numbers = [row.item] + ItemList.numbers(in: row.item)
        for number in numbers where !number.isEmpty {
            itemOwners.bind(1, number)
            defer { itemOwners.rewind() }
            guard try itemOwners.step() else { continue }
            let account = itemOwners.int(0)
            if try !itemOwners.step() { return account }
        }
        return nil
    }

    private mutating func add(_ row: PaymentRow) throws {
        largest = max(largest, row.amount.magnitude)
        let owner = try payer(of: row)
        if owner == nil, isStranger(row.account) { return refuse(row.line, row.account) }
        payment.bind(1, try owner ?? registry.id(of: row.account))
        payment.bind(2, row.company)
        payment.bind(3, row.item)
        payment.bind(4, row.line)
        payment.bind(5, row.day)
        payment.bind(6, row.currency)
        payment.bind(7, row.amount)
        payment.bind(8, row.reference)
        payment.bind(9, row.kind.rawValue)
        try payment.run()
    }

    /// Accounts that this file brings and that look like one of the book's.
    func twins() -> [PossibleDuplicate] { registry.twins() }

    /// The place of the newest account known when the ids were given out: if another import adds accounts
    /// before these rows are applied, staging begins again.
    var lastKnownAccount: Int64 { registry.lastKnown }
}
