/// A record that outlives the spool's going on.
final class KeptRecord {
    private var memory: UnsafeMutableRawPointer
    private var room: Int
    private(set) var record: ItemRecord?

    /// - Parameter room: bytes to begin with; a longer record makes more.
    init(room: Int = 256) {
        self.room = room
        memory = .allocate(byteCount: room, alignment: 8)
    }

    convenience init(_ record: ItemRecord) {
        self.init(room: record.length)
        keep(record)
    }

    deinit { memory.deallocate() }

    func keep(_ other: ItemRecord) {
        if other.length > room {
            memory.deallocate()
            room = other.length * 2
            memory = .allocate(byteCount: room, alignment: 8)
        }
        UnsafeMutableRawBufferPointer(start: memory, count: room).copyMemory(from: other.bytes)
        record = ItemRecord(at: memory)
    }
}
