import FileStore
import Receivables
import Testing

/// Whose accounts are whose, and who covers whom, told through `Book` alone.
@Suite struct PortfolioContract {
    let fixture: BookFixture

    init() throws {
        fixture = try BookFixture()
        let collectors = ["A1": "Ana", "A2": "Ana", "A3": "ben", "A4": ""]
        try fixture.importExtract(
            collectors.keys.sorted().map { number in
                var row = CustomerRow(line: 2, number: AccountNumber(number))
                row.collector = collectors[number]
                return .customer(row)
            }, .customers)
        try fixture.importExtract(
            [
                fixture.item("I1"), fixture.item("I2", of: "A2", amount: 900_000),
                fixture.item("I3", of: "A3", amount: 500_000), fixture.item("I4", of: "A4"),
            ],
            on: -1)
    }

    private func queued(_ people: [String]?, _ change: (inout QueueQuery) -> Void = { _ in }) throws -> QueuePage {
        var query = QueueQuery(moment: fixture.moment, later: true)
        query.people = people
        change(&query)
        return try fixture.book.queue(query)
    }

    @discardableResult
    private func record(_ act: Act, _ account: String?, by author: String, day: Int = 0) throws -> Int64 {
        let at = LocalTime(day: fixture.day(day), time: TimeOfDay(minutes: 600)).instant(offset: 0)
        let entry = NewEntry(
            id: fixture.newID(), payer: account.map { AccountNumber($0) }, at: at, day: fixture.day(day),
            author: author, act: act)
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return 0 }
        return seq
    }

    @Test(
        """
        Each collector's queue is a part of the whole one in its order, counted, on any day and however the name \
        is spelt
        """
    )
    func mine() throws {
        #expect(try queued(nil).rows.map(\.payer.text) == ["A2", "A3", "A1", "A4"])
        for day in [0, 1] {
            let moment = Moment(at: BookFixture.now, day: fixture.day(day))
            #expect(try queued(["ana"]) { $0.moment = moment }.rows.map(\.payer.text) == ["A2", "A1"])
            #expect(try queued(["ANA", "ben"]) { $0.moment = moment }.rows.map(\.payer.text) == ["A2", "A3", "A1"])
            #expect(try queued(["ana"]) { $0.moment = moment }.total == 2)
            #expect(try queued(["nobody"]) { $0.moment = moment }.rows.isEmpty)
            #expect(try fixture.book.overview(at: moment, of: ["ana"]).tasks[.call]?.payers == 2)
        }
        #expect(
            try queued(["ana", "ben"]) {
                $0.limit = 1; $0.offset = 1
            }.rows.map(\.payer.text) == ["A3"])
        #expect(
            try queued(["ana"]) {
                $0.limit = 1; $0.offset = 1
            }.rows.map(\.payer.text) == ["A1"])
        #expect(try fixture.book.about().collectors == ["Ana", "ben"])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Who rests is listed with whose accounts they are; an account that changes hands goes with its collector")
    func moving() throws {
        try record(.hold(PlannedHold(.factored, review: fixture.day(9))), "A1", by: "ana")
        #expect(try queued(["ana"]).later.map(\.payer.text) == ["A1"])
        #expect(try queued(["ben"]).later.isEmpty)
        #expect(try queued(["ana"]).total == 1)
        var row = CustomerRow(line: 2, number: AccountNumber("A2"))
        row.collector = "ben"
        try fixture.importExtract([.customer(row)], .customers)
        #expect(try queued(["ben"]).rows.map(\.payer.text) == ["A2", "A3"])
        #expect(try queued(["ben"]).total == 2)
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        """
        An appointment rings for its owner and for who covers the owner; for whose account it is where the owner \
        has none
        """
    )
    func appointments() throws {
        func appointed(by author: String, on account: String) throws {
            let next = PlannedFollowUp(kind: .appointment, day: fixture.day(0), at: BookFixture.now)
            try record(.call(CallRecord(result: .callbackAgreed, followUps: [next])), account, by: author, day: -1)
        }
        try appointed(by: "ben", on: "A1")
        try appointed(by: "night script", on: "A2")
        func ringing(_ people: [String]?) throws -> [String] {
            try queued(people).rows.filter { $0.appointment != nil }.map(\.payer.text)
        }
        #expect(try ringing(nil) == ["A1", "A2"])
        #expect(try ringing(["ben"]) == ["A1"])
        #expect(try ringing(["Ana"]) == ["A2"])
        #expect(try ringing(["ana", "ben"]) == ["A1", "A2"])
        let followUp = try #require(
            try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).facts.followUps.first)
        try record(.handOver(HandOver(followUp.part, to: "ana")), "A1", by: "ben")
        #expect(try ringing(["ben"]).isEmpty)
        #expect(try ringing(["Ana"]) == ["A1", "A2"])
    }

    @Test("Who asked not to be called at all doesn't ring")
    func silent() throws {
        let next = PlannedFollowUp(kind: .appointment, day: fixture.day(0), at: BookFixture.now)
        let wish = Agreements(noCalls: [PlannedNoCall(.account, askedBy: "", review: fixture.day(90))])
        try record(
            .call(CallRecord(result: .askedNotToBeCalled, followUps: [next], agreed: wish)), "A1", by: "ana", day: -1)
        #expect(try queued(nil).rows.allSatisfy { $0.appointment == nil })
    }

    @Test("A cover ends by itself, the newest word counts, and who was covered sees what was done, by whom")
    func covering() throws {
        try record(.cover(PlannedCover("Ana", until: fixture.day(9))), nil, by: "ben", day: -2)
        try record(.cover(PlannedCover("Ana", until: fixture.day(0))), nil, by: "ben", day: -1)
        let state = try fixture.book.about()
        #expect(state.covers == [Covering(by: "ben", colleague: "Ana", from: fixture.day(-1), until: fixture.day(0))])
        #expect(state.covered(by: "BEN", on: fixture.day(0)) == ["Ana"])
        #expect(state.covered(by: "ben", on: fixture.day(1)).isEmpty)
        #expect(state.people(of: "ben", on: fixture.day(0)) == ["ben", "Ana"])
        #expect(state.people(of: "ben", on: fixture.day(1)) == ["ben"])
        #expect(state.people(of: "visitor", on: fixture.day(0)) == nil)

        try record(.call(CallRecord(result: .noAnswer)), "A1", by: "ben", day: -3)
        let done = try record(.call(CallRecord(result: .willCheck)), "A1", by: "ben")
        try record(.call(CallRecord(result: .willCheck)), "A3", by: "ben")
        let returns = try fixture.book.returns(to: "ana", newerThanOwn: true)
        #expect(returns.map(\.entry.seq) == [done])
        #expect(returns.first?.entry.author == "ben")
        #expect(returns.first?.name == "A1")
        #expect(try fixture.book.returns(to: "ben", newerThanOwn: true).isEmpty)
        try record(.note(NoteRecord()), "A2", by: "ana")
        #expect(try fixture.book.returns(to: "ana", newerThanOwn: true).isEmpty)
        #expect(try fixture.book.returns(to: "ana", newerThanOwn: false).count == 1)
        #expect(try fixture.verified().isEmpty)
    }
}
