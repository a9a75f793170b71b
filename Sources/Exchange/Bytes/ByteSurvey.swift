import Hashing

/// The first sweep over a file: its hash, how it spells text, and whether it is text at all.
struct ByteSurvey {
    private(set) var spelling = TextSpelling()
    /// SHA-256 in hexadecimal.
    private(set) var hash = ""
    private(set) var bytes = 0
    /// Zeros among the text, and the physical line of the first.
    private(set) var nuls = (count: 0, firstLine: 0)

    private var utf8 = UTF8Check()
    private var nulAtEven = 0
    private var nulAtOdd = 0
    private var firstNul: Int?
    /// Zeros that follow each other: now, and at most.
    private var nulRun = 0
    private var longestNulRun = 0
    /// Somebody said so, and it isn't asked whether the bytes look like it.
    private let isSaid: Bool
    private let declared: TextEncoding?

    /// More zeros in a row than pad any cell: a part of the file was never written.
    private static let longestPadding = 256

    /// - Parameters:
    ///   - encoding: where the user says it.
    ///   - isMarkup: the file is known to be XML or HTML.
    ///   - declared: what the text says of itself; text that can be UTF-8 is, for pages are saved again in it.
    /// - Throws: `ImportError.unclearEncoding` where several encodings fit, and those of files that are no text.
    init(
        of file: ByteFile, path: String, encoding said: TextEncoding? = nil, isMarkup: Bool = false,
        declared: TextEncoding? = nil
    ) throws {
        isSaid = said != nil
        self.declared = declared
        spelling.encoding = said ?? .utf8
        var hasher = SHA256()
        try file.forEachBlock { block in
            if bytes == 0 {
                if file.sheet == nil, !isMarkup { try ByteSurvey.refuseForeign(block, path: path) }
                readStart(block, isText: file.sheet != nil)
            }
            hasher.update(block)
            if spelling.encoding.isOfBytes { look(at: block) }
            bytes += block.count
        }
        hash = Hexadecimal.text(hasher.digest())
        try conclude(file, path: path)
    }

    private static func refuseForeign(_ block: UnsafeRawBufferPointer, path: String) throws(ImportError) {
        if let format = ForeignFormat(start: block) { throw .foreign(file: path, format) }
    }

    /// - Parameter isText: the bytes are a sheet's text, which is UTF-8 whatever the user says of the file.
    private mutating func readStart(_ block: UnsafeRawBufferPointer, isText: Bool) {
        if isText { spelling.encoding = .utf8 }
        let candidates: [TextEncoding] = isSaid ? [spelling.encoding] : [.utf8, .utf16LittleEndian, .utf16BigEndian]
        if let marked = candidates.first(where: { !$0.mark.isEmpty && block.starts(with: $0.mark) }) {
            (spelling.encoding, spelling.markLength) = (marked, marked.mark.count)
        }
        if spelling.encoding != .utf8, block.contains(0x0A) { spelling.newline = 0x0A }
    }

    private mutating func look(at block: UnsafeRawBufferPointer) {
        utf8.add(block)
        if spelling.newline != 0x0A, block.contains(0x0A) { spelling.newline = 0x0A }
        guard utf8.sawNul else { return }
        for (place, byte) in block.enumerated() {
            guard byte == 0 else {
                nulRun = 0
                continue
            }
            if firstNul == nil { firstNul = bytes + place }
            if (bytes + place) % 2 == 0 { nulAtEven += 1 } else { nulAtOdd += 1 }
            nulRun += 1
            longestNulRun = max(longestNulRun, nulRun)
        }
    }

    private mutating func conclude(_ file: ByteFile, path: String) throws {
        guard bytes > spelling.markLength else { throw ImportError.empty(file: path) }
        guard spelling.encoding.isOfBytes else { return }
        let count = nulAtEven + nulAtOdd
        // Every other byte of Latin text in UTF-16 is zero, and hardly one of those between.
        if count * 4 > bytes, max(nulAtEven, nulAtOdd) * 10 > count * 9 {
            throw ImportError.unmarkedUTF16(file: path, isLittleEndian: nulAtOdd >= nulAtEven)
        }
        if longestNulRun > ByteSurvey.longestPadding || count * 2 > bytes {
            throw ImportError.nulBytes(file: path, count: count)
        }
        if let firstNul {
            spelling.hasNuls = true
            nuls = (count, try line(of: firstNul, in: file))
        }
        let isUTF8 = utf8.isValid && utf8.isComplete
        if !isSaid, !isUTF8 { spelling.encoding = try encoding(of: file, path: path) }
        spelling.isDamaged = spelling.encoding == .utf8 && !isUTF8
    }

    private func encoding(of file: ByteFile, path: String) throws -> TextEncoding {
        if let declared, declared.isOfBytes { return declared }
        let evidence = EncodingEvidence(try EncodingSample(of: file, newline: spelling.newline))
        if let encoding = evidence.encoding { return encoding }
        throw ImportError.unclearEncoding(file: path, readings: evidence.readings, isKnown: evidence.fits)
    }

    private struct Found: Error {}

    /// The physical line of a byte, from 1.
    private func line(of place: Int, in file: ByteFile) throws -> Int {
        var line = 1
        var passed = 0
        do {
            try file.forEachBlock { block in
                line += block.prefix(place - passed).count { $0 == spelling.newline }
                passed += block.count
                if passed > place { throw Found() }
            }
        } catch is Found {}
        return line
    }
}
