import Exchange
import Foundation
import Receivables

/// Documents of items, in the places that config.toml names.
struct Documents {
    let patterns: [String]
    /// Mail servers refuse more.
    private static let largest = 20 << 20

    /// The document of an item, where there is one.
    ///
    /// - Throws: a sentence where it is there and can't be read, or is too large: a message must not go out without it
    ///   unnoticed.
    func document(of item: ItemKey) throws -> MailMessage.Attachment? {
        // A number may hold anything; a path may not, and a number changed to fit would find another's document.
        for part in [item.number, item.account.text] {
            guard !part.isEmpty, !part.hasPrefix("."), !part.contains(where: { "/\\\0".contains($0) }) else {
                return nil
            }
        }
        for pattern in patterns {
            let filled = Placeholders.filled(pattern, ["item": item.number, "account": item.account.text])
            let path = (filled as NSString).expandingTildeInPath
            var facts = stat()
            guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0 else { continue }
            guard facts.st_size <= Documents.largest else {
                throw CommandFailure(.badData, MailSentences.documentTooLarge(path))
            }
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CommandFailure(.readOrWriteFailed, MailSentences.documentUnreadable(path))
            }
            let name = (path as NSString).lastPathComponent
            return MailMessage.Attachment(name: name, type: .named(name), bytes: Array(data))
        }
        return nil
    }
}
