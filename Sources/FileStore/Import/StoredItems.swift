import GRDB

/// The book's items in the order of their key, one at a time. Those of a large book are read beside.
final class StoredItems {
    /// What comes next, good until `advance`; nil at the end.
    private(set) var head: ItemRecord?
    private let db: Database
    private let ahead: Beside.Pieces<[UInt8]>?
    /// Where they are read here.
    private var packer: ItemPacker?
    private var memory = UnsafeMutableRawPointer.allocate(byteCount: 1 << 16, alignment: 8)
    private var room = 1 << 16
    private var unread = 0..<0

    /// - Parameter file: where others find the book as this connection sees it; nil within what is not committed.
    init(_ db: Database, file: String?) throws {
        self.db = db
        if let file, try AccountTable.count(db) > PayerSweep.manyAccounts {
            ahead = Beside.Pieces(file, seeing: try EntryTable.head(db).hash, ahead: 12) { db, handOver in
                var packer = try ItemPacker(db)
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
        if unread.isEmpty, let piece = try piece() { take(piece) }
        head = unread.isEmpty ? nil : ItemRecord(at: memory + unread.lowerBound)
    }

    private func piece() throws -> [UInt8]? {
        if packer == nil, let ahead {
            let (piece, isOther) = try ahead.next()
            guard isOther else { return piece }
        }
        // Not beside, or in vain.
        if packer == nil { packer = try ItemPacker(db) }
        return try packer?.next()
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
struct ItemPacker {
    private let rows: RawStatement
    private var isThere: Bool

    init(_ db: Database) throws {
        rows = try RawStatement(db, "SELECT \(StoredItem.columns) FROM item ORDER BY account, company, number")
        isThere = try rows.step()
    }

    /// - Returns: nil where there are no more.
    mutating func next() throws -> [UInt8]? {
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
