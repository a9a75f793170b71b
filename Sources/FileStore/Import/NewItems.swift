import GRDB
import Receivables

/// Writes items that the book doesn't have, many with one statement: for each by itself, handing it over and beginning
/// and ending a statement would cost as much as the writing.
///
/// Code that needs them in the table, such as settlements, calls `flush` first.
final class NewItems {
    private let waiting: WaitingItems
    private let insert: RawStatement

    /// - Parameter seen: the place of the import's entry in the journal.
    init(_ db: Database, seen: Int64) throws {
        waiting = WaitingItems(seen: seen)
        try waiting.attach(to: db, as: "new_item", columns: StoredItem.allColumns)
        insert = try RawStatement(
            db, "INSERT INTO item(\(StoredItem.allColumns)) SELECT \(StoredItem.allColumns) FROM new_item")
    }

    func add(_ item: NewItem) throws {
        if !waiting.hasRoom(for: item) { try flush() }
        waiting.add(item)
    }

    func flush() throws {
        guard waiting.count > 0 else { return }
        defer { waiting.removeAll() }
        try insert.run()
    }
}

/// New items as SQLite reads them.
private final class WaitingItems: MemoryTable {
    private var rows: ContiguousArray<Row> = []
    private var memory: UnsafeMutableRawPointer
    private var room = 256 << 10
    private var used = 0
    /// "First seen".
    private let seen: Int64

    /// What there is to a record besides.
    private struct Row {
        let place: Int
        let due: Day
        let dueFrom: DueSource
        let open: Int64
    }

    init(seen: Int64) {
        self.seen = seen
        memory = .allocate(byteCount: room, alignment: 8)
    }

    deinit { memory.deallocate() }

    func hasRoom(for item: NewItem) -> Bool { used + item.record.length <= room }

    /// An item for which there is no room even without others makes more.
    func add(_ item: NewItem) {
        let bytes = item.record.bytes
        if bytes.count > room {
            memory.deallocate()
            room = bytes.count
            memory = .allocate(byteCount: room, alignment: 8)
        }
        UnsafeMutableRawBufferPointer(start: memory + used, count: bytes.count).copyMemory(from: bytes)
        rows.append(Row(place: used, due: item.due, dueFrom: item.dueFrom, open: item.open))
        used += bytes.count
    }

    func removeAll() {
        rows.removeAll(keepingCapacity: true)
        used = 0
    }

    override var count: Int { rows.count }

    /// In the order of `StoredItem.allColumns`.
    override func give(_ column: Int32, of row: Int, to value: MemoryValue) {
        let row = rows[row]
        let item = ItemRecord(at: memory + row.place)
        switch column {
        case 0: value.set(item.account)
        case 1: value.set(item.company)
        case 2: value.set(item.number)
        case 3: value.set(Int64(item.issued.number))
        case 4: value.set(Int64(row.due.number))
        case 5: value.set(Int64(row.dueFrom.rawValue))
        case 6: value.set(item.currencyCode)
        case 7: value.set(item.amount)
        case 8: value.set(row.open)
        case 9: value.set(row.open == 0 ? item.settled.map { Int64($0.number) } : nil)
        case 10: value.set(item.purchaseOrder)
        case 11: value.set(item.onceDisputed ? 1 : 0)
        case 12: value.set(seen)
        default: value.set(item.source)
        }
    }
}
