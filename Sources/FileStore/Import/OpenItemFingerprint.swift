import Receivables

/// An open item as a number: of two that an extract of open items tells apart, the numbers differ, but for one in 2⁶⁴.
struct OpenItemFingerprint {
    private var hash = Fingerprint()
    var value: UInt64 { hash.value }

    /// An item as an extract or the book has it.
    init(_ item: ItemRecord, due: Day, open: Int64) {
        hash.add(item.company)
        hash.add(item.number)
        hash.add(item.purchaseOrder)
        hash.add(item.source)
        hash.add(item.currencyCode)
        add(item.issued, due, item.amount, open, item.onceDisputed)
    }

    /// An item as it was just written.
    init(_ item: StoredItem) {
        for var text in [item.company, item.number, item.purchaseOrder, item.source, item.currency.code] {
            text.withUTF8 { hash.add($0) }
        }
        add(item.issued, item.due, item.amount, item.open, item.onceDisputed)
    }

    private mutating func add(_ issued: Day, _ due: Day, _ amount: Int64, _ open: Int64, _ onceDisputed: Bool) {
        hash.add(UInt64(UInt32(bitPattern: issued.number)) << 32 | UInt64(UInt32(bitPattern: due.number)))
        hash.add(UInt64(bitPattern: amount))
        hash.add(UInt64(bitPattern: open))
        hash.add(onceDisputed ? 1 : 0)
    }
}

/// What is open of each account, as a number: the sum of its items', in whatever order they come.
struct OpenItemFingerprints {
    /// By the account's id.
    private var accounts: ContiguousArray<Account> = []

    struct Account {
        fileprivate(set) var print: UInt64 = 0
        /// Whether there is an item of it.
        fileprivate(set) var isNamed = false
        /// Whether the items say less than what is open, or more.
        fileprivate(set) var isUnclear = false
    }

    /// Accounts are numbered from 1.
    var last: Int64 { Int64(max(accounts.count, 1) - 1) }

    subscript(id: Int64) -> Account { id < accounts.count ? accounts[Int(id)] : Account() }

    /// A row of an extract. One that leaves its due date or what is open to be found out, or that isn't open, has to be
    /// looked at.
    mutating func state(_ row: ItemRecord) {
        makeRoom(for: row.account)
        accounts[Int(row.account)].isNamed = true
        if let due = row.due, let open = row.open, open != 0 {
            add(OpenItemFingerprint(row, due: due, open: open), to: row.account)
        } else {
            accounts[Int(row.account)].isUnclear = true
        }
    }

    /// An item of the book that stays as it is.
    mutating func keep(_ item: ItemRecord) {
        if let due = item.due, let open = item.open, open != 0 {
            add(OpenItemFingerprint(item, due: due, open: open), to: item.account)
        }
    }

    mutating func keep(_ item: NewItem) {
        if item.open != 0 {
            add(OpenItemFingerprint(item.record, due: item.due, open: item.open), to: item.record.account)
        }
    }

    /// An item of the book as it is now.
    mutating func keep(_ item: StoredItem) {
        if item.open != 0 { add(OpenItemFingerprint(item), to: item.account) }
    }

    private mutating func add(_ item: OpenItemFingerprint, to account: Int64) {
        makeRoom(for: account)
        accounts[Int(account)].print &+= item.value
    }

    private mutating func makeRoom(for account: Int64) {
        while accounts.count <= account { accounts.append(Account()) }
    }
}
