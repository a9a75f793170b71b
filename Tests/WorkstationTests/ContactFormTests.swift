import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Contacts as a form")
struct ContactFormTests {
    @Test("A number is changed during a call: the change is a line of the note, and nothing typed is lost")
    func number() throws {
        var machine = Machine()
        try machine.press("cShe gave a new number.<esc>C")
        #expect(machine.text.contains("Contact 1 of 1"))
        try machine.press("<C-u>+44 113 496 0999<enter>")
        #expect(machine.state.note?.text == "She gave a new number.\n/contact Jane Moss +44 113 496 0999\n")
        #expect(machine.state.note?.call?.isRunning ?? false)
        try machine.press("<F8>v<enter>")
        #expect(machine.recorded?.act.agreed.contacts == [PlannedContact("Jane Moss", phone: "+44 113 496 0999")])
    }

    @Test("What wasn't changed is not said; a new person has all of it")
    func new() throws {
        var machine = Machine()
        try machine.press("<enter>C<enter>")
        #expect(machine.footer.contains("nothing was changed"))
        try machine.press("<esc>C<tab>jane@northwind.example<enter>")
        #expect(machine.state.note?.text == "/contact Jane Moss mail jane@northwind.example\n")
        try machine.press("<esc>C<pagedown>Tom Hale<tab>owner<tab>+44 161 496 0777<tab><tab>German<tab>mornings<enter>")
        let contacts = machine.state.note?.facts.agreed.contacts ?? []
        #expect(contacts.count == 2)
        #expect(contacts.last?.role == "owner")
        #expect(contacts.last?.language == "German")
        #expect(contacts.last?.preferred != nil)
    }

    @Test("What was typed goes into the note before another command, and Esc asks first")
    func kept() throws {
        var machine = Machine()
        try machine.press("c<esc>C<C-u>+44 113 496 0999<esc>")
        #expect(machine.footer.contains("Esc again leaves it"))
        try machine.press("<pagedown>Tom Best<tab>head of mail room<tab>+44 161 496 0777<F9>")
        #expect(machine.state.parked.first?.note.contains("/contact Jane Moss +44 113 496 0999") ?? false)
        #expect(
            machine.state.parked.first?.note.contains(
                "/contact \"Tom Best\" +44 161 496 0777 role \"head of mail room\"") ?? false)
    }

    @Test("An address that is none is not recorded, and says so")
    func address() throws {
        var machine = Machine()
        try machine.press("o/contact Jane mail nowhere<enter>")
        #expect(machine.text.contains("is no e-mail address"))
    }

    @Test("At every size", arguments: ScreenTests.sizes)
    func screens(_ size: Size) throws {
        var machine = Machine(size: size)
        try machine.press("<enter>C<C-u>+44 113 496 0999")
        expectScreen(machine.screen, "contact-form-\(size)")
    }
}
