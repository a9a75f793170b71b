import Testing

@testable import Terminal

/// An editor as text: `|` is the cursor.
private func editor(_ picture: String) -> TextEditor {
    let parts = picture.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    var editor = TextEditor(parts.joined())
    editor.moveCursor(to: parts[0].count)
    return editor
}

private func picture(_ editor: TextEditor) -> String {
    let text = editor.text
    let at = text.index(text.startIndex, offsetBy: editor.cursor)
    return text[..<at] + "|" + text[at...]
}

@Suite("Text editor")
struct TextEditorTests {
    private static let field = Size(columns: 11, rows: 3)

    @Test(
        "Keys do what they do in every text field",
        arguments: [
            ("|", "hello", "hello|"), ("hell|", "<enter>o", "hell\no|"), ("ab|c", "<backspace>", "a|c"),
            ("|ab", "<backspace>", "|ab"),
            ("a|bc", "<delete>", "a|c"), ("ab|", "<delete>", "ab|"), ("ab|", "<left><left><left>x", "x|ab"),
            ("|ab", "<right>x", "ax|b"),
            ("one two|", "<C-left>", "one |two"), ("one, two|", "<C-left><C-left>", "|one, two"),
            ("|one two", "<C-right>", "one| two"),
            ("one two|", "<C-w>", "one |"), ("one two|", "<C-w><C-y><C-y>", "one twotwo|"),
            ("|one two", "<A-d>", "| two"),
            ("a\nbc|d\ne", "<home>x", "a\nx|bcd\ne"), ("a\nb|cd\ne", "<end>x", "a\nbcdx|\ne"),
            ("ab|cd\ne", "<C-k>", "ab|\ne"), ("ab|\ne", "<C-k>", "ab|e"), ("x\nab|cd", "<C-u>", "x\n|cd"),
            ("x\n|cd", "<C-u>", "x|cd"),
            ("abcd\nab|", "<up>", "ab|cd\nab"), ("ab|cd\nx\nabcd", "<down><down>", "abcd\nx\nab|cd"),
            ("ab|", "<up>", "|ab"), ("|ab", "<down>", "ab|"),
            ("a|\r\nb", "<delete>", "a|b"), ("e\u{301}|x", "<backspace>", "|x"), ("👍🏽|", "<backspace>", "|"),
            ("e|x", "\u{301}", "e\u{301}|x"),
        ])
    func keys(before: String, script: String, after: String) throws {
        var edited = editor(before)
        for key in try Key.parse(script) {
            let isHandled = edited.handle(key, in: Self.field)
            #expect(isHandled)
        }
        #expect(picture(edited) == after)
    }

    @Test(
        "Keys that mean nothing in a text are left to others",
        arguments: [Key.escape, .tab, .function(8), .control("x"), .insert])
    func foreignKeys(key: Key) {
        var edited = editor("a|b")
        let isHandled = edited.handle(key, in: Self.field)
        #expect(!isHandled)
        #expect(picture(edited) == "a|b")
    }

    @Test("Undo takes back a word at a time, redo brings it again")
    func undo() throws {
        var edited = TextEditor()
        for key in try Key.parse("Spoke to Jane") { _ = edited.handle(key, in: Self.field) }
        edited.undo()
        #expect(picture(edited) == "Spoke to |")
        edited.undo()
        edited.undo()
        #expect(edited.text == "")
        let isMoreToUndo = edited.undo()
        #expect(!isMoreToUndo)
        edited.redo()
        edited.redo()
        #expect(picture(edited) == "Spoke to |")
        edited.insert("x")
        let isMoreToRedo = edited.redo()
        #expect(!isMoreToRedo)
    }

    @Test("Moving, deleting and pasting each begin a new step")
    func undoSteps() throws {
        var edited = TextEditor()
        for key in try Key.parse("abc<left>d<backspace><backspace>") { _ = edited.handle(key, in: Self.field) }
        edited.paste("XYZ")
        #expect(picture(edited) == "aXYZ|c")
        let expected = ["a|c", "abd|c", "ab|c", "|"]
        for step in expected {
            edited.undo()
            #expect(picture(edited) == step)
        }
    }

    @Test("Undo restores what merged with its neighbours")
    func undoMerged() {
        var edited = editor("a\r|x")
        edited.insert("\n")
        #expect(edited.count == 3)
        edited.undo()
        #expect(picture(edited) == "a\r|x")
        #expect(edited.count == 3)
        edited = editor("e|")
        edited.insert("\u{301}")
        #expect(edited.count == 1)
        edited.undo()
        #expect(picture(edited) == "e|")
    }

    @Test("Any run of edits can be undone to the beginning and redone to the end")
    func undoEverything() throws {
        let script = "one two<C-left><C-k>x<enter>y<up><C-u><C-y><backspace><end>é\u{301}<delete><C-w>"
        let keys = try Key.parse(String(repeating: script, count: 5))
        var edited = TextEditor("begin")
        for key in keys { _ = edited.handle(key, in: Self.field) }
        let final = edited.text
        while edited.undo() {}
        #expect(edited.text == "begin")
        while edited.redo() {}
        #expect(edited.text == final)
    }

    @Test("Up and down keep the column through shorter rows")
    func goalColumn() throws {
        var edited = editor("long li|ne\nab\nlong line")
        for key in try Key.parse("<down><down>") { _ = edited.handle(key, in: Self.field) }
        #expect(picture(edited) == "long line\nab\nlong li|ne")
        for key in try Key.parse("<up><left><down>") { _ = edited.handle(key, in: Self.field) }
        #expect(picture(edited) == "long line\nab\nl|ong line")
    }

    @Test(
        "Lines wrap between words, and the cursor is where its letter is",
        arguments: [
            ("|hello world", ["hello ", "world"], 0, 0), ("hello |world", ["hello ", "world"], 1, 0),
            ("hello world|", ["hello ", "world"], 1, 5),
            ("0123456789|", ["0123456789"], 0, 10), ("0123456789a|", ["0123456789", "a"], 1, 1),
            ("a\n|", ["a", ""], 1, 0),
            ("漢字漢字漢字|", ["漢字漢字漢", "字"], 1, 2), ("0123456789   |", ["0123456789   "], 0, 10), ("|", [""], 0, 0),
        ])
    func wrapping(text: String, rows: [String], row: Int, column: Int) {
        let page = editor(text).page(Self.field)
        #expect(page.rows.map(\.text) == rows)
        #expect(page.cursor == Position(row: row, column: column))
    }

    @Test("Every place of a text is found again from its row and column")
    func wrappingRoundTrip() {
        let edited = TextEditor("one two three four five\n\nsix 漢字 seven eightnineteneleven\n")
        let wrapping = Wrapping(edited.letters, columns: 9)
        for offset in 0...edited.count {
            let position = wrapping.position(of: offset)
            #expect(wrapping.offset(row: position.row, column: position.column) == offset)
        }
    }

    @Test("The page follows the cursor and otherwise stays still")
    func scrolling() {
        var edited = TextEditor((0..<9).map { "line \($0)" }.joined(separator: "\n"))
        edited.settle(in: Self.field)
        #expect(edited.page(Self.field).rows.map(\.line) == [6, 7, 8])
        _ = edited.handle(.up, in: Self.field)
        #expect(edited.page(Self.field).first == 6)
        _ = edited.handle(.pageUp, in: Self.field)
        #expect(edited.page(Self.field).rows.map(\.text) == ["line 5", "line 6", "line 7"])
        #expect(edited.page(Self.field).cursor.row == 0)
    }

    @Test("Rows know which line they belong to")
    func rowLines() {
        let page = editor("hello world\n/promise|").page(Self.field)
        #expect(page.rows.map(\.line) == [0, 0, 1])
        #expect(page.rows.map(\.isContinuation) == [false, true, false])
    }

    @Test("Ten thousand characters are pasted and edited without delay")
    func large() {
        let text = String(repeating: "some words, é 漢 and\r\n", count: 500)
        let duration = ContinuousClock().measure {
            var edited = TextEditor()
            edited.paste(text)
            for _ in 0..<20 { _ = edited.handle(.character("x"), in: Self.field) }
            #expect(edited.page(Self.field).rows.count == 3)
            edited.undo()
            edited.undo()
            #expect(edited.isEmpty)
        }
        #expect(duration < .seconds(2))
    }
}

@Suite("Line editor")
struct LineEditorTests {
    @Test("Line breaks become blanks, and Enter is its owner's")
    func oneLine() {
        var field = LineEditor("a")
        field.paste("b\r\nc\nd")
        #expect(field.text == "ab c d")
        let takesEnter = field.handle(.enter)
        #expect(!takesEnter)
        let takesUp = field.handle(.up)
        #expect(!takesUp)
        let takesHome = field.handle(.home)
        #expect(takesHome)
        #expect(field.cursor == 0)
    }

    @Test(
        "A field shows the part around its cursor",
        arguments: [
            ("abc", 3, 5, "abc", 3), ("abcdefgh", 8, 5, "efgh", 4), ("abcdefgh", 0, 5, "abcde", 0),
            ("漢字漢", 3, 4, "漢", 2),
        ])
    func visible(text: String, cursor: Int, columns: Int, shown: String, column: Int) {
        var field = LineEditor(text)
        for _ in cursor..<text.count { _ = field.handle(.left) }
        #expect(field.visible(columns: columns) == (shown, column))
    }
}
