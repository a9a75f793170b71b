import Terminal
import Testing

@testable import Workstation

@Suite("Commands")
struct CommandTests {
    @Test("Every command has exactly one row, and no key means two things in one place")
    func table() throws {
        #expect(Set(Command.all.map(\.name)) == Set(CommandName.allCases))
        #expect(Command.all.count == CommandName.allCases.count)
        // The user's bindings are checked for conflicts; the table's own pass the same check.
        _ = try KeyBindings(own: Command.all.map { ($0.name.rawValue, $0.keys.map(\.description)) })
    }

    @Test("Every function key has a letter in the panes")
    func letters() {
        for command in Command.all
        where command.keys.contains(where: { if case .function = $0 { true } else { false } }) {
            let letters = command.keys.filter(\.writes)
            #expect(!letters.isEmpty, "\(command.name.rawValue)")
        }
    }

    @Test("The user's own keys take the place of the table's, in dispatch, hints and help")
    func own() throws {
        let bindings = try KeyBindings(own: [("call", ["<F11>", "D"]), ("discard", ["X"])])
        var machine = Machine(bindings: bindings)
        try machine.press("c")
        #expect(machine.state.note == nil)
        #expect(machine.footer.contains("F11 call"))
        try machine.press("D")
        #expect(machine.state.note?.call != nil)
        #expect(KeyList(bindings).markdown.contains("| `F11` `D` | `call` | panes |"))
    }

    @Test(
        "A binding that can't be is named with the reason",
        arguments: [
            ("cal", "c", "there is no command “cal”; did you mean “call”?"),
            ("call", "<F99>", "call: column 1: there is no key <F99>"),
            ("call", "jj", "call: “jj” is not one key"),
            ("call", "o", "o would be both call and note; give one of them another key"),
        ])
    func wrong(command: String, key: String, sentence: String) {
        let error = #expect(throws: KeyBindingError.self) { _ = try KeyBindings(own: [(command, [key])]) }
        #expect(error?.description == sentence)
    }

    @Test("The user guide's table has a row for every command, bound or not")
    func markdown() {
        let rows = KeyList(.standard).markdown.split(separator: "\n")
        #expect(rows.count == Command.all.count + 2)
        #expect(rows.contains("|  | `discard` | everywhere | throw the note on screen away, after asking |"))
        #expect(rows.contains("| `F8` `w` | `wrap-up` | everywhere | give the result and the next action, record |"))
    }

    @Test("Two commands can swap their keys")
    func swap() throws {
        let bindings = try KeyBindings(own: [("call", ["o"]), ("note", ["c"])])
        #expect(bindings.keys(of: .call) == [.character("o")])
    }

    @Test("A command that was found by its help alone is written out before it runs")
    func guessed() throws {
        var machine = Machine()
        try machine.press(":returns<enter>")
        #expect(machine.text.contains(":suspend") && machine.deeds.isEmpty)
    }

    @Test("The palette completes, runs, and says why not")
    func palette() throws {
        var machine = Machine()
        try machine.press(":wra")
        #expect(machine.text.contains("not now: there is no note: c calls, o begins one"))
        try machine.press("<tab><enter>")
        #expect(machine.footer.contains("there is no note"))
        try machine.press(":items<enter>")
        #expect(machine.state.place == .items)
    }

    @Test("Esc always goes one step back, and never discards text")
    func back() throws {
        var machine = Machine()
        try machine.press("chello<F4>?")
        try machine.press("<esc>")
        #expect(machine.state.place == .items)
        try machine.press("<esc>")
        #expect(machine.state.place == .account)
        try machine.press("<esc>")
        #expect(machine.state.place == .queue)
        try machine.press("<esc><esc>i")
        #expect(machine.state.place == .note)
        #expect(machine.state.note?.text == "hello")
    }

    @Test("Copying, repainting, suspending and the editor are asked of the loop")
    func outside() throws {
        var machine = Machine()
        try machine.press("y<C-l><C-z>")
        #expect(machine.deeds == [.copy("10442\tNorthwind Traders\t13,550.00 GBP"), .repaint, .suspend])
        try machine.press("otext<F10>")
        #expect(machine.deeds.last == .edit(id: "draft1", text: "text"))
        machine.send(.edited(id: "draft1", text: "better text\n"))
        #expect(machine.state.note?.text == "better text")
        #expect(machine.book.drafts.map(\.note) == ["better text"])
    }
}
