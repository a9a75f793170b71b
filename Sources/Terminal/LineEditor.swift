/// A text of one line being edited: a search, a command, a field of a form. Line breaks that are pasted become
/// blanks.
public struct LineEditor: Equatable, Sendable {
    private var editor: TextEditor

    /// An editor with the cursor at the end of a text.
    public init(_ text: String = "") {
        editor = TextEditor(LineEditor.oneLine(text))
    }

    /// The text, without line breaks.
    public var text: String { editor.text }
    /// Whether there is no text.
    public var isEmpty: Bool { editor.isEmpty }
    /// Characters before the cursor.
    public var cursor: Int { editor.cursor }

    /// Types text at the cursor; line breaks become blanks.
    public mutating func insert(_ text: String) { editor.insert(LineEditor.oneLine(text)) }
    /// Inserts text as one step that `undo` takes back as a whole; line breaks become blanks.
    public mutating func paste(_ text: String) { editor.paste(LineEditor.oneLine(text)) }
    /// Replaces the whole text; line breaks become blanks. `undo` takes it back.
    public mutating func replaceAll(with text: String) { editor.replaceAll(with: LineEditor.oneLine(text)) }
    /// Takes back the last step. Returns false if there is none.
    @discardableResult public mutating func undo() -> Bool { editor.undo() }

    /// Does what a key means in a field of one line. False for the keys that mean nothing in it, Enter, Esc, up
    /// and down among them: they are its owner's.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .enter, .up, .down, .pageUp, .pageDown, .control("n"), .control("p"): false
        default: editor.handle(key, in: Size(columns: .max, rows: 1))
        }
    }

    /// What to draw in a field of so many cells: the part of the text around the cursor, and the cursor's column.
    public func visible(columns: Int) -> (text: String, cursor: Int) {
        let room = max(1, columns)
        var start = editor.cursor
        var before = 0
        // One cell is the cursor's, which may stand behind the text.
        while start > 0, before + Int(editor.letters[start - 1].cells) < room {
            start -= 1
            before += Int(editor.letters[start].cells)
        }
        var end = editor.cursor
        var width = before
        while end < editor.count, width + Int(editor.letters[end].cells) <= room {
            width += Int(editor.letters[end].cells)
            end += 1
        }
        return (String(editor.letters[start..<end].map(\.character)), before)
    }

    private static func oneLine(_ text: String) -> String {
        guard text.contains(where: \.isNewline) else { return text }
        return text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).joined(separator: " ")
    }
}
