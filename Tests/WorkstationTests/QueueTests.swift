import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("The queue")
struct QueueTests {
    @Test("It is read page by page as the cursor goes, and only some hundreds of rows are kept")
    func paging() throws {
        var book = FakeBook()
        book.extraRows = 2_000
        var machine = Machine(book: book)
        var names: [String] = []
        for _ in 0..<1_500 {
            names.append(machine.state.queue.selected?.name ?? "")
            try machine.press("j")
        }
        #expect(names.suffix(1) == ["Customer 1494"])
        #expect(machine.state.queue.rows.count <= 500)
        for _ in 0..<1_500 { try machine.press("k") }
        #expect(machine.state.queue.selected?.name == "Northwind Traders")
        #expect(machine.state.queue.base == 0)
    }

    @Test("Any size down to 40x10 is drawn, and resizing loses nothing")
    func resizing() throws {
        var machine = Machine()
        try machine.press("ca longer note, typed while the window is dragged about")
        for columns in stride(from: 30, through: 210, by: 7) {
            for rows in stride(from: 5, through: 61, by: 4) {
                machine.send(.resize(Size(columns: columns, rows: rows)))
                #expect(machine.screen.size == Size(columns: columns, rows: rows))
            }
        }
        machine.send(.resize(Size(columns: 20, rows: 5)))
        #expect(machine.screen.text.hasPrefix("Duly needs 40x10 or\nmore\nthis is 20x5;\nnothing is lost"))
        machine.send(.resize(Size(columns: 80, rows: 24)))
        #expect(machine.text.contains("a longer note, typed while the window is dragged about"))
        #expect(machine.screen.cursor == Position(row: 9, column: 54))
    }

    @Test("Hostile names and notes can't leave their cells")
    func hostile() throws {
        var book = FakeBook()
        let evil = "Ev\u{1B}]0;owned\u{07}il \u{202E}fdp.exe " + String(repeating: "x", count: 1_000_000)
        book.dossiers[0].change { $0.accounts[0].account.name = evil }
        var machine = Machine(size: Size(columns: 120, rows: 36), book: book)
        try machine.press("c")
        machine.send(.paste("\u{1B}[2J\u{202E}note"))
        let controls = machine.text.unicodeScalars.filter {
            $0 != "\n" && ($0.value < 32 || (0x202A...0x202E).contains($0.value))
        }
        #expect(controls.isEmpty)
    }

    @Test("A paste that is too long for a note is kept in a file, and the note stays as it was")
    func longPaste() throws {
        var machine = Machine()
        try machine.press("o")
        machine.send(.paste("short"))
        let long = String(repeating: "x", count: State.longestPaste + 1)
        machine.send(.paste(long))
        #expect(machine.deeds.contains(.keepPaste(long)))
        #expect(machine.state.note?.text == "short")
        machine.send(.pasteKept(path: "/state/pasted-1.txt"))
        #expect(machine.text.contains("/state/pasted-1.txt"))
    }

    @Test("A paste is text in the note, and no commands in the panes")
    func pasting() throws {
        var machine = Machine()
        machine.send(.paste("qqq"))
        #expect(machine.deeds.isEmpty)
        try machine.press("o")
        machine.send(.paste("one\ntwo"))
        #expect(machine.state.note?.text == "one\ntwo")
    }

    @Test("Putting a row off, or hours that have not begun, hide no reason")
    func reasonsStay() throws {
        var machine = Machine(size: Size(columns: 160, rows: 40))
        try machine.press("js")
        #expect(machine.text.contains("later today \u{00B7} 9,180 overdue since Tue 20 Oct"))
        #expect(machine.text.contains("opens 13:00 \u{00B7} 31,000 overdue since Wed 23 Sep"))
    }

    @Test("After the queue was read again, the page of the row under the cursor comes by itself")
    func pageFollows() throws {
        var machine = Machine(size: Size(columns: 120, rows: 36))
        try machine.press("jj<enter><esc>R")
        machine.send(.previewDue)
        #expect(machine.state.account.open?.payer == machine.state.queue.selected?.payer)
    }

    @Test("The hardware cursor stands on the selected row")
    func cursor() throws {
        var machine = Machine()
        try machine.press("jj")
        #expect(machine.screen.cursor == Position(row: 6, column: 6))
    }
}
