import FileStore
import Foundation
import Receivables
import Testing

/// What a book owes to wishes, holds and wrong numbers, told through `Book` alone.
@Suite struct ContactContract {
    let fixture: BookFixture
    let account = AccountNumber("A1")

    init() throws {
        fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2")], on: -1)
    }

    @discardableResult
    func record(_ act: Act, day: Int = 0, undoes: Int64? = nil) throws -> Int64 {
        let at = LocalTime(day: fixture.day(day), time: TimeOfDay(minutes: 600)).instant(offset: 0)
        let entry = NewEntry(
            id: fixture.newID(), payer: account, at: at, day: fixture.day(day), author: "ana", act: act, undoes: undoes)
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return 0 }
        return seq
    }

    private func queued(_ task: QueueTask = .call, day: Int = 0) throws -> [String] {
        try fixture.book.queue(QueueQuery(moment: Moment(at: BookFixture.now, day: fixture.day(day)), task: task)).rows
            .map(\.payer.text)
    }

    private func customer(_ phones: String...) throws {
        var row = CustomerRow(line: 2, number: account)
        row.contacts = phones.enumerated().map { Contact(name: "Person \($0)", phone: $1) }
        try fixture.importExtract([.customer(row)], .customers)
    }

    private func call(
        _ result: CallResult, number: String = "", agreed: Agreements = Agreements(), broke: BrokenRules? = nil
    ) -> Act {
        .call(CallRecord(result: result, number: number, agreed: agreed, broke: broke))
    }

    @Test("A hold takes the payer from the queue until its review day, whatever day is read; an undo brings it back")
    func hold() throws {
        let seq = try record(.hold(PlannedHold(.factored, review: fixture.day(30))))
        #expect(try queued() == ["A2"])
        #expect(try Set(queued(day: 30)) == ["A1", "A2"])
        #expect(try Set(queued(day: -1)) == ["A1", "A2"])
        let later = try fixture.book.queue(QueueQuery(moment: fixture.moment, later: true)).later
        #expect(later.map(\.reason) == ["hold: factored, ana reviews"])
        #expect(try fixture.balance() == 200_000)
        #expect(try fixture.verified().isEmpty)
        try record(.undo, undoes: seq)
        #expect(try Set(queued()) == ["A1", "A2"])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Who is not to be called at all is worked in writing, counted there, and comes back by an undo")
    func inWriting() throws {
        let wish = Agreements(noCalls: [PlannedNoCall(.account, askedBy: "Jane", review: fixture.day(90))])
        let seq = try record(call(.askedNotToBeCalled, agreed: wish), day: -8)
        try fixture.book.rankAll(for: fixture.day(0), progress: { _, _ in })
        #expect(try queued() == ["A2"])
        #expect(try queued(.inWriting) == ["A1"])
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment)).batches == [.inWriting: 1])
        #expect(
            try fixture.book.dossier(of: account, asOf: fixture.moment).facts.limits.noCalls.map(\.askedBy) == ["Jane"])
        #expect(try fixture.verified().isEmpty)
        try record(.undo, undoes: seq)
        #expect(try Set(queued()) == ["A1", "A2"])
    }

    @Test("With no number left that is right and may be dialled, a contact is missing, until the ERP brings a new one")
    func missingContact() throws {
        try customer("+1 555 0100", "+1 555 0101")
        try record(call(.wrongNumber, number: "+1 555 0100"), day: -8)
        try fixture.book.rankAll(for: fixture.day(0), progress: { _, _ in })
        #expect(try Set(queued()) == ["A1", "A2"])
        let wish = Agreements(noCalls: [PlannedNoCall(.number("+15550101"), askedBy: "", review: fixture.day(90))])
        try record(call(.askedNotToBeCalled, number: "+1 555 0101", agreed: wish), day: -7)
        try fixture.book.rankAll(for: fixture.day(0), progress: { _, _ in })
        #expect(try queued(.missingContact) == ["A1"])
        #expect(try fixture.verified().isEmpty)
        let phones = try fixture.book.dossier(of: account, asOf: fixture.moment).telephones
        #expect(phones.map(\.isBad) == [true, false])
        #expect(phones.map(\.isBarred) == [false, true])
        try customer("+1 555 0199")
        #expect(try Set(queued()) == ["A1", "A2"])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Why a rule was broken is in the journal, and entries of before have no such thing")
    func reasons() throws {
        let broke = BrokenRules([.permittedHours], because: "they asked for it")
        try record(call(.noAnswer, broke: broke))
        let entries = try fixture.book.journal(JournalQuery(payer: account))
        guard case .call(let call) = entries.first?.act else { return #expect(Bool(false)) }
        #expect(call.broke == broke)
        let old = #"{"direction":"out","result":"no answer","contact":"","number":"","followUps":[]}"#
        #expect(try CallRecord.decodedForTests(old).broke == nil)
    }

    @Test("New rules are an entry, and rank everybody anew at once")
    func rules() throws {
        var rules = try fixture.book.about().rules
        rules.minimum = 10_000_000
        rules.desk = Hours(from: TimeOfDay(minutes: 420), till: TimeOfDay(minutes: 0))
        let entry = NewEntry(
            id: fixture.newID(), payer: nil, at: BookFixture.now, day: BookFixture.today, author: "ana",
            act: .rules(rules))
        _ = try fixture.book.record([entry], seen: nil)
        #expect(try fixture.book.about().rules == rules)
        #expect(try queued().isEmpty)
        #expect(try queued(.smallBalance).count == 2)
        #expect(try fixture.verified().isEmpty)
    }
}

extension Decodable {
    fileprivate static func decodedForTests(_ text: String) throws -> Self {
        try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }
}
