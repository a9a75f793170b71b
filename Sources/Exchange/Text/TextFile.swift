import Foundation

/// A file that is written from its first byte to its last, a piece at a time.
final class TextFile {
    /// Bytes that are worth a writing.
    static let piece = 64 << 10

    private let handle: FileHandle

    /// - Throws: the system's error, as everything here does.
    init(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw TextFile.systemError }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ text: String) throws {
        if !text.isEmpty { try handle.write(contentsOf: Data(text.utf8)) }
    }

    /// It is on its way to the disk, and nothing was lost on that way.
    func close() throws { try handle.close() }

    static func move(_ path: String, to place: String) throws {
        guard rename(path, place) == 0 else { throw systemError }
    }

    private static var systemError: any Error { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
