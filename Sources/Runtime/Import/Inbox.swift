import Exchange
import Files
import Foundation

/// A folder that an ERP puts its extracts into.
package enum Inbox {
    /// Whether a name given to `duly import` is a folder.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// What has been taken into a book before, by SHA-256 of the contents; nothing where there is no book yet.
    static func hashes(in book: String) throws -> Set<String> {
        guard access(book, F_OK) == 0 else { return [] }
        let book = try Books.open(book)
        defer { try? book.close() }
        return try book.importedHashes()
    }

    /// The files of a folder, by name, without what is ours, hidden, or still on its way.
    package static func files(in folder: String) throws -> [String] {
        guard access(folder, R_OK | X_OK) == 0 else {
            throw CommandFailure(
                .notPermitted, RuntimeSentences.cannotReadFolder(folder, String(cString: strerror(errno))))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        return names.filter(isExtract).sorted().map { (folder as NSString).appendingPathComponent($0) }.filter(isFile)
    }

    private static let others = [".rejects.csv", ".part", ".filepart", ".tmp", ".crdownload", "~", ".toml", ".md"]

    private static func isExtract(_ name: String) -> Bool {
        // Excel marks a workbook that is open by a file with `~$` before its name.
        !name.hasPrefix(".") && !name.hasPrefix("~$") && !NewFile.isDraft(name)
            && !others.contains { name.lowercased().hasSuffix($0) }
    }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
