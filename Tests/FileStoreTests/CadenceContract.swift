import Receivables
import Testing

@testable import FileStore

/// Rules and cadences as entries: they change by one, are taken back by one, and rank everybody with it.
@Suite struct CadenceContract {
    let fixture: BookFixture
    let letters: Cadence

    init() throws {
        letters = try Cadence(
            name: "letters", steps: [.init(day: 5, act: .reminder), .init(day: 50, act: .formalNotice)])
        fixture = try BookFixture()
        try fixture.importExtract([
            fixture.item("I1", due: -10), fixture.item("I2", of: "A2", amount: 900_000, due: -20),
        ])
    }

    @discardableResult
    func record(_ act: Act, of account: String? = nil, day: Int = 0, undoes: Int64? = nil) throws -> Int64 {
        let at = LocalTime(day: fixture.day(day), time: TimeOfDay(minutes: 600)).instant(offset: 0)
        let entry = NewEntry(
            id: fixture.newID(), payer: account.map { AccountNumber($0) }, at: at, day: fixture.day(day), author: "ana",
            act: act, undoes: undoes)
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return 0 }
        return seq
    }

    func facts(_ account: String = "A1", on day: Int = 0) throws -> JudgedPayer {
        try fixture.book.dossier(of: AccountNumber(account), asOf: Moment(at: BookFixture.now, day: fixture.day(day)))
            .facts
    }

    var rules: Rules { get throws { try fixture.book.about().rules } }
    var order: [String] {
        get throws { try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows.map(\.payer.text) }
    }

    @Test("New rules are one entry, and everybody is ranked by them in the same transaction")
    func change() throws {
        #expect(try order == ["A2", "A1"])
        var new = try rules
        new.minimum = 500_000
        new.cadences = try #require(Cadences([(letters, [])]))
        let seq = try record(.rules(new))
        #expect(try rules == new)
        #expect(try order == ["A2"])
        #expect(
            try fixture.book.queue(QueueQuery(moment: fixture.moment, task: .smallBalance)).rows.map(\.payer.text) == [
                "A1"
            ])
        #expect(try facts().nextStep(by: rules, on: fixture.day(0))?.words == "reminder")
        #expect(try fixture.book.journal(JournalQuery(limit: 1)).first?.seq == seq)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A change of the rules is taken back by an entry: the one before holds again, at last the book's first rules")
    func undone() throws {
        let first = try rules
        var second = first, third = first
        second.minimum = 500_000
        third.minimum = 9_999_999
        let one = try record(.rules(second)), two = try record(.rules(third))
        #expect(try order.isEmpty)
        try record(.undo, undoes: two)
        #expect(try rules == second)
        #expect(try order == ["A2"])
        let back = try record(.undo, undoes: one)
        #expect(try rules == first)
        #expect(try order == ["A2", "A1"])
        try record(.undo, undoes: back)
        #expect(try rules == second)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("An import can't be taken back as if it were a change of rules")
    func importStays() throws {
        #expect(throws: BookError.self) { try record(.undo, undoes: 1) }
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Rules that are not what the journal leads to are found")
    func tampered() throws {
        var new = try rules
        new.minimum = 100
        try record(.rules(new))
        new.minimum = 200
        try fixture.book.queue.write { db in try BookMetadata.set(.rules, Rules.encoded(new), db) }
        #expect(try fixture.verified().contains { $0.kind == .rules })
    }

    @Test("A call and a written step move the payer on; an undo moves it back, and a past day knows neither")
    func steps() throws {
        let rules = try rules
        func next(_ day: Int) throws -> String? { try facts(on: day).nextStep(by: rules, on: fixture.day(day))?.words }
        #expect(try next(0) == "call 1")
        try record(
            .call(CallRecord(result: .willCheck, followUps: [PlannedFollowUp(day: fixture.day(4))], step: 7)), of: "A1")
        #expect(try next(0) == "call 2")
        let wrote = try record(
            .step(
                StepRecord(
                    step: 14, act: .reminder, followUps: [PlannedFollowUp(day: fixture.day(12), why: "statement")])),
            of: "A1", day: 7)
        #expect(try next(7) == "statement")
        #expect(try facts(on: 7).followUps.map(\.why) == ["statement"])
        #expect(try next(6) == "call 2")
        try record(.undo, of: "A1", day: 7, undoes: wrote)
        #expect(try next(7) == "call 2")
        #expect(try fixture.verified().isEmpty)
    }

    @Test("An account's own cadence is an entry, goes before its segment's, and is taken back by undo")
    func override() throws {
        var new = try rules
        new.cadences = try #require(Cadences([(.standard, []), (letters, ["key"])]))
        try record(.rules(new))
        #expect(try facts().cadence(by: rules).name == "standard")
        let own = try record(.cadence(CadenceChoice("letters")), of: "A1")
        #expect(try facts().cadence(by: rules).name == "letters")
        #expect(try facts("A2").cadence(by: rules).name == "standard")
        #expect(try facts(on: -1).cadence(by: rules).name == "standard")
        try record(.undo, of: "A1", undoes: own)
        #expect(try facts().cadence(by: rules).name == "standard")
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Segments' cadences and customers' calendars count the same in a ranking of all and of one")
    func sameForAll() throws {
        var cove = CustomerRow(line: 2, number: AccountNumber("A3"))
        (cove.segment, cove.zone) = ("key", "America/New_York")
        var source = BookFixture.Rows(rows: [.customer(cove)])
        _ = try fixture.book.importExtract(
            Extract(file: "c.csv", kind: .customers, day: fixture.day(0), isFull: false), from: &source,
            stamp: Stamp(id: fixture.newID(), at: BookFixture.now, day: BookFixture.today, author: "tester"),
            progress: { _, _ in })
        try fixture.importExtract([fixture.item("I3", of: "A3", due: 6)], full: false)
        var new = try rules
        let ahead = try Cadence(name: "ahead", steps: [.init(day: -6, act: .reminder), .init(day: 5, act: .call)])
        new.cadences = try #require(Cadences([(.standard, []), (ahead, ["key"])]))
        new.calendars = ["America/New_York": BusinessCalendar(weekend: [], holidays: [fixture.day(0)])]
        try record(.rules(new))
        // The sixth day before is a holiday there, and the day after one of the desk's weekend.
        #expect(!(try order.contains("A3")))
        try record(.later, of: "A3")
        #expect(try fixture.verified().isEmpty)
        new.calendars = [:]
        try record(.rules(new))
        #expect(try order.contains("A3"))
        #expect(try fixture.verified().isEmpty)
    }
}
