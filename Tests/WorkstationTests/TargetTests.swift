import Receivables
import Testing

@testable import Workstation

/// One account is on screen, and the cursor is on the row of another.
@Suite("Whom a command acts on")
struct TargetTests {
    /// What is typed behind the names of the commands that need words.
    private static let words: [CommandName: String] = [
        .hold: "lawyer", .decide: "agency", .give: "ben asks for the copy", .cover: "ben until fri",
    ]

    private struct Pair {
        var machine = Machine()
        let open: AccountNumber
        let row: AccountNumber
        let rowName: String

        init() throws {
            try machine.press("<enter><esc>j")
            open = try #require(machine.state.account.open?.payer)
            let selected = try #require(machine.state.queue.selected)
            (row, rowName) = (selected.payer, selected.name)
            #expect(open != row)
            // The next step of each can be handed over.
            machine.book.add(.call(Pair.willCheck), id: "open", to: open)
            machine.book.add(.call(Pair.willCheck), id: "row", to: row)
        }

        private static let willCheck = {
            var call = CallRecord(result: .willCheck)
            call.followUps = [PlannedFollowUp(day: Fixture.day("2026-11-30"), why: "check")]
            return call
        }()

        mutating func run(_ command: Command) throws {
            let words = TargetTests.words[command.name].map { " \($0)" } ?? ""
            let typed = ":\(command.name.rawValue)\(words)".map { $0 == " " ? "<space>" : String($0) }.joined()
            try machine.press("\(typed)<enter>")
        }
    }

    @Test(
        "With the keyboard on the queue it is the row, for every command of the table",
        arguments: Command.all.map(\.name))
    func row(name: CommandName) throws {
        let command = try #require(Command.named(name))
        guard command.actsOn == .openCustomer || command.actsOn == .customer else { return }
        var pair = try Pair()
        try pair.run(command)
        if command.actsOn == .openCustomer { #expect(pair.machine.state.account.open?.payer == pair.row) }
        switch pair.machine.state.overlay {
        case let question as Question:
            guard case .record(_, let payer, _, _, _) = question.answer else { break }
            #expect(payer == pair.row)
            #expect(question.title.hasPrefix(pair.rowName), "the customer is named: \(question.title)")
        case let pane as MessagePane: #expect(pane.request.account == pair.row)
        case let pane as ReasonsPane: #expect(pane.name == pair.rowName)
        default: break
        }
        try pair.machine.press("<enter>")
        for effect in pair.machine.deeds {
            switch effect {
            case .record(let entry, _): #expect(entry.payer == pair.row)
            case .send(let request, _): #expect(request.account == pair.row)
            case .dial(_, let dialled): #expect(dialled == pair.rowName)
            default: break
            }
        }
        if let note = pair.machine.state.note { #expect(note.account == pair.row) }
    }

    @Test("With the keyboard on the account it is that account, wherever the cursor is")
    func account() throws {
        for name in [CommandName.hold, .message, .call, .promise] {
            var pair = try Pair()
            try pair.machine.press("<tab>")
            try pair.run(try #require(Command.named(name)))
            #expect(pair.machine.state.account.open?.payer == pair.open, "\(name.rawValue)")
        }
    }

    @Test("What stops or moves calls is asked first, and nothing is recorded before the answer")
    func asked() throws {
        for name in [CommandName.hold, .give, .decide] {
            var pair = try Pair()
            try pair.run(try #require(Command.named(name)))
            #expect(pair.machine.deeds.isEmpty)
            try pair.machine.press("<esc>")
            #expect(pair.machine.deeds.isEmpty, "\(name.rawValue)")
        }
    }

    @Test("Words that are not understood stay in the palette, also where the account had to be opened first")
    func kept() throws {
        var pair = try Pair()
        try pair.machine.press(":hold<space>whenever<enter>")
        #expect(pair.machine.text.contains(":hold whenever"))
    }
}
