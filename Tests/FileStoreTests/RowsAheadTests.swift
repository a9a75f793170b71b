import Receivables
import Synchronization
import Testing

@testable import FileStore

/// Rows are read on one thread and taken on another, as if there were only one.
@Suite("Rows that are read ahead")
struct RowsAheadTests {
    /// How far the reading came, also where nobody gets the source back.
    private final class Reached: Sendable {
        let rows = Mutex(0)
    }

    private struct Broken: Error, Equatable {
        var row: Int
    }

    private struct Source: ExtractSource {
        var count: Int
        /// Here the file can't be read.
        var breaksAt: Int?
        let reached = Reached()
        var told = 0

        mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
            for nth in 0..<count {
                if nth == breaksAt { throw Broken(row: nth) }
                try body(.refused(account: nil, company: "", item: "\(nth)"))
                reached.rows.withLock { $0 = nth + 1 }
                told += 1
            }
        }
    }

    private func lines(_ source: Source, stopsAt stop: Int? = nil) -> (lines: [Int], told: Int?, error: Broken?) {
        var lines: [Int] = []
        do {
            let source = try RowsAhead(source).forEach { row in
                guard case .refused(_, _, let item) = row, let line = item.flatMap(Int.init) else { return }
                if line == stop { throw Broken(row: line) }
                lines.append(line)
            }
            return (lines, source.told, nil)
        } catch {
            return (lines, nil, error as? Broken)
        }
    }

    @Test("All come in their order, and what the source has counted comes back", arguments: [0, 1, 512, 513, 20_000])
    func whole(count: Int) {
        let read = lines(Source(count: count))
        #expect(read.lines == Array(0..<count) && read.told == count && read.error == nil)
    }

    @Test("Where the file breaks the error is told, and no row from there on is taken", arguments: [0, 700, 9_999])
    func broken(at row: Int) {
        let read = lines(Source(count: 10_000, breaksAt: row))
        #expect(read.lines == Array(0..<read.lines.count) && read.lines.count <= row && read.error == Broken(row: row))
    }

    @Test("Who takes no more stops the reading, which is over by then")
    func stopped() {
        let source = Source(count: 1_000_000)
        let read = lines(source, stopsAt: 1_000)
        #expect(read.lines.count == 1_000 && read.error == Broken(row: 1_000))
        let reached = source.reached.rows.withLock { $0 }
        // The two pieces that were taken, those that may wait, and the one being made.
        #expect(reached <= (2 + RowsAhead<Source>.ahead + 1) * RowsAhead<Source>.together)
        #expect(source.reached.rows.withLock { $0 } == reached)
    }
}
