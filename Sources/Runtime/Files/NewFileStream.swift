import Files

/// A new file that is written piece by piece, for what is too long to be held.
final class NewFileStream {
    private let file: NewFile
    private var waiting = ""
    /// Bytes that are gathered before they are written.
    private static let enough = 1 << 18

    /// - Throws: `FileProblem`, as all that follows.
    init(_ path: String) throws { file = try NewFile(path) }

    func write(_ text: some StringProtocol) throws {
        waiting += text
        if waiting.utf8.count > NewFileStream.enough { try flush() }
    }

    private func flush() throws {
        try file.write(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    func close() throws {
        try flush()
        try file.commit()
    }
}
