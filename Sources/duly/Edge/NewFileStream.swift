import Foundation

/// A file that must not exist yet, readable by its owner alone, written piece by piece and brought to the disk.
final class NewFileStream {
    private let path: String
    private let file: FileHandle
    private var waiting = Data()

    init(_ path: String) throws {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure(.cannotCreate, "\(path) can't be created: \(String(cString: strerror(errno))).")
        }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ text: some StringProtocol) throws {
        waiting.append(contentsOf: text.utf8)
        if waiting.count > 1 << 18 { try flush() }
    }

    private func flush() throws {
        do {
            try file.write(contentsOf: waiting)
            waiting.removeAll(keepingCapacity: true)
        } catch {
            throw Failure(.readOrWriteFailed, "\(path) can't be written: \(error.localizedDescription).")
        }
    }

    func close() throws {
        try flush()
        guard fsync(file.fileDescriptor) == 0 else {
            throw Failure(.readOrWriteFailed, "\(path) can't be written: \(String(cString: strerror(errno))).")
        }
        try file.close()
    }
}
