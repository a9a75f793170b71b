import GRDB

/// Items of the book in the order of their key, one at a time. Those of a large book are read by a second connection.
final class StoredItems {
    /// What comes next, good until `advance`; nil at the end.
    private(set) var head: ItemRecord?
    private let db: Database
    private let accounts: ComparedAccounts
    private let ahead: SecondConnection.Pieces<[UInt8]>?
    /// Where they are read here.
    private var packer: ItemPacker?
    private var memory = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 8)
    private var room = 1 << 16
    private var unread = 0..<0

    /// - Parameters:
    ///   - accounts: whose items.
    ///   - file: where others find the book as this connection sees it; nil within what is not committed.
    init(_ db: Database, of accounts: ComparedAccounts, file: String?) throws {
        self.db = db
        self.accounts = accounts
        if let file, try AccountTable.count(db) > PayerScan.manyAccounts {
            ahead = SecondConnection.Pieces(file, seeing: try EntryTable.head(db).hash, ahead: 12) { db, handOver in
                var packer = try ItemPacker(db, accounts)
                while let piece = try packer.next() { try handOver(piece) }
            }
        } else {
            ahead = nil
        }
        try look()
    }

    deinit {
        ahead?.stop()
        memory.deallocate()
    }

    func advance() throws {
        guard let head else { return }
        unread = (unread.lowerBound + head.length)..<unread.upperBound
        try look()
    }

    private func look() throws {
        if unread.isEmpty, let piece = try piece() { consume(piece) }
        head = unread.isEmpty ? nil : ItemRecord(at: memory + unread.lowerBound)
    }

    private func piece() throws -> [UInt8]? {
        if packer == nil, let ahead {
            let (piece, isOther) = try ahead.next()
            guard isOther else { return piece }
        }
        // Not by a second connection, or without success.
        if packer == nil { packer = try ItemPacker(db, accounts) }
        return try packer?.next()
    }

    private func consume(_ piece: [UInt8]) {
        if piece.count > room {
            memory.deallocate()
            room = piece.count
            memory = .allocate(byteCount: room, alignment: 8)
        }
        UnsafeMutableRawBufferPointer(start: memory, count: room).copyBytes(from: piece)
        unread = 0..<piece.count
    }
}

/// Packs items of the book, many records in a piece.
struct ItemPacker {
    private let rows: RawStatement
    /// Accounts that were not turned to yet.
    private var rest: ArraySlice<ClosedRange<Int64>>
    private var isReading = false
    private var item: ItemRecord.BookRow?

    init(_ db: Database, _ accounts: ComparedAccounts) throws {
        rows = try RawStatement(
            db, "SELECT \(StoredItem.columns) FROM item WHERE account BETWEEN ? AND ? ORDER BY account, company, number"
        )
        rest = accounts.ranges[...]
        try advance()
    }

    /// - Returns: nil where there are no more.
    mutating func next() throws -> [UInt8]? {
        guard let first = item else { return nil }
        // One record alone may take more.
        let room = max(ItemPacker.usual, first.length)
        return try [UInt8](unsafeUninitializedCapacity: room) { memory, used in
            guard let start = memory.baseAddress else { return }
            while let item, used + item.length <= room {
                item.write(to: UnsafeMutableRawPointer(start) + used)
                used += item.length
                try advance()
            }
        }
    }

    private mutating func advance() throws {
        while true {
            if isReading, try rows.step() {
                item = ItemRecord.BookRow(rows)
                return
            }
            guard let accounts = rest.popFirst() else {
                item = nil
                return
            }
            rows.bind(1, accounts.lowerBound)
            rows.bind(2, accounts.upperBound)
            isReading = true
        }
    }

    /// Bytes.
    private static let usual = 1 << 17
}
