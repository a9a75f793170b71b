import FileStore
import Foundation
import Receivables
import Testing

/// Two accounts that are one customer.
@Suite struct MergeTests {
    private func entry(_ fixture: BookFixture, _ payer: String, _ act: Act, undoes: Int64? = nil) -> NewEntry {
        NewEntry(
            id: fixture.newID(), payer: AccountNumber(payer), at: BookFixture.now, day: BookFixture.today,
            author: "tester",
            act: act, undoes: undoes)
    }

    private func merge(_ fixture: BookFixture, _ account: String, into payer: String, before: String? = nil) throws {
        let change = PayerChange(account: AccountNumber(account), before: AccountNumber(before ?? account))
        _ = try fixture.book.record([entry(fixture, payer, .payer(change))], seen: nil)
    }

    private func queue(_ fixture: BookFixture) throws -> [String] {
        let page = try fixture.book.queue(QueueQuery(moment: fixture.moment, later: true))
        return (page.rows.map(\.payer.text) + page.later.map(\.payer.text)).sorted()
    }

    private func payer(_ fixture: BookFixture, of account: String) throws -> String {
        try fixture.book.dossier(of: AccountNumber(account), asOf: fixture.moment).facts.payer.text
    }

    private func fixture() throws -> BookFixture {
        let fixture = try BookFixture()
        try fixture.importExtract((1...4).map { fixture.item("I\($0)", of: "A\($0)") })
        _ = try fixture.book.record([fixture.call(.noAnswer, of: "A2", next: 5, note: "before")], seen: nil)
        return fixture
    }

    @Test("Merged accounts are one row, one page and one history; nothing else about them changes")
    func merged() throws {
        let fixture = try fixture()
        try merge(fixture, "A2", into: "A1")
        #expect(try queue(fixture) == ["A1", "A3", "A4"])
        let dossier = try fixture.book.dossier(of: AccountNumber("A2"), asOf: fixture.moment)
        #expect(dossier.facts.accounts.map(\.account.number.text) == ["A1", "A2"])
        #expect(dossier.facts.accounts.map { $0.items.map(\.number) } == [["I1"], ["I2"]])
        #expect(dossier.history.map(\.text) == ["", "before"] && dossier.facts.followUps.count == 1)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A merge that is taken back gives each what it had, and what came in between stays with the payer")
    func undone() throws {
        let fixture = try fixture()
        try merge(fixture, "A2", into: "A1")
        _ = try fixture.book.record([fixture.call(.noAnswer, of: "A2", next: 7, note: "between")], seen: nil)
        _ = try fixture.book.record([entry(fixture, "A1", .undo, undoes: 3)], seen: nil)
        #expect(try queue(fixture) == ["A1", "A2", "A3", "A4"])
        #expect(
            try fixture.book.dossier(of: AccountNumber("A2"), asOf: fixture.moment).history.map(\.text) == ["before"])
        #expect(
            try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).history.map(\.seq) == [5, 4, 3])
        #expect(try fixture.verified().isEmpty)
        #expect(throws: BookError.self) { try fixture.book.record([entry(fixture, "A1", .undo, undoes: 5)], seen: nil) }
        try merge(fixture, "A2", into: "A1")
        #expect(try payer(fixture, of: "A2") == "A1")
    }

    @Test("What cannot be one customer is refused, and nothing is written")
    func refused() throws {
        let fixture = try fixture()
        try merge(fixture, "A2", into: "A1")
        for (account, payer) in [("A1", "A1"), ("A2", "A1"), ("A3", "A2"), ("A1", "A3"), ("A9", "A1"), ("A1", "A9")] {
            #expect(throws: BookError.self, "\(account) into \(payer)") { try merge(fixture, account, into: payer) }
        }
        #expect(try fixture.book.about().entries == 3)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A merge stands until the ERP itself names another payer")
    func erp() throws {
        let fixture = try fixture()
        func says(_ payer: String) throws {
            var row = CustomerRow(line: 2, number: AccountNumber("A2"))
            row.payer = AccountNumber(payer)
            try fixture.importExtract([.customer(row)], .customers)
        }
        try says("A2")
        try merge(fixture, "A2", into: "A1")
        try says("A2")
        #expect(try payer(fixture, of: "A2") == "A1")
        try says("A3")
        #expect(try payer(fixture, of: "A2") == "A3")
        // The merge is history now: taking it back changes nothing.
        _ = try fixture.book.record([entry(fixture, "A1", .undo, undoes: 4)], seen: nil)
        #expect(try payer(fixture, of: "A2") == "A3")
        #expect(try fixture.verified().isEmpty)
    }
}
