import Files
import Foundation
import Receivables

/// The items of an extract on their way into the book: taken in the order of the file, given in the order of their
/// key, in a bounded amount of memory whatever their number.
///
/// Records are gathered until `runSize` bytes are full, sorted, and put away in a temporary file; the runs are merged
/// as they are read. A small extract never leaves memory. It may be read more than once.
final class ItemSpool {
    /// Bytes of records that are sorted at a time.
    private let runSize: Int
    private var memory: UnsafeMutableRawPointer
    private var room: Int
    private var used = 0
    private var entries: ContiguousArray<Entry> = []
    private var isSorted = true
    private var file: ScratchFile?
    private var runs: [Range<Int>] = []
    private(set) var count = 0
    /// The company codes and source systems met.
    private(set) var parts = LedgerParts()
    /// What they say is open of each account.
    private(set) var prints = OpenItemFingerprints()

    /// Where a record lies, and enough of its key to sort most of them without looking there.
    private struct Entry {
        let account: Int64
        let prefix: UInt64
        let place: Int
    }

    init(runSize: Int = 16 << 20) {
        self.runSize = runSize
        room = min(runSize, ItemSpool.little)
        memory = .allocate(byteCount: room, alignment: 8)
    }

    deinit { memory.deallocate() }

    /// - Throws: `BookError.diskFull`, `.failed` where the temporary file can't be written.
    func add(_ row: ItemRow, account: Int64) throws {
        let length = ItemRecord.length(of: row)
        if used + length > room { try makeRoom(for: length) }
        ItemRecord.write(row, account: account, to: memory + used)
        let record = ItemRecord(at: memory + used)
        entries.append(Entry(account: account, prefix: record.prefix, place: used))
        parts.add(record)
        prints.state(record)
        used += length
        count += 1
        isSorted = false
    }

    /// More memory up to a run's size; from there the run goes to the file. One record alone may take more.
    private func makeRoom(for length: Int) throws {
        if used > 0, used + length > runSize { try putAway() }
        guard used + length > room else { return }
        room = max(used + length, min(runSize, room * 4))
        let larger = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 8)
        larger.copyMemory(from: memory, byteCount: used)
        memory.deallocate()
        memory = larger
    }

    private func putAway() throws {
        sort()
        let file = self.file ?? ScratchFile(mostInMemory: 0)
        self.file = file
        let start = file.count
        do throws(FileProblem) {
            for entry in entries { try file.append(ItemRecord(at: memory + entry.place).bytes) }
        } catch {
            throw BookError(spooling: error)
        }
        runs.append(start..<file.count)
        entries.removeAll(keepingCapacity: true)
        used = 0
    }

    /// Keeps hardly any memory until it is read: others may be gathered meanwhile.
    func rest() throws {
        guard room > ItemSpool.little else { return }
        try putAway()
        entries = []
        memory.deallocate()
        room = ItemSpool.little
        memory = .allocate(byteCount: room, alignment: 8)
    }

    /// Bytes.
    private static let little = 1 << 16

    private func sort() {
        guard !isSorted else { return }
        isSorted = true
        let records = UnsafeRawPointer(memory)
        entries.sort { left, right in
            if left.account != right.account { return left.account < right.account }
            if left.prefix != right.prefix { return left.prefix < right.prefix }
            let order = ItemRecord(at: records + left.place).order(to: ItemRecord(at: records + right.place))
            // Of equal keys in the order of the file.
            return order == 0 ? left.place < right.place : order < 0
        }
    }

    // MARK: Reading

    /// All records from the first, by account, company code, number, and line of the file.
    ///
    /// Nothing may be added while they are read.
    func records() throws -> Records {
        sort()
        var readers: [any RunReader] = []
        if let file { readers += try runs.map { try FileRun(file, $0) } }
        readers.append(MemoryRun(records: memory, places: entries.lazy.map(\.place)))
        return Records(readers)
    }

    /// Merges the runs.
    struct Records {
        private var runs: [any RunReader]
        /// The record of each run that comes next, and its account.
        private var heads: [(record: ItemRecord, account: Int64)]
        /// The run whose record was given last.
        private var given: Int?

        fileprivate init(_ runs: [any RunReader]) {
            self.runs = runs.filter { $0.head != nil }
            heads = self.runs.compactMap { run in run.head.map { ($0, $0.account) } }
        }

        /// The next record, good until the next call; nil at the end.
        mutating func next() throws -> ItemRecord? {
            if let given { try advance(given) }
            guard var least = heads.indices.first else {
                given = nil
                return nil
            }
            // Runs are in the order of the file, and equal keys stay in it.
            for place in heads.indices.dropFirst() where isBefore(place, least) { least = place }
            given = least
            return heads[least].record
        }

        private func isBefore(_ place: Int, _ other: Int) -> Bool {
            let (ours, theirs) = (heads[place].account, heads[other].account)
            return ours != theirs ? ours < theirs : heads[place].record.order(to: heads[other].record) < 0
        }

        private mutating func advance(_ place: Int) throws {
            try runs[place].advance()
            if let head = runs[place].head {
                heads[place] = (head, head.account)
            } else {
                runs.remove(at: place)
                heads.remove(at: place)
            }
        }
    }
}

extension BookError {
    /// Trouble with the temporary file of an import.
    init(spooling problem: FileProblem) {
        let folder = ScratchFile.folder
        self =
            problem.isDiskFull
            ? .diskFull(path: folder)
            : .failed(path: folder, why: "a temporary file there: \(String(cString: strerror(problem.code)))")
    }
}
