import Receivables
import Telephony
import Terminal
import Testing

@testable import Workstation

@Suite("A number that payers share")
struct SharedNumberTests {
    /// Three payers with one accountant, and one whose number is their own.
    private func book() throws -> NumbersBook {
        let book = try NumbersBook()
        try book.importExtract([
            NumbersBook.Customer(account: "A1", zone: "Europe/London", cells: ["0113 496 0182 ext. 1"]),
            NumbersBook.Customer(account: "A2", zone: "Europe/London", cells: ["+44 113 496 0182"]),
            NumbersBook.Customer(account: "A3", zone: "Europe/Berlin", cells: ["0044 113 496 0182", "030 5550120"]),
            NumbersBook.Customer(account: "A4", zone: "Europe/London", cells: ["020 7946 0018"]),
        ])
        try book.book.rankAll(for: NumbersBook.today, progress: { _, _ in })
        return book
    }

    private func page(_ dossier: Dossier) -> String {
        AccountPage(dossier, width: 100, theme: .standard, offset: { _, _ in 0 }).lines.map {
            $0.spans.map(\.text).joined()
        }.joined(separator: "\n")
    }

    @Test("The page says how many payers there are, and for how much")
    func page() throws {
        let book = try book()
        #expect(page(try book.dossier("A1")).contains("3 payers here, 3,000: Customer A2 A2, Customer A3 A3"))
        #expect(page(try book.dossier("A3")).contains("+44 113 496 0182: 3 payers here, 3,000"))
        #expect(!page(try book.dossier("A4")).contains("payers here"))
    }

    @Test("Who asks not to be called at a number isn't called there for another customer")
    func wishes() throws {
        let book = try book()
        try book.mark("(0113) 496-0182", of: "A2")
        for account in ["A1", "A2"] { #expect(try book.dialled(account).isEmpty) }
        #expect(try book.dialled("A3") == ["+49305550120"])
        #expect(try book.dialled("A4") == ["+442079460018"])
        let dossier = try book.dossier("A1")
        let check = ContactCheck(
            dossier, calling: dossier.contacts[0].contact, at: NumbersBook.now, offset: { _, _ in 0 })
        #expect(check.breaches.map(\.text) == ["another customer asked not to be called at 0113 496 0182 ext. 1"])
    }

    @Test("Attempts count for the number as well, whomever it was dialled for")
    func attempts() throws {
        let book = try book()
        for account in ["A2", "A3"] {
            try book.record(.call(CallRecord(result: .noAnswer, number: "+44 113 496 0182")), of: account)
        }
        try book.record(.call(CallRecord(result: .noAnswer, number: "0113 496 0182 ext. 1")), of: "A1")
        // Went on from a call to A2: nothing was dialled.
        try book.record(.call(CallRecord(result: .willCheck, number: "+441134960182", isContinued: true)), of: "A3")
        var dossier = try book.dossier("A1")
        dossier.rules.contact = ContactRules(attemptsPerDay: 3, attemptsPerWeek: 7, quietDays: 0)
        #expect(dossier.facts.tally.attempts(inLast: 1, upTo: NumbersBook.today) == 1)
        func breaches(_ dossier: Dossier) -> [String] {
            ContactCheck(dossier, calling: dossier.telephones[0].contact, at: NumbersBook.now, offset: { _, _ in 0 })
                .breaches.map(\.text)
        }
        #expect(breaches(dossier) == ["3 attempts today at 0113 496 0182 ext. 1, which 3 payers share, at most 3"])
        dossier.rules.contact.attemptsPerDay = 4
        #expect(breaches(dossier).isEmpty)
    }

    @Test("One call covers them in turn: the next is opened with the clock running, and nothing is dialled")
    func inTurn() throws {
        let book = try book()
        var desk = try TestDesk(book)
        try desk.open("A1")
        try desk.press("c")
        #expect(desk.dialled == ["+441134960182"])
        try desk.press("pays on friday<F8>u")
        #expect(
            desk.state.notice?.text.contains("still on the line: Customer A2 and 1 more (L)") == true,
            "\(desk.state.notice?.text ?? "none")")
        try desk.press("L")
        #expect(desk.state.account.open?.payer == AccountNumber("A2"))
        #expect(desk.state.note?.call?.isRunning == true)
        try desk.press("so does this one<F8>u")
        #expect(
            desk.state.notice?.text.contains("still on the line: Customer A3 (L)") == true,
            "\(desk.state.notice?.text ?? "none")")
        try desk.press("L")
        #expect(desk.state.account.open?.phone?.number.e164 == "+441134960182")
        #expect(desk.dialled.count == 1)
        #expect(try book.dossier("A2").facts.tally.attempts(inLast: 1, upTo: NumbersBook.today) == 0)
        #expect(try book.dossier("A2").facts.tally.lastRightParty == NumbersBook.today)
        #expect(try book.book.verify { _, _ in }.problems.isEmpty)
    }
}

/// A workstation that records into the book.
private struct TestDesk {
    var state: State
    private(set) var dialled: [String] = []
    private let book: NumbersBook

    init(_ book: NumbersBook) throws {
        self.book = book
        state = State(
            desk: Desk(
                bookName: "test.duly", author: "ana", offset: { _, _ in 0 }, telephones: Telephony.parser,
                newID: { "draft-\(UInt.random(in: 0...UInt.max))" }),
            opening: .book(try book.book.about()), now: NumbersBook.now, size: Size(columns: 100, rows: 40))
    }

    mutating func open(_ account: String) throws {
        try run(state.open(AccountNumber(account), name: account, then: .show))
    }

    mutating func press(_ keys: String) throws {
        for key in try Key.parse(keys) { try run(update(&state, .key(key), at: NumbersBook.now)) }
    }

    private mutating func run(_ effects: [Effect]) throws {
        for effect in effects {
            switch effect {
            case .dial(let number, _): dialled.append(number.e164)
            case .load(.dossier(let number, let moment, let purpose)):
                try run(
                    update(
                        &state, .loaded(.dossier(try book.book.dossier(of: number, asOf: moment), purpose)),
                        at: NumbersBook.now))
            case .record(let entry, let seen):
                guard case .saved(let seq) = try book.book.record([entry], seen: seen) else { continue }
                try run(update(&state, .recorded(id: entry.id, .saved(seq)), at: NumbersBook.now))
            default: break
            }
        }
    }
}
