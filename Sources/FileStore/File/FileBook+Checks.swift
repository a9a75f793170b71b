import Files
import Foundation
import Receivables

extension FileBook {
    /// Looks at the file before SQLite does, so that each trouble gets its own sentence.
    static func checkFile(_ path: String) throws {
        try checkCanBeRead(path)
        // In WAL mode a reader too writes files next to the book.
        guard canBeWritten(path) else { throw BookError.readOnly(path: path) }
        try checkMagic(path)
    }

    /// Whether the file and its folder may be written.
    static func canBeWritten(_ path: String) -> Bool {
        access(path, W_OK) == 0 && access(NewFile.folder(of: path), W_OK) == 0
    }

    static func checkCanBeRead(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == EACCES ? BookError.notPermitted(path: path) : BookError.missing(path: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw BookError.notABook(path: path, why: "it is not a file")
        }
        guard access(path, R_OK) == 0 else { throw BookError.notPermitted(path: path) }
    }

    static func checkMagic(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw BookError.notPermitted(path: path) }
        defer { Glibc.close(file) }
        var head = [UInt8](repeating: 0, count: 16)
        let count = read(file, &head, head.count)
        guard count > 0 else { throw BookError.notABook(path: path, why: "it is empty") }
        guard Array(head.prefix(15)) == Array("SQLite format 3".utf8) else {
            throw BookError.notABook(path: path, why: "its first bytes are not those of a book")
        }
    }

    /// Creates the file, readable by its owner alone, before SQLite opens it: SQLite itself would make it 0644.
    ///
    /// - Parameter place: where it goes once it is whole, which is what an error speaks of.
    static func createFile(_ path: String, for place: String? = nil) throws {
        let place = place ?? path
        let folder = NewFile.folder(of: path)
        var status = stat()
        guard stat(folder, &status) == 0 else {
            throw BookError.cannotCreate(path: place, why: "there is no folder \(folder)")
        }
        do {
            Glibc.close(try NewFile.create(path, for: place))
        } catch {
            guard error.code != EEXIST else { throw BookError.alreadyExists(path: place) }
            throw BookError.cannotCreate(path: place, why: error.reason)
        }
    }
}
