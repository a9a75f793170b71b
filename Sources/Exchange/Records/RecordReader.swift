import CCSV
import Foundation

/// Splits text into records with libcsv, and knows on which physical line each begins.
///
/// libcsv knows no positions, so it is fed one physical line at a time. It calls back into plain memory:
/// the cells of a row are gathered there, and looked at between two lines. Lines without any quote, most of
/// them, are split where they lie: that takes a third of the time and means the same.
final class RecordReader {
    /// Lines without any cell, below the header.
    private(set) var blankLines = 0

    private let parser: UnsafeMutablePointer<csv_parser>
    private let cells: UnsafeMutablePointer<CellBuffer>
    private let newline: UInt8
    private let delimiter: UInt8
    private let file: String
    private let headerLine: Int
    private let isSheet: Bool
    private var line = 1
    private var recordLine = 1
    private var lineHadRecord = false
    /// Part of this line came with the block before.
    private var lineHadText = false
    /// Where a quote was opened that isn't closed yet, and after how many cells of its record.
    private var openQuote: (line: Int, cells: Int)?

    /// A cell longer than this is a quote that somebody forgot to close.
    private static let longestCell = 1 << 20

    init(file: String, delimiter: UInt8, newline: UInt8, headerLine: Int = 0, isSheet: Bool = false) {
        self.file = file
        self.headerLine = headerLine
        self.isSheet = isSheet
        self.newline = newline
        self.delimiter = delimiter
        parser = .allocate(capacity: 1)
        parser.initialize(to: csv_parser())
        csv_init(parser, 0)
        csv_set_delim(parser, delimiter)
        cells = .allocate(capacity: 1)
        cells.initialize(to: CellBuffer())
    }

    deinit {
        csv_free(parser)
        parser.deallocate()
        cells.pointee.deallocate()
        cells.deallocate()
    }

    /// Takes in more text and calls `body` for every record that it completes.
    func feed(_ block: UnsafeBufferPointer<UInt8>, _ body: (Record) throws -> Void) throws {
        guard var start = block.baseAddress else { return }
        let end = start + block.count
        while start < end {
            let found = memchr(start, Int32(newline), end - start)
            let stop = found.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) + 1 } ?? end
            let isDone = found != nil ? try splitLine(start, stop - start, body) : false
            if !isDone { try feedLine(start, stop - start, body) }
            if found != nil { endLine() }
            start = stop
        }
    }

    /// The text has ended: completes the last record.
    ///
    /// - Throws: `ImportError.unterminatedQuote` where a quote was never closed.
    func finish(_ body: (Record) throws -> Void) throws {
        if isInsideQuote { throw ImportError.unterminatedQuote(file: file, line: openQuote?.line ?? line) }
        csv_fini(parser, onCell, onRow, cells)
        try deliver(body)
    }

    /// Splits a whole line that has no quote.
    ///
    /// - Returns: false where it isn't one, or is within a record that began before.
    private func splitLine(
        _ start: UnsafePointer<UInt8>, _ count: Int, _ body: (Record) throws -> Void
    ) throws -> Bool {
        guard parser.pointee.pstate == ParserState.rowNotBegun, !lineHadText else { return false }
        var length = count - 1
        if length > 0, start[length - 1] == 0x0D { length -= 1 }
        guard length > 0, cells.pointee.split(start, length, at: delimiter) else { return false }
        defer { cells.pointee.clear() }
        let buffer = cells.pointee
        // libcsv takes a line of blanks for no record.
        guard buffer.cells > 1 || !Cell(start: start, count: length).trimmed.isEmpty else { return false }
        recordLine = line
        lineHadRecord = true
        try body(
            Record(
                line: line, count: buffer.cells, bytes: start, ends: UnsafePointer(buffer.ends), start: 0, gap: 1,
                isSheet: isSheet))
        return true
    }

    private func feedLine(_ start: UnsafePointer<UInt8>, _ count: Int, _ body: (Record) throws -> Void) throws {
        let isWhole = parser.pointee.pstate == ParserState.rowNotBegun && !lineHadText
        if parser.pointee.pstate == ParserState.rowNotBegun { recordLine = line }
        lineHadText = true
        let isParsed: Bool
        if isWhole,
            let repaired = DoubledQuotes.repaired(UnsafeBufferPointer(start: start, count: count), delimiter: delimiter)
        {
            isParsed = csv_parse(parser, repaired, repaired.count, onCell, onRow, cells) == repaired.count
        } else {
            isParsed = csv_parse(parser, start, count, onCell, onRow, cells) == count
        }
        guard isParsed, parser.pointee.entry_pos <= RecordReader.longestCell else {
            guard isInsideQuote else {
                throw ImportError.longCell(file: file, line: line, bytes: RecordReader.longestCell)
            }
            throw ImportError.unterminatedQuote(file: file, line: openQuote?.line ?? line)
        }
        if cells.pointee.rows > 0 { try deliver(body) }
        noteOpenQuote()
    }

    private func endLine() {
        if parser.pointee.pstate == ParserState.rowNotBegun, !lineHadRecord, line > headerLine { blankLines += 1 }
        lineHadRecord = false
        lineHadText = false
        line += 1
    }

    private var isInsideQuote: Bool {
        parser.pointee.quoted != 0 && parser.pointee.pstate == ParserState.cellBegun
    }

    private func noteOpenQuote() {
        guard isInsideQuote else {
            openQuote = nil
            return
        }
        let cells = cells.pointee.cells
        if openQuote?.cells != cells { openQuote = (line, cells) }
    }

    private func deliver(_ body: (Record) throws -> Void) throws {
        let buffer = cells.pointee
        // Whatever `body` throws, these rows have been seen.
        defer { cells.pointee.clear() }
        var first = 0
        for row in 0..<buffer.rows {
            let next = buffer.rowEnds[row]
            let start = first == 0 ? 0 : buffer.ends[first - 1]
            try body(
                Record(
                    line: recordLine, count: next - first, bytes: UnsafePointer(buffer.bytes),
                    ends: UnsafePointer(buffer.ends + first), start: start, gap: 0, isSheet: isSheet))
            first = next
        }
        lineHadRecord = lineHadRecord || buffer.rows > 0
    }
}

/// The states of libcsv's parser that matter here (csv.c; its header doesn't name them).
private enum ParserState {
    static let rowNotBegun: Int32 = 0
    static let cellBegun: Int32 = 2
}

private let onCell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    $2?.assumingMemoryBound(to: CellBuffer.self).pointee.add(UnsafeRawPointer($0), $1)
}

private let onRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    $1?.assumingMemoryBound(to: CellBuffer.self).pointee.endRow()
}
