import Foundation
import Terminal

/// Opens a note in the user's own editor, through a file that only the user may read.
struct NoteEditor {
    private let command: [String]

    /// - Parameter command: from the settings; empty for `$VISUAL`, then `$EDITOR`, then vi.
    init(_ command: [String]) {
        let named = World.variable("VISUAL") ?? World.variable("EDITOR") ?? ""
        let words = named.split(separator: " ").map(String.init)
        self.command = !command.isEmpty ? command : words.isEmpty ? ["vi"] : words
    }

    /// - Returns: the text as the editor left it.
    func edit(_ text: String, in folder: String, on tty: Tty) throws -> String {
        let path = folder + "/note-\(World.newID()).txt"
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure(.cannotCreate, "\(path) can't be written.") }
        defer { unlink(path) }
        let status = try tty.run(command + [path])
        guard status == 0 else { throw Failure(.readOrWriteFailed, "\(command[0]) ended with \(status); the note is as it was.") }
        let edited = try String(contentsOfFile: path, encoding: .utf8)
        // Editors end files with a line feed that nobody typed.
        return edited.hasSuffix("\n") && !text.hasSuffix("\n") ? String(edited.dropLast()) : edited
    }
}
