import Foundation
import Receivables

/// A temporary file that no one else sees: it has lost its name before the first byte is written, and is gone with
/// the program, however that ends.
final class SpoolFile {
    private let descriptor: Int32
    private let folder: String
    private var waiting: [UInt8] = []
    /// Bytes appended so far.
    private(set) var end = 0

    private static let piece = 1 << 20

    /// In the folder that `TMPDIR` names, else in `/var/tmp`, which is no memory: extracts may be large.
    ///
    /// - Throws: `BookError.diskFull`, `.failed`.
    init() throws {
        folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp"
        // `mkstemp` writes the name that it chose over the template, which has to be bytes that end with zero.
        var name = Array("\(folder)/duly-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw SpoolFile.error(errno, folder) }
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        waiting.reserveCapacity(SpoolFile.piece * 2)
    }

    deinit { close(descriptor) }

    func append(_ bytes: UnsafeRawBufferPointer) throws {
        waiting.append(contentsOf: bytes)
        end += bytes.count
        if waiting.count >= SpoolFile.piece { try flush() }
    }

    /// Hands over what was appended.
    func flush() throws {
        try waiting.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                guard count > 0 || errno == EINTR else { throw SpoolFile.error(count == 0 ? ENOSPC : errno, folder) }
                done += max(0, count)
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Fills a piece of memory with what was flushed from a place on.
    func read(_ memory: UnsafeMutableRawBufferPointer, from place: Int) throws {
        var done = 0
        while done < memory.count {
            let count = pread(
                descriptor, memory.baseAddress.map { $0 + done }, memory.count - done, off_t(place + done))
            guard count > 0 || (count < 0 && errno == EINTR) else {
                throw SpoolFile.error(count == 0 ? EIO : errno, folder)
            }
            done += max(0, count)
        }
    }

    private static func error(_ code: Int32, _ folder: String) -> BookError {
        code == ENOSPC || code == EDQUOT
            ? .diskFull(path: folder)
            : .failed(path: folder, why: "a temporary file there: \(String(cString: strerror(code)))")
    }
}
