import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("Messages and the batch of reminders")
struct MessageTests {
    private static func reachable(_ dossier: Dossier, _ email: String = "ap@customer.example") -> Dossier {
        var dossier = dossier
        dossier.contacts = [
            .init(
                account: dossier.facts.payer,
                contact: Contact(name: "Jane Moss", role: "payables", phone: "+44 1", email: email))
        ]
        return dossier
    }

    /// Northwind without what was planned with it, Orchard with a reminder due.
    private func machine(size: Size = Size(columns: 120, rows: 36), _ dossiers: [Dossier]? = nil) -> Machine {
        var machine = Machine(size: size)
        machine.book.dossiers =
            dossiers ?? [MessageTests.reachable(Fixture.northwind), MessageTests.reachable(Fixture.orchard)]
        return machine
    }

    private func sent(_ machine: Machine) -> MessageRecord? {
        if case .message(let record)? = machine.recorded?.act { record } else { nil }
    }

    @Test("e shows the message before it goes; Enter sends it and records it")
    func message() throws {
        var machine = machine()
        try machine.press("R<enter>e")
        #expect(machine.text.contains("Message to Northwind Traders"))
        #expect(machine.text.contains("Jane Moss <ap@customer.example>"))
        #expect(machine.text.contains("INV-2210  8,200.00 GBP"))
        #expect(machine.text.contains("apart: INV-2291"))
        #expect(sent(machine) == nil)
        try machine.press("<enter>")
        #expect(sent(machine)?.kind == .reminder)
        #expect(sent(machine)?.items.map(\.number) == ["INV-2210", "INV-2291"])
        #expect(
            machine.footer.contains(
                "Northwind Traders: in the outbox, not sent yet (1 unsent); reminder by e-mail to ap@"))
        #expect(machine.state.overlay == nil)
    }

    @Test("The words are changed before it goes; the record keeps what was changed")
    func edited() throws {
        var machine = machine()
        try machine.press("R<enter>eE")
        guard case .edit(let id, let text)? = machine.deeds.last else { return #expect(Bool(false)) }
        #expect(text.hasPrefix("Dear Jane Moss,"))
        machine.send(.edited(id: id, text: text.replacing("Dear Jane Moss,", with: "Hello Jane,") + "\nThank you!\n\n"))
        #expect(machine.text.contains("Hello Jane,"))
        #expect(machine.text.contains("edited; the record keeps what was changed"))
        try machine.press("<enter>")
        #expect(sent(machine)?.changes == ["- Dear Jane Moss,", "+ Hello Jane,", "+ Thank you!"])
        #expect(sent(machine)?.words.hasSuffix(", edited") ?? false)
    }

    @Test("An editor that changes nothing, or leaves nothing, changes no message")
    func notEdited() throws {
        var machine = machine()
        try machine.press("R<enter>eE")
        guard case .edit(let id, let text)? = machine.deeds.last else { return #expect(Bool(false)) }
        machine.send(.edited(id: id, text: text))
        machine.send(.edited(id: id, text: " \n"))
        #expect(machine.footer.contains("a message without words isn't sent"))
        try machine.press("<enter>")
        #expect(sent(machine)?.changes == nil)
    }

    @Test("The message and the batch, at every size", arguments: ScreenTests.sizes)
    func screens(size: Size) throws {
        var machine = machine(
            size: size,
            [
                MessageTests.reachable(Fixture.northwind), MessageTests.reachable(Fixture.orchard),
                Fixture.orchardWithoutAddress,
            ])
        try machine.press("R<enter>e")
        expectScreen(machine.screen, "message-\(size)")
        try machine.press("<esc>bG<up><enter>")
        expectScreen(machine.screen, "reminders-\(size)")
        try machine.press("Sy")
        expectScreen(machine.screen, "reminders-sent-\(size)")
    }

    @Test("Esc sends nothing")
    func escape() throws {
        var machine = machine()
        try machine.press("R<enter>e<esc>")
        #expect(machine.footer.contains("nothing was sent"))
        #expect(sent(machine) == nil)
        #expect(machine.deeds.isEmpty)
    }

    @Test("A message is about the marked items where some are")
    func marked() throws {
        var machine = machine()
        try machine.press("R<enter>I e<enter>")
        #expect(sent(machine)?.items.map(\.number) == ["INV-2210"])
    }

    @Test("Tab makes another kind of it, and says why there is none")
    func kinds() throws {
        var machine = machine()
        try machine.press("R<enter>e<tab>")
        #expect(machine.text.contains("statement: Northwind Traders"))
        try machine.press("<tab>")
        #expect(machine.text.contains("Nothing to send: no promise is awaited."))
        try machine.press("<enter>")
        #expect(sent(machine) == nil)
        try machine.press("<backtab><enter>")
        #expect(sent(machine)?.kind == .statement)
    }

    @Test("Without an address nothing is sent, and the page says so")
    func noAddress() throws {
        var machine = machine([MessageTests.reachable(Fixture.northwind, "not an address")])
        try machine.press("R<enter>e<enter>")
        #expect(machine.text.contains("no e-mail address"))
        #expect(sent(machine) == nil)
    }

    @Test("What reads otherwise by now is shown anew, and sent with one more Enter")
    func changed() throws {
        var machine = machine()
        try machine.press("R<enter>e")
        guard let pane = machine.state.overlay as? MessagePane, let draft = pane.draft else {
            Issue.record("no draft")
            return
        }
        machine.book.sendOutcomes = [
            .changed(
                MessageDraft(record: draft.record, subject: draft.subject, lines: ["a new line"], seen: draft.seen)),
            .failed("disk full"),
        ]
        try machine.press("<enter>")
        #expect(machine.text.contains("The book has changed in the meantime") && machine.text.contains("a new line"))
        try machine.press("<enter>")
        #expect(machine.footer.contains("disk full"))
        try machine.press("<enter>")
        #expect(sent(machine)?.kind == .reminder)
    }

    @Test("u takes a message back, and out of the outbox")
    func undo() throws {
        var machine = machine()
        try machine.press("R<enter>e<enter>u")
        #expect(machine.text.contains("reminder by e-mail"))
        try machine.press("y")
        #expect(machine.recorded?.act == .undo)
        #expect(machine.deeds.contains { if case .takeBackMessage = $0 { true } else { false } })
        #expect(machine.footer.contains("taken back: reminder"))
    }

    @Test("Documents asked for on a call are drafted as soon as it is recorded, and are no longer owed once sent")
    func documents() throws {
        var machine = machine()
        try machine.press("R<enter>c/send invoice INV-2210<F8><enter>")
        #expect(machine.text.contains("Message to Northwind Traders"))
        #expect(machine.text.contains("documents: Northwind Traders"))
        #expect(machine.text.contains("INV-2210  8,200.00 GBP"))
        try machine.press("<enter>")
        #expect(sent(machine)?.kind == .documents)
        #expect(sent(machine)?.items.map(\.number) == ["INV-2210"])
    }

    @Test("Only an item that is there can be sent; what we owe is ticked off where it is shown, and alone")
    func tickedOff() throws {
        var machine = machine()
        try machine.press("R<enter>c/send invoice INV-99999")
        #expect(machine.text.contains("not recorded: there is no item"))
        var dossier = MessageTests.reachable(Fixture.northwind)
        let owed = FollowUp(
            entry: 9, nth: 0, kind: .owed, day: Fixture.today, why: "send invoice INV-2210", owner: "ana",
            since: Fixture.today)
        dossier.change { $0.followUps = [owed] }
        var again = self.machine([dossier])
        try again.press("R<enter>W")
        guard case .note(let note)? = again.recorded?.act else { return #expect(Bool(false), "\(again.footer)") }
        #expect(note.done == [EntryPart(entry: 9, nth: 0)])
        #expect(again.footer.contains("send invoice INV-2210 done"))
    }

    @Test("Who wants documents and names none gets a statement drafted; a statement told is one")
    func statement() throws {
        for keys in ["R<enter>c<F8>c", "R<enter>c/send statement<F8><enter>"] {
            var machine = machine()
            try machine.press(keys)
            #expect(machine.text.contains("statement: Northwind Traders"), "\(keys)")
            try machine.press("<esc>")
            #expect(machine.state.overlay == nil)
        }
    }

    @Test(
        """
        A message without a mail command is in the outbox, with its file; the outbox lists, reads, marks and \
        deletes it
        """
    )
    func outbox() throws {
        var machine = machine()
        try machine.press("<enter>e<enter>")
        #expect(machine.footer.contains("in the outbox, not sent yet (1 unsent)"))
        #expect(!machine.footer.contains("sent to"))
        try machine.press(":outbox<enter>")
        #expect(machine.text.contains("Northwind Traders  reminder by e-mail"))
        #expect(machine.text.contains("/outbox/"))
        try machine.press("<enter>")
        #expect(machine.text.contains("Dear Sir"))
        try machine.press("<esc>m")
        #expect(machine.text.contains("Was the message to Northwind Traders sent?"))
        try machine.press("y")
        #expect(machine.footer.contains("marked as sent to "))
        try machine.press(":outbox<enter>")
        #expect(machine.text.contains("No message is waiting to be sent."))
    }

    @Test("Deleting an unsent message asks, and takes its record back")
    func deleted() throws {
        var machine = machine()
        try machine.press("<enter>e<enter>:outbox<enter>d")
        #expect(machine.text.contains("Delete the message to Northwind Traders?"))
        try machine.press("y")
        #expect(machine.recorded?.act == .undo)
        #expect(machine.deeds.contains { if case .takeBackMessage = $0 { true } else { false } })
        try machine.press(":outbox<enter>")
        #expect(machine.text.contains("No message is waiting to be sent."))
    }

    @Test("The batch lists who gets a reminder and who is left out with why; one key sends all")
    func batch() throws {
        var disputed = Fixture.bluebird
        disputed.change { facts in
            facts.accounts[0].items[0] = Fixture.item(
                "INV-2330", issued: "2026-10-30", due: "2026-11-19", 9_180, disputed: 9_180)
        }
        disputed.standing = rank(disputed.facts, portfolio: Fixture.portfolio, rules: Fixture.rules, day: Fixture.today)
        var machine = machine([MessageTests.reachable(Fixture.orchard), disputed, Fixture.orchardWithoutAddress])
        try machine.press("Rb")
        #expect(machine.text.contains("reminders to send"))
        try machine.press("G<up><enter>")
        #expect(machine.text.contains("1 to send, 2 left out"))
        #expect(machine.text.contains("reminder  ap@customer.example  44,700 GBP"))
        #expect(machine.text.contains("everything disputed"))
        #expect(machine.text.contains("no e-mail address"))
        try machine.press("S")
        #expect(machine.text.contains("Send 1: Orchard & Co?"))
        #expect(machine.deeds.allSatisfy { if case .remind = $0 { false } else { true } })
        try machine.press("y")
        #expect(sent(machine)?.step == 3)
        #expect(machine.text.contains("1/3 in the outbox; left out: "))
        try machine.press("<esc>")
        #expect(machine.footer.contains("1/3 in the outbox"))
    }

    @Test("Space leaves a row out, Enter opens it, and Esc at the question sends nothing")
    func chosen() throws {
        var other = MessageTests.reachable(Fixture.orchard)
        other.change { $0.payer = AccountNumber("20556") }
        var machine = machine([MessageTests.reachable(Fixture.orchard), other])
        try machine.press("RbG<up><enter>")
        #expect(machine.text.contains("2 to send"))
        try machine.press(" ")
        #expect(machine.text.contains("1 to send, 1 left out"))
        try machine.press("S<esc>")
        #expect(machine.book.journal.allSatisfy { if case .message = $0.act { false } else { true } })
        try machine.press("Sy")
        #expect(machine.text.contains("1/2 in the outbox; left out: 1 excluded by you"))
        #expect(machine.book.journal.count { if case .message = $0.act { true } else { false } } == 1)
        try machine.press("<esc>bG<up><enter><enter>")
        #expect(machine.state.account.open != nil && machine.state.overlay == nil)
    }

    @Test("Esc stops a batch after the message under way")
    func stopped() throws {
        var list = ReminderList()
        list.show([
            ReminderRow(payer: AccountNumber("1"), name: "A", leftOut: "hold: insolvent, ana reviews"),
            ReminderRow(payer: AccountNumber("2"), name: "B", to: "b@x.example"),
            ReminderRow(payer: AccountNumber("3"), name: "C", to: "c@x.example"),
        ])
        #expect(list.rows?.map(\.name) == ["B", "C", "A"])
        let first = list.proceed(id: "x")
        #expect(first?.name == "B")
        list.stop()
        let answers = [list.show(.written, of: "another"), list.show(.written, of: "x")]
        #expect(answers == [false, true])
        let second = list.proceed(id: "y")
        #expect(second == nil)
        #expect(list.stage == .done(isStopped: true))
        #expect(list.summary == "1/3 in the outbox; left out: 1 hold")
    }

    @Test("Who is not due any more when it comes to sending is left out, and the others go on")
    func excludedAtSending() throws {
        var other = MessageTests.reachable(Fixture.orchard)
        other.change { $0.payer = AccountNumber("20556") }
        var machine = machine([MessageTests.reachable(Fixture.orchard), other])
        try machine.press("Rb")
        machine.book.sendOutcomes = [.leftOut("paid since")]
        try machine.press("G<up><enter>Sy")
        #expect(machine.text.contains("1/2 in the outbox; left out: 1 paid since"))
        #expect(machine.book.journal.count { if case .message = $0.act { true } else { false } } == 1)
    }
}

extension Fixture {
    static var orchardWithoutAddress: Dossier {
        var dossier = orchard
        dossier.change { $0.payer = AccountNumber("20557") }
        dossier.contacts = []
        return dossier
    }
}
