import Files
import Foundation
import Terminal

/// Opens a note in the user's own editor, through a file that only the user may read.
struct NoteEditor {
    private let command: [String]

    /// - Parameter command: from the settings; empty for `$VISUAL`, then `$EDITOR`, then vi.
    init(_ command: [String]) {
        let named = ProcessContext.variable("VISUAL") ?? ProcessContext.variable("EDITOR") ?? ""
        let words = named.split(separator: " ").map(String.init)
        self.command = !command.isEmpty ? command : words.isEmpty ? ["vi"] : words
    }

    /// Bytes of a note; no one types more.
    private static let most = 64 << 20

    /// What was typed in the editor is not lost with it.
    private static func sentence(_ error: any Error, _ path: String) -> String {
        guard let place = error as? FileReading.NoText else {
            return RuntimeSentences.noteIsAsItWas(after: (error as? FileProblem)?.sentence ?? "\(error).")
        }
        return
            """
            \(path), line \(place.line), column \(place.column): this is not UTF-8 text. The note is as it was; \
            the file is kept.
            """
    }

    /// - Returns: the text as the editor left it.
    func edit(_ text: String, in folder: String, on tty: Tty) throws -> String {
        let path = folder + "/note-\(ProcessContext.newID()).txt"
        try NewFile.write(text, to: path)
        var isKept = false
        defer { if !isKept { unlink(path) } }
        let status = try tty.run(command + [path])
        guard status == 0 else {
            throw CommandFailure(.readOrWriteFailed, RuntimeSentences.editorFailed(command[0], "\(status)"))
        }
        let edited: String
        do {
            edited = try FileReading.text(FileReading.bytes(of: path, most: NoteEditor.most))
        } catch {
            isKept = !((error as? FileProblem)?.isMissing ?? false)
            throw CommandFailure(.readOrWriteFailed, NoteEditor.sentence(error, path))
        }
        // Editors end files with a line feed that no one typed.
        return edited.hasSuffix("\n") && !text.hasSuffix("\n") ? String(edited.dropLast()) : edited
    }
}
