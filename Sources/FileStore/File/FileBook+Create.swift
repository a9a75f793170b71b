import Files
import Foundation
import Receivables

extension FileBook {
    /// Makes a new, empty book with the rules given.
    ///
    /// It is made next to its place and put there when it is whole, so that a stop meanwhile leaves no half of one.
    ///
    /// - Parameters:
    ///   - path: the place of the book.
    ///   - rules: written as the first entry.
    ///   - id: random; tells two books apart.
    ///   - telephones: reads numbers; by default only those in international form.
    /// - Throws: `BookError.alreadyExists`, `.cannotCreate`.
    public convenience init(
        creating path: String, rules: Rules, id: String,
        telephones: @escaping TelephoneParser = FileBook.readsInternational
    ) throws {
        let making = FileInMaking(path)
        try making.create()
        defer { making.remove() }
        try translatingErrors(at: path) {
            let book = try FileBook(filling: making.draft, rules: rules, id: id)
            // Closing does the same and keeps silent where it fails: the file would get its name without what is in the
            // log.
            try book.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try book.close()
        }
        guard FileInMaking.isWithoutLog(making.draft) else {
            throw BookError.failed(path: path, why: "what was written could not be brought to the disk")
        }
        try making.setAsideLogs()
        try making.settle()
        try self.init(opening: path, telephones: telephones)
    }
}
