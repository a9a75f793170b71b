import Files

/// The texts that a workbook's cells share, by number. They go to a temporary file if they are many; where each begins
/// is kept for every sixteenth only.
final class SharedStrings {
    private let contents: ScratchContents
    private let starts: [UInt64]
    /// How many there are.
    let count: Int
    private let pages: UnsafeMutableRawBufferPointer
    /// Which page of the file each place of `pages` holds; -1 for none.
    private var held: [Int]
    private var scratch: [UInt8] = []

    fileprivate static let stride = 16
    private static let pageSize = 16 * 1024
    /// 16 MB of pages at most. Sheets name their texts mostly in the order in which they are kept.
    private static let mostPages = 1024

    init(_ contents: ScratchContents, starts: [UInt64], count: Int) {
        self.contents = contents
        self.starts = starts
        self.count = count
        let pageCount = max(1, min(SharedStrings.mostPages, contents.count / SharedStrings.pageSize + 1))
        pages = .allocate(byteCount: pageCount * SharedStrings.pageSize, alignment: 16)
        held = Array(repeating: -1, count: pageCount)
    }

    deinit { pages.deallocate() }

    /// Appends the text of a number.
    ///
    /// - Returns: false where there is no such text.
    func append(_ number: Int, to text: inout [UInt8]) throws -> Bool {
        guard number >= 0, number < count else { return false }
        var place = Int(starts[number / SharedStrings.stride])
        for _ in 0..<number % SharedStrings.stride { place += 4 + (try length(at: place)) }
        try copy(place + 4, try length(at: place), to: &text)
        return true
    }

    private func length(at place: Int) throws -> Int {
        let offset = place % SharedStrings.pageSize
        if offset + 4 <= SharedStrings.pageSize {
            let page = try page(place / SharedStrings.pageSize)
            return Int(UInt32(littleEndian: page.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        scratch.removeAll(keepingCapacity: true)
        try copy(place, 4, to: &scratch)
        return scratch.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private func copy(_ place: Int, _ count: Int, to text: inout [UInt8]) throws {
        var place = place
        let end = place + count
        while place < end {
            let offset = place % SharedStrings.pageSize
            let part = min(end - place, SharedStrings.pageSize - offset)
            let page = try page(place / SharedStrings.pageSize)
            text.append(contentsOf: page[offset..<offset + part])
            place += part
        }
    }

    private func page(_ number: Int) throws -> UnsafeRawBufferPointer {
        let slot = number % held.count
        let start = slot * SharedStrings.pageSize
        let page = UnsafeMutableRawBufferPointer(rebasing: pages[start..<start + SharedStrings.pageSize])
        if held[slot] != number {
            held[slot] = -1
            _ = try contents.read(at: number * SharedStrings.pageSize, into: page)
            held[slot] = number
        }
        return UnsafeRawBufferPointer(page)
    }
}

/// Gathers the texts of `xl/sharedStrings.xml`.
final class SharedStringsParser: XMLHandler {
    private let file: ScratchFile
    private var starts: [UInt64] = []
    private var count = 0
    private var text: [UInt8] = []
    private var isText = false
    /// Inside the reading aids of East Asian texts, which are no part of them.
    private var isPhonetic = false

    private let si: XMLTag = "si"
    private let t: XMLTag = "t"
    private let rPh: XMLTag = "rPh"
    /// More than a sheet has cells with texts of their own.
    private static let most = 1 << 26

    /// - Parameter mostInMemory: bytes; more of them go to a temporary file.
    init(mostInMemory: Int = 4 << 20) { file = ScratchFile(mostInMemory: mostInMemory) }

    func start(_ tag: XMLTag, _ attributes: XMLAttributes) throws {
        if tag == si {
            text.removeAll(keepingCapacity: true)
        } else if tag == t {
            isText = !isPhonetic
        } else if tag == rPh {
            isPhonetic = true
        }
    }

    func end(_ tag: XMLTag) throws {
        if tag == t {
            isText = false
        } else if tag == rPh {
            isPhonetic = false
        } else if tag == si {
            try keep()
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isText else { return }
        text.append(contentsOf: bytes)
        guard text.count <= SheetLimits.cell else { throw SheetError.tooLarge(part: "a shared text") }
    }

    private func keep() throws {
        if count % SharedStrings.stride == 0 { starts.append(UInt64(file.count)) }
        count += 1
        guard count <= SharedStringsParser.most else { throw SheetError.tooLarge(part: "the shared texts") }
        EscapedText.decode(&text, from: 0)
        try withUnsafeBytes(of: UInt32(text.count).littleEndian) { try file.append($0) }
        try text.withUnsafeBytes { try file.append($0) }
    }

    /// The texts, once all were read.
    func finished() throws -> SharedStrings {
        SharedStrings(try file.finished(), starts: starts, count: count)
    }
}
