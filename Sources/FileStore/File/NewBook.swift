import Files
import Foundation
import Receivables

extension FileBook {
    /// Makes a new, empty book with the rules given.
    ///
    /// It is made beside its place and put there when it is whole, so that whoever is stopped meanwhile leaves no half of one.
    ///
    /// - Parameters:
    ///   - id: random; tells two books apart.
    ///   - telephones: reads numbers; by default only those in international form.
    /// - Throws: `BookError.alreadyExists`, `.cannotCreate`.
    public convenience init(
        creating path: String, rules: Rules, id: String,
        telephones: @escaping TelephoneParser = FileBook.readsInternational
    ) throws {
        try NewBook(path).make(rules, id)
        try self.init(opening: path, telephones: telephones)
    }
}

/// A book on its way to its place.
private struct NewBook {
    private let path: String
    /// Of this process alone.
    private let draft: String
    private static let mark = ".new-"

    init(_ path: String) {
        self.path = path
        draft = path + NewBook.mark + "\(getpid())"
    }

    func make(_ rules: Rules, _ id: String) throws {
        clearAway()
        guard !isTaken else { throw BookError.alreadyExists(path: path) }
        try FileBook.createFile(draft, for: path)
        defer { NewBook.remove(draft) }
        try translatingErrors(at: path) { try FileBook(filling: draft, rules: rules, id: id).close() }
        try settle()
    }

    /// Also by a link that leads nowhere.
    private var isTaken: Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// A second name for it, which no other file can have had before; where the file system knows no such thing, its only one.
    private func settle() throws {
        if link(draft, path) != 0 {
            guard errno != EEXIST, !isTaken else { throw BookError.alreadyExists(path: path) }
            guard rename(draft, path) == 0 else { throw BookError.cannotCreate(path: path, why: String(cString: strerror(errno))) }
        }
        // The name is to survive a power cut as well.
        try? NewFile.sync(folderOf: path)
    }

    /// What others left who were killed while they made this book.
    private func clearAway() {
        NewBook.remove(draft)
        let drafts = (path as NSString).lastPathComponent + NewBook.mark
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(drafts) {
            guard let process = pid_t(name.dropFirst(drafts.count).prefix { $0.isNumber }), kill(process, 0) != 0, errno == ESRCH else { continue }
            unlink((folder as NSString).appendingPathComponent(name))
        }
    }

    private var folder: String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    private static func remove(_ path: String) { for file in FileBook.files(of: path) + [path + "-journal"] { unlink(file) } }
}
