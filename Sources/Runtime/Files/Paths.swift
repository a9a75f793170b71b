import Files
import Foundation

/// Where things are, by the XDG base directories.
package enum Paths {
    /// `--book`, else `DULY_BOOK`, else `$XDG_DATA_HOME/duly/book.duly`.
    package static func book(_ option: String?) -> String {
        if let option { return option }
        if let named = ProcessContext.variable("DULY_BOOK") { return named }
        return dataFolder + "/book.duly"
    }

    static var dataFolder: String { folder("XDG_DATA_HOME", "/.local/share") }
    /// Drafts, messages and lists.
    package static var stateFolder: String { folder("XDG_STATE_HOME", "/.local/state") }
    /// Settings, themes, profiles and templates.
    package static var configurationFolder: String { folder("XDG_CONFIG_HOME", "/.config") }

    /// `$HOME` as everything else that runs here understands it; without it that of the password database.
    static var home: String { ProcessContext.variable("HOME") ?? NSHomeDirectory() }

    private static func folder(_ variable: String, _ fallback: String) -> String {
        // The XDG specification has a relative path ignored: it would mean another folder in each folder.
        let named = ProcessContext.variable(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (named ?? home + fallback) + "/duly"
    }

    /// A book as the name of a folder: each has its own drafts and messages.
    package static func name(of book: String) -> String {
        let full = URL(fileURLWithPath: book).standardizedFileURL.path
        return String(full.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.suffix(120))
    }

    /// What to do where a folder of ours can't be had.
    private static func advice(on folder: String) -> String {
        let variables = [
            "XDG_DATA_HOME": dataFolder, "XDG_STATE_HOME": stateFolder, "XDG_CONFIG_HOME": configurationFolder,
        ]
        let variable = variables.first { folder == $0.value || folder.hasPrefix($0.value + "/") }?.key
        return RuntimeSentences.makeRoom(orSet: variable)
    }

    /// Makes a folder of ours, readable by its owner alone.
    package static func make(_ folder: String) throws {
        do {
            try Folder.make(folder)
        } catch {
            let why = error.code == ENOTDIR ? RuntimeSentences.fileOfThatName : error.reason
            throw CommandFailure(
                .cannotCreate,
                RuntimeSentences.cannotCreateFolder(error.path, for: folder, why, advice: advice(on: folder)))
        }
    }
}
