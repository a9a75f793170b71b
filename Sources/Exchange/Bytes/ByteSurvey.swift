import Hashing

/// The first sweep over a file: its hash, its encoding, and whether it is text at all.
struct ByteSurvey {
    private(set) var encoding = TextEncoding.utf8
    /// Bytes of the byte order mark.
    private(set) var markLength = 0
    /// What ends a line: a line feed, or a carriage return in files without any.
    private(set) var newline: UInt8 = 0x0D
    /// SHA-256 in hexadecimal.
    private(set) var hash = ""
    private(set) var bytes = 0

    private var utf8 = UTF8Check()
    private var nulAtEven = 0
    private var nulAtOdd = 0
    /// Somebody said so, and it isn't asked whether the bytes look like it.
    private let isSaid: Bool

    /// - Parameters:
    ///   - encoding: where the user says it.
    ///   - isMarkup: the file is known to be XML or HTML.
    init(of file: ByteFile, path: String, encoding said: TextEncoding? = nil, isMarkup: Bool = false) throws {
        isSaid = said != nil
        encoding = said ?? .utf8
        var hasher = SHA256()
        try file.forEachBlock { block in
            if bytes == 0 {
                if file.sheet == nil, !isMarkup { try ByteSurvey.refuseForeign(block, path: path) }
                readStart(block, isText: file.sheet != nil)
            }
            hasher.update(block)
            if encoding == .utf8 || encoding == .windows1252 { look(at: block) }
            bytes += block.count
        }
        hash = Hexadecimal.text(hasher.digest())
        try conclude(path: path)
    }

    private static func refuseForeign(_ block: UnsafeRawBufferPointer, path: String) throws(ImportError) {
        if let format = ForeignFormat(start: block) { throw .foreign(file: path, format) }
    }

    /// - Parameter isText: the bytes are a sheet's text, which is UTF-8 whatever the user says of the file.
    private mutating func readStart(_ block: UnsafeRawBufferPointer, isText: Bool) {
        if isText { encoding = .utf8 }
        let candidates: [TextEncoding] = isSaid ? [encoding] : [.utf8, .utf16LittleEndian, .utf16BigEndian]
        if let marked = candidates.first(where: { !$0.mark.isEmpty && block.starts(with: $0.mark) }) {
            (encoding, markLength) = (marked, marked.mark.count)
        }
        if encoding != .utf8, block.contains(0x0A) { newline = 0x0A }
    }

    private mutating func look(at block: UnsafeRawBufferPointer) {
        utf8.add(block)
        if newline != 0x0A, block.contains(0x0A) { newline = 0x0A }
        guard utf8.sawNul else { return }
        for (place, byte) in block.enumerated() where byte == 0 {
            if (bytes + place) % 2 == 0 { nulAtEven += 1 } else { nulAtOdd += 1 }
        }
    }

    private mutating func conclude(path: String) throws {
        guard bytes > markLength else { throw ImportError.empty(file: path) }
        guard encoding == .utf8 || encoding == .windows1252 else { return }
        let nuls = nulAtEven + nulAtOdd
        // Every other byte of Latin text in UTF-16 is zero, and hardly one of those between.
        if nuls * 4 > bytes, max(nulAtEven, nulAtOdd) * 10 > nuls * 9 {
            throw ImportError.unmarkedUTF16(file: path, isLittleEndian: nulAtOdd >= nulAtEven)
        }
        if nuls > 0 { throw ImportError.nulBytes(file: path, count: nuls) }
        if !isSaid, !utf8.isValid { encoding = .windows1252 }
    }
}
