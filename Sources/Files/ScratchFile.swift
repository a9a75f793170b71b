import Glibc

/// Bytes that a program needs for a while, more than memory may hold: a file that has no name, so that no one else can
/// open it and nothing of it stays. Few bytes stay in memory.
///
/// What was appended can be read anywhere, also between two writings. `finished` ends the writing, and what it returns
/// can be read by another thread.
public final class ScratchFile {
    /// What is not in the file yet.
    private var waiting: [UInt8] = []
    private var descriptor: Int32 = -1
    private let mostInMemory: Int
    /// How many bytes were appended.
    public private(set) var count = 0

    /// Bytes that are written at a time.
    private static let piece = 1 << 20

    /// - Parameter mostInMemory: bytes; a longer one goes to the disk.
    public init(mostInMemory: Int = 1 << 20) { self.mostInMemory = mostInMemory }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Appends bytes.
    ///
    /// - Throws: `FileProblem` that names the folder for temporary files.
    public func append(_ bytes: UnsafeRawBufferPointer) throws(FileProblem) {
        waiting.append(contentsOf: bytes)
        count += bytes.count
        if waiting.count > (descriptor < 0 ? mostInMemory : ScratchFile.piece) { try flush() }
    }

    /// Copies bytes out.
    ///
    /// - Parameters:
    ///   - offset: where they begin.
    ///   - buffer: is filled, as far as there are bytes.
    /// - Returns: how many were copied.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
        if descriptor >= 0 { try flush() }
        return try ScratchFile.read(waiting, descriptor, count: count, at: offset, into: buffer)
    }

    /// Ends the writing.
    ///
    /// - Returns: what can be read, also by another thread.
    public func finished() throws(FileProblem) -> ScratchContents {
        defer {
            descriptor = -1
            waiting = []
        }
        if descriptor >= 0 { try flush() }
        return ScratchContents(bytes: waiting, descriptor: descriptor, count: count)
    }

    private func flush() throws(FileProblem) {
        if descriptor < 0 { descriptor = try ScratchFile.create() }
        var done = 0
        while done < waiting.count {
            let written = waiting.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            guard written > 0 || (written < 0 && errno == EINTR) else {
                throw FileProblem(path: ScratchFile.folder, step: .writing, code: written < 0 ? errno : ENOSPC)
            }
            done += max(0, written)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Where the system wants files that no one keeps; `/var/tmp` is no memory, as `/tmp` may be.
    public static var folder: String {
        guard let named = getenv("TMPDIR").map({ String(cString: $0) }), named.hasPrefix("/") else { return "/var/tmp" }
        return named
    }

    /// A file that has lost its name at once.
    private static func create() throws(FileProblem) -> Int32 {
        let path = folder + "/duly-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let descriptor = try NewFile.create(path, for: folder)
        unlink(path)
        return descriptor
    }

    /// Copies out of the file, or of the bytes where there is none.
    fileprivate static func read(
        _ bytes: [UInt8], _ descriptor: Int32, count: Int, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(FileProblem) -> Int {
        let wanted = min(buffer.count, count - offset)
        guard offset >= 0, wanted > 0 else { return 0 }
        guard descriptor >= 0 else {
            bytes[offset..<offset + wanted].withUnsafeBytes { buffer.copyMemory(from: $0) }
            return wanted
        }
        var done = 0
        while done < wanted {
            let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, wanted - done, off_t(offset + done))
            guard got > 0 || (got < 0 && errno == EINTR) else {
                throw FileProblem(path: FileProblem.temporaryFile, step: .reading, code: got < 0 ? errno : EIO)
            }
            done += max(0, got)
        }
        return done
    }
}

/// What a `ScratchFile` holds, once it is complete.
public final class ScratchContents: Sendable {
    private let bytes: [UInt8]
    private let descriptor: Int32
    /// How many bytes there are.
    public let count: Int

    init(bytes: [UInt8], descriptor: Int32, count: Int) {
        self.bytes = bytes
        self.descriptor = descriptor
        self.count = count
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Copies bytes out.
    ///
    /// - Parameters:
    ///   - offset: where they begin.
    ///   - buffer: is filled, as far as there are bytes.
    /// - Returns: how many were copied.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int {
        try ScratchFile.read(bytes, descriptor, count: count, at: offset, into: buffer)
    }
}
