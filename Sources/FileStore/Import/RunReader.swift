import Files
import Receivables

/// A sorted run that is being read.
protocol RunReader {
    /// The record that comes next; nil at the end.
    var head: ItemRecord? { get }
    mutating func advance() throws
}

/// The run that never left memory.
struct MemoryRun<Places: Collection<Int>>: RunReader {
    let records: UnsafeMutableRawPointer
    let places: Places
    private var next: Places.Index

    init(records: UnsafeMutableRawPointer, places: Places) {
        self.records = records
        self.places = places
        next = places.startIndex
    }

    var head: ItemRecord? { next < places.endIndex ? ItemRecord(at: records + places[next]) : nil }
    mutating func advance() { places.formIndex(after: &next) }
}

/// A run in the temporary file, read a piece at a time.
final class FileRun: RunReader {
    private let file: ScratchFile
    /// What is still to be read of the run.
    private var rest: Range<Int>
    private var piece: UnsafeMutableRawPointer
    private var room = 256 << 10
    /// What of the piece holds records that were not given yet.
    private var unread = 0..<0

    init(_ file: ScratchFile, _ run: Range<Int>) throws {
        self.file = file
        rest = run
        piece = .allocate(byteCount: room, alignment: 8)
        try fill()
    }

    deinit { piece.deallocate() }

    var head: ItemRecord? { unread.isEmpty ? nil : ItemRecord(at: piece + unread.lowerBound) }

    func advance() throws {
        guard let head else { return }
        unread = (unread.lowerBound + head.length)..<unread.upperBound
        if !isWhole { try fill() }
    }

    /// Whether the next record lies in the piece from its first to its last byte.
    private var isWhole: Bool {
        guard unread.count >= MemoryLayout<UInt32>.size else { return false }
        return (piece + unread.lowerBound).loadUnaligned(as: UInt32.self) <= unread.count
    }

    /// Reads on behind what is left; a record that is longer than the piece makes it longer.
    private func fill() throws {
        while !isWhole, !rest.isEmpty {
            piece.copyMemory(from: piece + unread.lowerBound, byteCount: unread.count)
            unread = 0..<unread.count
            if unread.count == room {
                room *= 4
                let larger = UnsafeMutableRawPointer.allocate(byteCount: room, alignment: 8)
                larger.copyMemory(from: piece, byteCount: unread.count)
                piece.deallocate()
                piece = larger
            }
            let wanted = min(room - unread.count, rest.count)
            let target = UnsafeMutableRawBufferPointer(start: piece + unread.count, count: wanted)
            do throws(FileProblem) {
                _ = try file.read(at: rest.lowerBound, into: target)
            } catch {
                throw BookError(spooling: error)
            }
            rest = (rest.lowerBound + wanted)..<rest.upperBound
            unread = 0..<(unread.count + wanted)
        }
    }
}
