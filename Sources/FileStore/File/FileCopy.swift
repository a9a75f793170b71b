import Foundation
import Receivables

/// Copies a file's bytes into one that is readable by its owner alone.
enum FileCopy {
    /// - Parameters:
    ///   - target: must not exist yet, not even as a link.
    ///   - replacing: whether a draft of that name gives way.
    static func write(_ source: String, to target: String, replacing: Bool = false) throws {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { throw failure(source) }
        defer { close(from) }
        if replacing { unlink(target) }
        try FileBook.createFile(target, for: target)
        let to = open(target, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard to >= 0 else { throw failure(target) }
        defer { close(to) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(from, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(source) }
            guard count > 0 else { break }
            var rest = buffer[..<count]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { Glibc.write(to, $0.baseAddress, $0.count) }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw failure(target) }
                rest = rest.dropFirst(written)
            }
        }
        guard fsync(to) == 0 else { throw failure(target) }
    }

    private static func failure(_ path: String) -> BookError {
        errno == ENOSPC ? .diskFull(path: path) : .failed(path: path, why: String(cString: strerror(errno)))
    }
}
