/// A text being edited: the text, a cursor in it, and what has been done to it.
///
/// The cursor stands before a Character (`"\r\n"` and a letter with its accents are one each); `cursor` counts
/// them from the beginning. Editing takes time in proportion to the text once, never to its square.
public struct TextEditor: Sendable {
    private(set) var letters: [Letter]
    /// How many Characters stand before the cursor.
    public private(set) var cursor: Int
    /// The first row on screen; see `page`.
    var top = 0
    /// The column that up and down try to keep.
    var goalColumn: Int?
    private var history = EditHistory()
    /// What was cut last, for `yank`.
    public private(set) var killed = ""

    /// An editor with the cursor at the end of a text.
    public init(_ text: String = "") {
        letters = text.map(Letter.init)
        cursor = letters.count
    }

    /// The whole text, line breaks as they were typed or pasted.
    public var text: String { String(letters.map(\.character)) }
    /// Whether there is no text.
    public var isEmpty: Bool { letters.isEmpty }
    /// Characters.
    public var count: Int { letters.count }

    // MARK: Changing

    /// Types text at the cursor.
    public mutating func insert(_ text: String) {
        replace(cursor..<cursor, with: text, as: .typing)
    }

    /// Inserts text as one step that `undo` takes back as a whole.
    public mutating func paste(_ text: String) {
        replace(cursor..<cursor, with: text, as: .single)
    }

    /// Replaces everything, as when the text comes back from an external editor. `undo` takes it back.
    public mutating func replaceAll(with text: String) {
        replace(0..<letters.count, with: text, as: .single)
    }

    /// Deletes the Character before the cursor.
    public mutating func deleteBackward() {
        replace(max(0, cursor - 1)..<cursor, with: "", as: .deleting)
    }

    /// Deletes the Character at the cursor.
    public mutating func deleteForward() {
        replace(cursor..<min(letters.count, cursor + 1), with: "", as: .deletingForward)
    }

    /// Deletes back to the beginning of a word, for `yank`.
    public mutating func deleteWordBackward() {
        kill(letters.wordStart(before: cursor)..<cursor)
    }

    /// Deletes to the end of a word, for `yank`.
    public mutating func deleteWordForward() {
        kill(cursor..<letters.wordEnd(after: cursor))
    }

    /// Cuts to the end of the line; at the end of a line, the line break.
    public mutating func killToEndOfLine() {
        let end = letters.lineEnd(at: cursor)
        kill(cursor..<(end == cursor ? min(letters.count, end + 1) : end))
    }

    /// Cuts to the beginning of the line; at the beginning of a line, the line break before it.
    public mutating func killToStartOfLine() {
        let start = letters.lineStart(at: cursor)
        kill((start == cursor ? max(0, start - 1) : start)..<cursor)
    }

    /// Inserts what was cut last.
    public mutating func yank() {
        paste(killed)
    }

    private mutating func kill(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        killed = String(letters[range].map(\.character))
        replace(range, with: "", as: .single)
    }

    // MARK: Undo

    /// Takes back the last step: a word typed, a run of deletions, a paste, a cut. False if there is none.
    @discardableResult
    public mutating func undo() -> Bool {
        guard let step = history.undo() else { return false }
        for edit in step {
            letters.replaceSubrange(edit.range(of: edit.inserted), with: edit.removed)
            cursor = edit.cursorBefore
        }
        goalColumn = nil
        return true
    }

    /// Does again what `undo` took back last. False if there is nothing.
    @discardableResult
    public mutating func redo() -> Bool {
        guard let step = history.redo() else { return false }
        for edit in step {
            letters.replaceSubrange(edit.range(of: edit.removed), with: edit.inserted)
            cursor = edit.cursorAfter
        }
        goalColumn = nil
        return true
    }

    // MARK: Moving

    /// Puts the cursor before a Character; what lies outside counts as the nearest end.
    public mutating func moveCursor(to offset: Int) {
        place(offset)
        goalColumn = nil
    }

    /// Moves one Character back; at the beginning it stays.
    public mutating func moveLeft() { moveCursor(to: cursor - 1) }
    /// Moves one Character forward; at the end it stays.
    public mutating func moveRight() { moveCursor(to: cursor + 1) }
    /// Moves to the beginning of the word, or of the word before.
    public mutating func moveWordLeft() { moveCursor(to: letters.wordStart(before: cursor)) }
    /// Moves behind the end of the word, or of the next word.
    public mutating func moveWordRight() { moveCursor(to: letters.wordEnd(after: cursor)) }
    /// Moves to the beginning of the line, by line breaks rather than rows on screen.
    public mutating func moveToStartOfLine() { moveCursor(to: letters.lineStart(at: cursor)) }
    /// Moves to the end of the line, by line breaks rather than rows on screen.
    public mutating func moveToEndOfLine() { moveCursor(to: letters.lineEnd(at: cursor)) }
    /// Moves to the beginning of the text.
    public mutating func moveToStart() { moveCursor(to: 0) }
    /// Moves to the end of the text.
    public mutating func moveToEnd() { moveCursor(to: letters.count) }

    /// Moves without forgetting the column that up and down keep.
    mutating func place(_ offset: Int) {
        cursor = min(max(0, offset), letters.count)
        history.endRun()
    }

    /// Every change goes through here. The neighbours are taken along: an accent typed after a letter, or a line
    /// feed after a carriage return, becomes one Character with it.
    private mutating func replace(_ range: Range<Int>, with text: String, as kind: EditHistory.Kind) {
        guard !range.isEmpty || !text.isEmpty else { return }
        goalColumn = nil
        let widened = max(0, range.lowerBound - 1)..<min(letters.count, range.upperBound + 1)
        let before = letters[widened.lowerBound..<range.lowerBound].map(\.character)
        let after = letters[range.upperBound..<widened.upperBound].map(\.character)
        let head = (String(before) + text).map(Letter.init)
        let whole = after.isEmpty ? head : (String(before) + text + String(after)).map(Letter.init)

        let removed = Array(letters[widened])
        letters.replaceSubrange(widened, with: whole)
        let cursorBefore = cursor
        cursor = min(widened.lowerBound + head.count, letters.count)
        history.add(
            Edit(
                start: widened.lowerBound, removed: removed, inserted: whole,
                cursorBefore: cursorBefore, cursorAfter: cursor),
            kind, text)
    }
}

extension TextEditor: Equatable {
    /// Equal if they hold the same text with the cursor at the same place, whatever happened before.
    public static func == (left: TextEditor, right: TextEditor) -> Bool {
        left.cursor == right.cursor && left.letters == right.letters
    }
}
