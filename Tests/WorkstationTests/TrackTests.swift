import Receivables
import Settings
import Terminal
import Testing

@testable import Workstation

@Suite("The talk track beside a call")
struct TrackTests {
    private func machine(
        size: Size = Size(columns: 80, rows: 24), _ change: (inout Dossier) -> Void = { _ in }
    ) -> Machine {
        var book = FakeBook()
        change(&book.dossiers[0])
        return Machine(size: size, book: book, tracks: TalkTracks.all(own: [:]))
    }

    @Test("One line above the note; a key that works while typing ticks it, and the record says which were said")
    func strip() throws {
        var machine = machine()
        try machine.press("c")
        #expect(machine.text.contains("1 opening  Hello, this is Ana Ruiz."))
        try machine.press("Hello <C-g>again<C-g>")
        #expect(machine.text.contains("3 question"))
        #expect(machine.state.note?.text == "Hello again")
        try machine.press("<F8>v<enter>")
        guard case .call(let call)? = machine.recorded?.act else { return #expect(Bool(false)) }
        #expect(call.track == TrackRecord(situation: .usualLate, said: [.opening, .purpose]))
    }

    @Test("What was ticked and chosen is in the draft, and comes back with it")
    func draft() throws {
        var machine = machine()
        try machine.press("c<C-g><C-x>sf<esc>some words")
        let draft = try #require(machine.state.note?.draft(at: machine.clock))
        #expect(draft.track == TrackRecord(situation: .hardship, said: [.opening]))
        let note = NotePane(draft, in: machine.state.noteContext)
        #expect(note.track.said == [.opening])
        #expect(note.track.situation == .hardship)
    }

    @Test("A second note on the same account knows what it is about as well")
    func secondNote() throws {
        var machine = machine()
        try machine.press("c<C-g><F8>v<enter>")
        try machine.press("<esc>gc<C-g>")
        #expect(machine.state.note?.draft(at: machine.clock).track?.said == [.opening])
    }

    @Test("On the page steps fold, are ticked and jumped to; another situation is two keys away")
    func page() throws {
        var machine = machine()
        try machine.press("c<C-x>4 ")
        #expect(machine.text.contains("4 ✓ cause"))
        try machine.press("<enter>")
        #expect(machine.text.contains("4 ✓ cause …"))
        try machine.press("sn")
        #expect(machine.text.contains("Talk track: voicemail"))
        #expect(!machine.text.contains("8,200"))
        try machine.press("<esc>")
        #expect(machine.text.contains("1 opening"))
    }

    @Test("Reading back ticks the agreement")
    func readBack() throws {
        var machine = machine()
        try machine.press("c/promise 2500 fri<C-r><C-r>")
        #expect(machine.state.note?.track.said == [.agreement])
        #expect(machine.text.contains("7 close"))
    }

    @Test("A fact opens where it stands: an item in the list of items")
    func facts() throws {
        var machine = machine()
        try machine.press("<enter>T2j<enter>")
        #expect(
            machine.state.account.open?.items?.items[machine.state.account.open?.items?.cursor.index ?? 0].number
                == "INV-2210")
    }

    @Test("They call: the track doesn't speak of money before they do")
    func inbound() throws {
        var machine = machine()
        try machine.press("<F9>northwind<enter>")
        #expect(machine.state.situation == .inbound)
        #expect(machine.text.contains("1 opening"))
    }

    /// The situations as the facts make them, or as the caller chooses them.
    private static let situations: [(name: String, keys: String)] = zip(
        CallSituation.allCases, "abcdefhilmnop"
    ).map { ($0.rawValue, "<enter>Ts\($1)") }

    @Test("The page of each situation", arguments: situations.map(\.name))
    func pages(_ name: String) throws {
        let keys = try #require(TrackTests.situations.first { $0.name == name }?.keys)
        for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)] {
            var machine = Machine(size: size, book: TrackTests.book, tracks: TalkTracks.all(own: [:]))
            try machine.press(keys)
            expectScreen(machine.screen, "track-\(name)-\(size)")
        }
    }

    /// With a broken promise, a dispute, and what was said last time.
    private static var book: FakeBook {
        var book = FakeBook()
        let item = ItemKey(account: AccountNumber("10442"), number: "INV-2291")
        let oldest = ItemKey(account: AccountNumber("10442"), number: "INV-2210")
        let made = Fixture.day("2026-11-12")
        book.dossiers[0].change { facts in
            facts.commitments = Commitments(
                promises: [
                    Promise(
                        part: EntryPart(entry: 2), made: made, amount: Money(minor: 250_000, Fixture.gbp),
                        day: Fixture.day("2026-11-16"), shares: [Share(oldest, 250_000)])
                ],
                disputes: [
                    Dispute(
                        part: EntryPart(entry: 2), opened: made, item: item, amount: nil, reason: .price,
                        owner: "Sales", due: Fixture.day("2026-11-27"))
                ])
        }
        return book
    }

    @Test("Every figure, name and day comes from a fact, and every fact opens", arguments: CallSituation.allCases)
    func honest(_ situation: CallSituation) throws {
        for code in ["en", "de", "fr"] {
            let library = TalkTracks.all(own: [:])
            let (track, language) = try #require(library.track(situation, code))
            let dossier = TrackTests.book.dossiers[0]
            let spoken = SpokenTrack(
                track, for: situation, dossier, caller: TalkCaller(name: "Ana Ruiz"), contact: "Jane Moss",
                in: SpokenForm.named(language))
            for piece in spoken.parts.flatMap(\.lines).flatMap(\.pieces) {
                switch piece {
                case .words(let words): #expect(!words.contains { $0.isNumber }, "\(words)")
                case .fact(let fact): #expect(opens(fact, dossier), "\(fact)")
                }
            }
        }
    }

    /// Whether what a fact says stands where it leads.
    private func opens(_ fact: TalkFact, _ dossier: Dossier) -> Bool {
        switch fact.source {
        case .item(let number): dossier.openItems.contains { $0.number == number }
        case .entry(let seq): dossier.history.contains { $0.seq == seq }
        case .matters: !dossier.facts.followThrough.isEmpty
        case .items: !dossier.openItems.isEmpty
        case .habit: dossier.facts.accounts.contains { $0.behaviour.isKnown }
        case .customer, .desk: !fact.text.isEmpty
        }
    }
}
