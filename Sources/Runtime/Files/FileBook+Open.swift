import FileStore
import Foundation
import Telephony

extension FileBook {
    /// Opens a book, and says so on a terminal where it has to be brought up to date first.
    package static func opened(_ path: String, patience: Double = usualPatience, asRehearsal: Bool = false) throws
        -> FileBook
    {
        let line = UpgradeLine(path)
        defer { line.end() }
        return try FileBook(
            opening: path, patience: patience, asRehearsal: asRehearsal, upgrading: { try line.show($0) },
            telephones: Telephony.parser)
    }
}

/// One line on stderr that is written over while it goes on; nothing elsewhere: what is piped is not for a person.
private final class UpgradeLine {
    private let sentence: String
    private var shown = ""

    init(_ path: String) { sentence = "Bringing \((path as NSString).lastPathComponent) up to date (once)" }

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
