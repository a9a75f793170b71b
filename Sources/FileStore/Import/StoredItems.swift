import GRDB

/// The book's items in the order of their key, one at a time. Of a large book's accounts two lots in three are read beside:
/// who compares reads the third, and both are done at about the same time.
final class StoredItems {
    /// What comes next, good until `advance`; nil at the end.
    private(set) var head: ItemRecord?
    private var ahead: Beside.Pieces<[UInt8]>?
    /// What is read here.
    private let packer: ItemPacker
    private var lots: Lots
    /// The one that is read now.
    private var lot: ClosedRange<Int64> = 0...0
    private var isBeside = false
    private var memory = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 8)
    private var room = 1 << 16
    private var unread = 0..<0

    /// Accounts, some hundreds together, by their ids.
    private struct Lots {
        private var next: Int64 = 1
        private let last: Int64
        private static let accounts: Int64 = 500

        init(last: Int64) { self.last = last }

        /// - Returns: nil where there are no more.
        mutating func take() -> (accounts: ClosedRange<Int64>, isForAhead: Bool)? {
            guard next <= last else { return nil }
            let first = next
            next += Lots.accounts
            return (first...(next - 1), first / Lots.accounts % 3 != 0)
        }
    }

    /// - Parameter file: where others find the book as this connection sees it; nil within what is not committed.
    init(_ db: Database, file: String?) throws {
        let accounts = try AccountTable.count(db)
        packer = try ItemPacker(db)
        lots = Lots(last: Int64(accounts))
        if let file, accounts > PayerSweep.manyAccounts {
            ahead = Beside.Pieces(file, seeing: try EntryTable.head(db).hash, ahead: 12) { [lots] db, handOver in
                var lots = lots
                let packer = try ItemPacker(db)
                while let lot = lots.take() {
                    guard lot.isForAhead else { continue }
                    try packer.turn(to: lot.accounts)
                    while let piece = try packer.next() { try handOver(piece) }
                    // The end of the lot.
                    try handOver([])
                }
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
        if unread.isEmpty, let piece = try piece() { take(piece) }
        head = unread.isEmpty ? nil : ItemRecord(at: memory + unread.lowerBound)
    }

    private func piece() throws -> [UInt8]? {
        while true {
            if isBeside, let ahead {
                let (piece, isOther) = try ahead.next()
                if let piece, !piece.isEmpty { return piece }
                if isOther {
                    // In vain: this lot and all behind it are read here.
                    self.ahead = nil
                    try packer.turn(to: lot)
                    isBeside = false
                    continue
                }
            } else if let piece = try packer.next() {
                return piece
            }
            guard let next = lots.take() else { return nil }
            lot = next.accounts
            isBeside = next.isForAhead && ahead != nil
            if !isBeside { try packer.turn(to: lot) }
        }
    }

    private func take(_ piece: [UInt8]) {
        if piece.count > room {
            memory.deallocate()
            room = piece.count
            memory = .allocate(byteCount: room, alignment: 8)
        }
        UnsafeMutableRawBufferPointer(start: memory, count: room).copyBytes(from: piece)
        unread = 0..<piece.count
    }
}

/// Packs the book's items, many records in a piece.
final class ItemPacker {
    private let rows: RawStatement
    private var isThere = false

    init(_ db: Database) throws {
        rows = try RawStatement(
            db, "SELECT \(StoredItem.columns) FROM item WHERE account BETWEEN ? AND ? ORDER BY account, company, number")
    }

    /// Goes on with the items of other accounts.
    func turn(to accounts: ClosedRange<Int64>) throws {
        rows.rewind()
        rows.bind(1, accounts.lowerBound)
        rows.bind(2, accounts.upperBound)
        isThere = try rows.step()
    }

    /// - Returns: nil where there are no more.
    func next() throws -> [UInt8]? {
        guard isThere else { return nil }
        var length = ItemRecord.length(of: rows)
        // One record alone may take more.
        let room = max(ItemPacker.usual, length)
        return try [UInt8](unsafeUninitializedCapacity: room) { memory, used in
            guard let start = memory.baseAddress else { return }
            while isThere, used + length <= room {
                ItemRecord.write(rows, to: UnsafeMutableRawPointer(start) + used)
                used += length
                isThere = try rows.step()
                if isThere { length = ItemRecord.length(of: rows) }
            }
        }
    }

    /// Bytes.
    private static let usual = 1 << 17
}
