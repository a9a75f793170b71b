import Glibc

/// Reading a small file whole: settings, templates, drafts.
public enum FileReading {
    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - path: the file's path.
    ///   - most: bytes; a larger one is refused.
    ///   - followsLinks: false where only files of ours belong.
    /// - Throws: `FileProblem` whose step is `.reading`. A file that isn't there has `isMissing`.
    public static func bytes(
        of path: String, most: Int = 1 << 20, followsLinks: Bool = true
    ) throws(FileProblem) -> [UInt8] {
        // Opening a pipe would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw FileProblem(path: path, step: .reading, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileProblem(path: path, step: .reading, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileProblem(path: path, step: .reading, code: ENOTSUP) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count == 0 { return bytes }
            guard count > 0 || errno == EINTR else { throw FileProblem(path: path, step: .reading, code: errno) }
            bytes += piece.prefix(max(0, count))
            guard bytes.count <= most else { throw FileProblem(path: path, step: .reading, code: EFBIG) }
        }
    }

    /// Where a file stops being UTF-8 text.
    public struct NoText: Error, Hashable, Sendable {
        /// From 1; the column counts characters.
        public var line: Int
        /// The column, from 1, in characters.
        public var column: Int
    }

    /// Bytes as UTF-8 text, without a byte order mark; nothing is replaced or guessed. A zero byte is no text: files of
    /// two bytes a letter have them.
    public static func text(_ bytes: [UInt8]) throws(NoText) -> String {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) { return text }
        var (line, column) = (1, 1)
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&rest), scalar != "\0" {
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        throw NoText(line: line, column: column)
    }
}
