import Foundation
import Hashing
import Sheets

/// A file on disk, read from its start in blocks: extracts are larger than memory may be. One that was compressed by
/// gzip is unpacked on the way, and of a workbook a sheet is read as text.
final class ByteFile {
    private let descriptor: Int32
    private let path: String
    private static let blockSize = 256 * 1024
    /// Called with how many bytes of the disk have been read so far, over all readings; may throw to stop.
    var watch: ((Int) throws -> Void)?
    private var bytesRead = 0
    /// On disk, in bytes.
    let size: Int
    private let modified: timespec
    /// What every reading has to find, from the first on that saw all of it.
    var expected: FileContents?
    /// Which sheet is read, where it is a workbook.
    var choice = SheetChoice()
    /// The sheet that is read, once it is made text; nil for files without sheets.
    private(set) var sheet: SheetText?
    private var mayHaveSheets: Bool

    /// - Parameters:
    ///   - sheet: the text of its sheet, where that was made before.
    ///   - isRaw: its own bytes are read, whatever it is.
    /// - Throws: `ImportError.notAFile`, or `.unreadable` with the system's own words.
    init(path: String, sheet: SheetText? = nil, isRaw: Bool = false) throws(ImportError) {
        self.path = path
        self.sheet = sheet
        mayHaveSheets = sheet == nil && !isRaw
        // A pipe that nobody writes to would keep us waiting.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        let code = errno
        var status = stat()
        let isThere = fstat(descriptor, &status) == 0
        size = isThere ? Int(status.st_size) : 0
        modified = isThere ? status.st_mtim : timespec()
        guard descriptor >= 0 else {
            throw code == ENOENT
                ? .missing(file: path) : .unreadable(file: path, why: String(cString: strerror(code)))
        }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFDIR else { throw .notAFile(file: path) }
    }

    deinit { close(descriptor) }

    /// Calls `body` with every block of the file, in order, unpacked where it was compressed.
    ///
    /// - Throws: `ImportError.changed` where the contents are not those `expected`; and what `body` throws.
    func forEachBlock(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let expected else { return try forEachBlockUnpacked(body) }
        guard expected.size == size, expected.modified == FileContents.nanoseconds(modified) else {
            throw ImportError.changed(file: path)
        }
        var hasher = SHA256()
        try forEachBlockUnpacked { block in
            hasher.update(block)
            try body(block)
        }
        guard Hexadecimal.text(hasher.digest()) == expected.hash else { throw ImportError.changed(file: path) }
    }

    /// What was seen, now that all of it was read.
    ///
    /// - Parameter hash: SHA-256 of the contents, unpacked.
    func contents(hash: String) -> FileContents {
        FileContents(size: size, modified: FileContents.nanoseconds(modified), hash: hash)
    }

    private func forEachBlockUnpacked(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try findSheet()
        if let sheet { return try forEachBlock(of: sheet, body) }
        var gunzip: Gunzip?
        var isFirst = true
        try forEachBlockOnDisk { block in
            if isFirst, Gunzip.isGzip(block) { gunzip = try Gunzip(path: path) }
            isFirst = false
            if let gunzip { try gunzip.feed(block, body) } else { try body(block) }
        }
        try gunzip?.finish(body)
    }

    private func findSheet() throws {
        guard mayHaveSheets else { return }
        var start = [UInt8](repeating: 0, count: ForeignFormat.startSize)
        let count = start.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        let format = start.withUnsafeBytes {
            ForeignFormat(start: UnsafeRawBufferPointer(rebasing: $0[..<max(0, count)]))
        }
        mayHaveSheets = false
        guard let format else { return }
        do {
            sheet = try SheetText(of: format, descriptor, size: size, file: path, choice) { count in
                self.bytesRead += count
                try self.watch?(self.bytesRead)
            }
        } catch let error as SheetError {
            throw ImportError.sheet(file: path, error)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) == size,
            FileContents.nanoseconds(status.st_mtim) == FileContents.nanoseconds(modified)
        else { throw ImportError.changed(file: path) }
    }

    private func forEachBlock(of sheet: SheetText, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let before = bytesRead
        var done = 0
        try sheet.forEachBlock { block in
            done += block.count
            // As far on the disk as in the text.
            bytesRead = before + Int(Double(size) * Double(done) / Double(sheet.contents.count))
            try watch?(bytesRead)
            try body(block)
        }
    }

    private func forEachBlockOnDisk(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: ByteFile.blockSize, alignment: 16)
        defer { block.deallocate() }
        lseek(descriptor, 0, SEEK_SET)
        while true {
            let count = read(descriptor, block.baseAddress, block.count)
            if count == 0 { return }
            if count < 0 {
                if errno == EINTR { continue }
                throw ImportError.unreadable(file: path, why: String(cString: strerror(errno)))
            }
            bytesRead += count
            try watch?(bytesRead)
            try body(UnsafeRawBufferPointer(rebasing: block[..<count]))
        }
    }
}
