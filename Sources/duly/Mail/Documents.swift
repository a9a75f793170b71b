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
        // A number may hold anything; a path may not.
        func safe(_ text: String) -> String { String(text.map { "/\\\0".contains($0) ? "-" : $0 }) }
        guard !item.number.isEmpty, !item.number.hasPrefix(".") else { return nil }
        for pattern in patterns {
            let filled = pattern.replacingOccurrences(of: "{item}", with: safe(item.number))
                .replacingOccurrences(of: "{account}", with: safe(item.account.text))
            let path = (filled as NSString).expandingTildeInPath
            guard FileManager.default.fileExists(atPath: path) else { continue }
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure(.readOrWriteFailed, "The document \(path) can't be read.")
            }
            guard data.count <= Documents.largest else {
                throw Failure(.badData, "The document \(path) has more than 20 MB, too much for a message.")
            }
            let name = (path as NSString).lastPathComponent
            return MailMessage.Attachment(name: name, type: .named(name), bytes: Array(data))
        }
        return nil
    }
}
