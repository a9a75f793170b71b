import Receivables
import Testing

/// Items that the ERP marks as disputed are disputed here.
@Suite struct ErpDisputeTests {
    let fixture: BookFixture

    init() throws { fixture = try BookFixture() }

    private func importExtract(_ marks: [(String, ErpDispute)], on day: Int) throws -> Receipt {
        try fixture.importExtract(
            marks.map { number, mark in
                guard case .item(var row) = fixture.item(number) else { return fixture.item(number) }
                row.erpDispute = mark
                return .item(row)
            }, on: day)
    }

    private func facts() throws -> JudgedPayer {
        try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).facts
    }

    private func states() throws -> [String] {
        try facts().followThrough.disputes.map { "\($0.item.number) \($0.word)" }
    }

    @Test("A mark opens a case with an owner and a review day; only the rest is chased; a mark that is gone ends it")
    func marks() throws {
        let receipt = try importExtract([("I1", .marked("Z4")), ("I2", .none)], on: 0)
        #expect(receipt.notices.contains { $0.contains("1 item is disputed in the ERP") })
        let facts = try facts()
        let dispute = try #require(facts.followThrough.disputes.first)
        #expect(dispute.reason.rawValue == "disputed in the ERP" && dispute.text == "Z4" && !dispute.owner.isEmpty)
        #expect(dispute.due == Rules(base: .usd).calendar.adding(10, to: BookFixture.today))
        #expect(facts.accounts[0].items.map(\.chaseable).sorted() == [0, 100_000])
        #expect(
            try fixture.book.handOffs(HandOffQuery(moment: fixture.moment, recipient: nil, all: true)).contains {
                $0.document == "I1"
            })
        // The same again is no news.
        _ = try importExtract([("I1", .marked("Z4")), ("I2", .none)], on: 0)
        #expect(try states() == ["I1 open"])
        // An extract without the column says nothing.
        _ = try importExtract([("I1", .unsaid), ("I2", .unsaid)], on: 0)
        #expect(try states() == ["I1 open"])
        _ = try importExtract([("I1", .none), ("I2", .marked(""))], on: 1)
        #expect(try states() == ["I1 withdrawn", "I2 open"])
        #expect(try fixture.verified() == [])
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
        #expect(try fixture.verified() == [])
    }

    @Test("What was decided here goes before a mark that nobody took away")
    func decided() throws {
        _ = try importExtract([("I1", .marked(""))], on: 0)
        let part = try #require(facts().followThrough.disputes.first?.part)
        let entry = NewEntry(
            id: fixture.newID(), payer: AccountNumber("A1"), at: BookFixture.now, day: BookFixture.today, author: "ana",
            act: .dispute(DisputeStep(part, outcome: .notValid)))
        _ = try fixture.book.record([entry], seen: nil)
        _ = try importExtract([("I1", .marked("")), ("I2", .none)], on: 1)
        #expect(try states() == ["I1 not valid"])
        #expect(try fixture.verified() == [])
    }

    @Test("A disputed item that is gone from the extract is paid, and its case closed")
    func paid() throws {
        _ = try importExtract([("I1", .marked("")), ("I2", .none), ("I3", .none)], on: 0)
        _ = try importExtract([("I2", .none), ("I3", .none)], on: 1)
        let later = try fixture.book.dossier(
            of: AccountNumber("A1"), asOf: Moment(at: BookFixture.now, day: fixture.day(1)))
        #expect(later.facts.followThrough.disputes.map(\.word) == ["paid"])
    }
}
