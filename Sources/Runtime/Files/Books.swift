import FileStore
import Foundation
import Receivables
import Telephony

/// Opens, makes and removes books by where they are: paths of files.
///
/// What works with a book takes `any Book`. `openFile` is for what concerns the file itself: backups, verifying and
/// repairing it, its tables, the bytes of erased words.
package enum Books {
    /// Opens a book, and says so on a terminal where it has to be brought up to date first.
    ///
    /// - Parameters:
    ///   - location: the book's file.
    ///   - patience: seconds to wait for another writer before `BookError.busy`.
    ///   - asRehearsal: whatever is written is seen by this object alone and gone with it.
    /// - Throws: `BookError`.
    package static func open(
        _ location: String, patience: Double = FileBook.usualPatience, asRehearsal: Bool = false
    ) throws -> any Book {
        try openFile(location, patience: patience, asRehearsal: asRehearsal)
    }

    /// Opens a book as the file that it is.
    ///
    /// - Throws: `BookError`.
    package static func openFile(
        _ location: String, patience: Double = FileBook.usualPatience, asRehearsal: Bool = false
    ) throws -> FileBook {
        let line = UpgradeLine(location)
        defer { line.end() }
        return try FileBook(
            opening: location, patience: patience, asRehearsal: asRehearsal, upgrading: { try line.show($0) },
            telephones: Telephony.parser)
    }

    /// Makes a new, empty book.
    ///
    /// - Throws: `BookError.alreadyExists`, `.cannotCreate`.
    package static func create(_ location: String, rules: Rules) throws -> any Book {
        try FileBook(creating: location, rules: rules, id: ProcessContext.newID(), telephones: Telephony.parser)
    }

    /// Removes a book that is closed, with the files next to it; one that isn't there is no matter.
    package static func remove(_ location: String) { FileBook.files(of: location).forEach { unlink($0) } }
}

/// One line on stderr that is written over while it goes on; nothing elsewhere: what is piped is not for a person.
private final class UpgradeLine {
    private let sentence: String
    private var shown = ""

    init(_ path: String) { sentence = RuntimeSentences.bringingUpToDate((path as NSString).lastPathComponent) }

    func show(_ upgrade: BookUpgrade) throws {
        try Interrupt.check()
        let text = upgrade.total == 0 ? "\(sentence)\u{2026}" : "\(sentence): \(upgrade.done * 100 / upgrade.total) %"
        guard text != shown, Output.errorsGoToTerminal, !Output.isPiped else { return }
        shown = text
        Output.over(text)
    }

    func end() {
        guard !shown.isEmpty else { return }
        Output.over(sentence)
        Output.say(".")
    }
}
