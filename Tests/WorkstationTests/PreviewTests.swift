import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("The page of the row under the cursor")
struct PreviewTests {
    private static let wide = Size(columns: 120, rows: 36)

    @Test("It comes when no key has come for a moment, with the keyboard left on the queue")
    func comes() throws {
        var machine = Machine(size: PreviewTests.wide)
        try machine.press("j")
        #expect(machine.book.log.last == .previewLater)
        #expect(machine.state.account.open == nil)
        machine.send(.previewDue)
        #expect(machine.state.account.open?.name == "Bluebird Foods")
        #expect(machine.state.focus == .queue)
    }

    @Test("A parked draft stays parked until its account is opened")
    func drafts() throws {
        var book = FakeBook()
        book.drafts = [
            Draft(id: "a", account: AccountNumber("10977"), name: "Bluebird Foods", note: "asked for a copy")
        ]
        var machine = Machine(size: PreviewTests.wide, book: book)
        try machine.press("j")
        machine.send(.previewDue)
        #expect(machine.state.note == nil && machine.state.parked.count == 1)
        try machine.press("<enter>")
        #expect(machine.state.note?.text == "asked for a copy")
    }

    @Test(
        """
        Nothing is replaced during a note, with items marked, behind a page above the panes, or where one pane \
        fills the screen
        """
    )
    func stays() throws {
        for (keys, size) in [
            ("<enter>ohalf a thought<esc><esc>j", PreviewTests.wide), ("<enter>Ia<tab><tab>j", PreviewTests.wide),
            ("j?", PreviewTests.wide), ("j", Size(columns: 80, rows: 24)),
        ] {
            var machine = Machine(size: size)
            try machine.press(keys)
            let before = machine.state.account.open?.payer
            machine.send(.previewDue)
            #expect(machine.state.account.open?.payer == before, "\(keys)")
        }
    }

    @Test("From 150 columns on the queue is a table with what a caller compares")
    func table() throws {
        let machine = Machine(size: Size(columns: 160, rows: 40))
        let heading = machine.text.split(separator: "\n")[2]
        for name in ["name", "to collect", "oldest", "usual", "spoke", "next step"] { #expect(heading.contains(name)) }
        #expect(machine.text.contains("74 d   19 d          -  call"))
        #expect(machine.text.contains("9,180 overdue since Tue 20 Oct, unpaid about 22 of the next 30 days"))
    }
}
