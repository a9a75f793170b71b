import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("E-mails that came in, and comments on calls")
struct CommentTests {
    @Test("An e-mail that came in is a record with its text, and what it agrees counts")
    func received() throws {
        var machine = Machine()
        try machine.press("<enter>:received<enter>")
        #expect(machine.text.contains("E-mail received"))
        machine.send(.paste("We will pay INV-2210 on Friday.\nJane"))
        try machine.press("<enter>/promise 8200 fri<F8><enter>")
        guard case .note(let note)? = machine.recorded?.act else { return #expect(Bool(false)) }
        #expect(note.isReceived)
        #expect(note.agreed.promises.count == 1)
        #expect(machine.recorded?.text.hasPrefix("We will pay INV-2210") ?? false)
    }

    private static var book: FakeBook {
        var book = FakeBook()
        var comment = Fixture.entry(
            3, "10442", "2026-11-23", .review(ReviewRecord(entry: 2, author: "ana")),
            text: "Well asked. Next time name the day before you hang up.", author: "lee")
        comment.day = Fixture.day("2026-11-23")
        book.journal.append(comment)
        book.journal.append(
            Fixture.entry(
                4, "10442", "2026-11-23", .review(ReviewRecord(entry: 1, author: "kim")), text: "Another's",
                author: "lee"))
        return book
    }

    @Test("The caller hears of a comment the next morning, and reads it on a page")
    func comments() throws {
        var machine = Machine(book: CommentTests.book)
        #expect(machine.footer.contains("a comment on your calls, by lee"))
        try machine.press(":comments<enter>")
        #expect(machine.text.contains("Well asked."))
        #expect(!machine.text.contains("Another's"))
        try machine.press("<enter>")
        #expect(machine.state.account.open?.payer.text == "10442")
    }

    @Test("Without comments it says so")
    func none() throws {
        var machine = Machine()
        try machine.press(":comments<enter>")
        #expect(machine.footer.contains("no one has commented on your calls"))
    }
}
