import TOMLKit

/// What is wrong with a file of settings: where, and what to do. Nothing of it is used then.
public struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    public var file: String
    /// Counts from 1; nil where the file as a whole is meant.
    public var line: Int?
    public var reason: String

    public init(file: String, line: Int?, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    public var description: String { file + (line.map { ", line \($0)" } ?? "") + ": " + reason }
}

/// A TOML file, read and at hand for questions about where its keys stand.
struct TomlFile {
    let name: String
    let table: TOMLTable
    private let text: String

    init(_ text: String, name: String) throws(SettingsError) {
        self.name = name
        self.text = text
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsError(file: name, line: error.source.begin.line, reason: error.description)
        } catch {
            throw SettingsError(file: name, line: nil, reason: "\(error)")
        }
    }

    /// An error about a key. The parser keeps no places of values, so the key is looked for.
    func error(_ reason: String, at key: String) -> SettingsError {
        let last = key.split(separator: ".").last.map(String.init) ?? key
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let place = lines.firstIndex { line in
            let start = line.drop { " \t\"'".contains($0) }
            guard start.hasPrefix(last) else { return false }
            return start.dropFirst(last.count).first { !" \t\"'".contains($0) } == "="
        }
        return SettingsError(file: name, line: place.map { $0 + 1 }, reason: reason)
    }

    /// The text of a key, or nil where it is not there.
    ///
    /// - Throws: where the value is no text.
    func string(_ key: String) throws(SettingsError) -> String? {
        guard let value = table[key] else { return nil }
        guard let string = value.string else { throw error("\(key) is a text: write it in quotes", at: key) }
        return string
    }
}
