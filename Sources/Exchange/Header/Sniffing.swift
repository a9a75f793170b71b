import Receivables

/// The first rows of a file, and what separates its cells: whichever sign makes the most of its header.
struct Sniffing {
    let delimiter: UInt8
    let rows: [(line: Int, cells: [String])]

    static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    private static let sampleSize = 128 * 1024
    private static let rowsLookedAt = 200

    /// - Parameters:
    ///   - names: headers that profiles know, besides those that everybody knows.
    ///   - delimiters: those that may be it.
    /// - Throws: `ImportError.endlessLine`.
    init(
        _ text: TextBlocks, file: String, newline: UInt8, names: Set<String> = [],
        delimiters: [UInt8] = Sniffing.candidates
    ) throws {
        let sample = try Sniffing.sample(of: text)
        var best: (delimiter: UInt8, rows: [(line: Int, cells: [String])], score: (Int, Int))?
        for delimiter in delimiters {
            let rows = Sniffing.rows(of: sample, file: file, delimiter: delimiter, newline: newline)
            let score = rows.map { (HeaderFinder.score($0.cells, names), $0.cells.count) }.max { $0 < $1 } ?? (0, 0)
            if best.map({ $0.score < score }) ?? true { best = (delimiter, rows, score) }
        }
        delimiter = best?.delimiter ?? 0x2C
        rows = best?.rows ?? []
        // A sample that holds no end of a line; a quote that never closes is told apart by the real reading.
        if rows.isEmpty, sample.count >= Sniffing.sampleSize, !sample.contains(newline) {
            throw ImportError.endlessLine(file: file, bytes: sample.count)
        }
    }

    private struct Enough: Error {}

    private static func sample(of text: TextBlocks) throws -> [UInt8] {
        var sample: [UInt8] = []
        do {
            try text.forEach { block in
                sample.append(contentsOf: block.prefix(sampleSize - sample.count))
                if sample.count >= sampleSize { throw Enough() }
            }
        } catch is Enough {}
        return sample
    }

    /// The first rows under a delimiter. A quote that never closes is for the real reading to complain of.
    private static func rows(
        of sample: [UInt8], file: String, delimiter: UInt8, newline: UInt8
    ) -> [(line: Int, cells: [String])] {
        let reader = RecordReader(file: file, delimiter: delimiter, newline: newline)
        var rows: [(line: Int, cells: [String])] = []
        func consume(_ record: Record) throws {
            let cells = record.texts
            if cells.contains(where: { !$0.isEmpty }) { rows.append((record.line, cells)) }
            if rows.count >= rowsLookedAt { throw Enough() }
        }
        try? sample.withUnsafeBufferPointer { bytes in
            try reader.feed(bytes, consume)
            if sample.count < sampleSize { try reader.finish(consume) }
        }
        return rows
    }
}
