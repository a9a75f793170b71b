import Foundation

/// Where things are, by the XDG base directories.
enum Paths {
    /// `--book`, else `DULY_BOOK`, else `$XDG_DATA_HOME/duly/book.duly`.
    static func book(_ option: String?) -> String {
        if let option { return option }
        if let named = World.variable("DULY_BOOK") { return named }
        return dataFolder + "/book.duly"
    }

    static var dataFolder: String { folder("XDG_DATA_HOME", "/.local/share") }
    static var stateFolder: String { folder("XDG_STATE_HOME", "/.local/state") }
    static var configurationFolder: String { folder("XDG_CONFIG_HOME", "/.config") }

    /// `$HOME` as everything else that runs here understands it; without it that of the password database.
    static var home: String { World.variable("HOME") ?? NSHomeDirectory() }

    private static func folder(_ variable: String, _ fallback: String) -> String {
        (World.variable(variable) ?? home + fallback) + "/duly"
    }

    /// A book as the name of a folder: each has its own drafts and messages.
    static func name(of book: String) -> String {
        let full = URL(fileURLWithPath: book).standardizedFileURL.path
        return String(full.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.suffix(120))
    }

    /// Makes a folder of ours, readable by its owner alone.
    static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure(.cannotCreate, "The folder \(folder) can't be created: \(error.localizedDescription).")
        }
    }
}
