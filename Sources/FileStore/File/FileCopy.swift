import Foundation
import Receivables

/// Copies a file's bytes into one that is readable by its owner alone.
enum FileCopy {
    /// - Parameter target: created, or written over where it is a draft that was created before.
    static func write(_ source: String, to target: String) throws {
        let from = open(source, O_RDONLY | O_CLOEXEC)
        guard from >= 0 else { throw failure(source) }
        defer { close(from) }
        let to = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
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
