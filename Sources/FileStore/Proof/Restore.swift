import Foundation
import Receivables

extension FileBook {
    /// Puts a backup in a book's place. The book of before is never overwritten but kept beside it.
    ///
    /// - Parameter tag: goes into the name under which the old book is kept.
    /// - Returns: where the old book is now, or nil where there was none.
    public static func restore(_ backup: FileBook, to path: String, keepingOldAs tag: String) throws -> String? {
        let proof = try backup.verify { _, _ in }
        guard proof.isSound else {
            throw BookError.damaged(path: backup.path, why: proof.problems.first?.text ?? "it is not sound")
        }
        // Written whole beside the book first, so that a stop in between leaves the book as it was.
        let fresh = path + ".restoring-" + tag
        try backup.backup(to: fresh)
        var kept: String?
        if access(path, F_OK) == 0 {
            let old = path + ".before-" + tag
            for (from, to) in zip(files(of: path), files(of: old)) where access(from, F_OK) == 0 {
                guard rename(from, to) == 0 else { throw failure(path) }
            }
            kept = old
        }
        guard rename(fresh, path) == 0 else { throw failure(path) }
        return kept
    }

    private static func failure(_ path: String) -> BookError {
        .failed(path: path, why: String(cString: strerror(errno)))
    }
}
