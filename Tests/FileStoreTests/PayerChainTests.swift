import GRDB
import Receivables
import Testing

@testable import FileStore

/// An ERP may say that C is paid for by B and B by A: then A is called for all of them.
@Suite("Chains of payers")
struct PayerChainTests {
    let fixture: BookFixture

    init() throws {
        fixture = try BookFixture()
        try fixture.importExtract(["A", "B", "C"].map { fixture.item("I\($0)", of: $0) })
    }

    /// - Parameter payers: account and payer, a letter each.
    private func importExtract(_ payers: String..., on offset: Int = 0) throws {
        let rows = payers.map { pair in
            var row = CustomerRow(line: 2, number: AccountNumber(String(pair.prefix(1))))
            row.payer = AccountNumber(String(pair.suffix(1)))
            return ExtractRow.customer(row)
        }
        try fixture.importExtract(rows, .customers, on: offset)
        #expect(try fixture.verified().isEmpty)
    }

    /// Who is called for whom.
    private func families() throws -> [String: [String]] {
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
        #expect(try fixture.verified().isEmpty)
        let rows = try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows
        return try Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (
                    row.payer.text,
                    try fixture.book.dossier(of: row.payer, asOf: fixture.moment).facts.accounts.map(
                        \.account.number.text)
                )
            })
    }

    @Test(
        "Who pays for a payer pays for its accounts, in whatever order the file has them",
        arguments: [["AA", "BA", "CB"], ["CB", "BA", "AA"]])
    func chain(payers: [String]) throws {
        for pair in payers { try importExtract(pair) }
        #expect(try families() == ["A": ["A", "B", "C"]])
        _ = try fixture.book.record([fixture.call(of: "C", next: nil)], seen: nil)
        #expect(try fixture.verified().isEmpty)
        let history = try fixture.book.dossier(of: AccountNumber("A"), asOf: fixture.moment).history
        #expect(history.contains { $0.text == "said so" })
    }

    @Test("In one file too, and where a payer leaves the chain its accounts go with it")
    func leaving() throws {
        try importExtract("CB", "BA", "AA")
        #expect(try families() == ["A": ["A", "B", "C"]])
        try importExtract("CB", "BB", "AA")
        #expect(try families() == ["A": ["A"], "B": ["B", "C"]])
        try importExtract("CB", "BA", "AA")
        #expect(try families() == ["A": ["A", "B", "C"]])
    }

    @Test("In a circle the first of its accounts pays for all")
    func circle() throws {
        try importExtract("AB", "BC", "CA")
        #expect(try families() == ["A": ["A", "B", "C"]])
    }

    @Test("What was agreed with the one in the middle goes where its accounts go")
    func agreed() throws {
        try importExtract("CB")
        _ = try fixture.book.record([fixture.call(of: "C", next: 3)], seen: nil)
        try importExtract("BA")
        let facts = try fixture.book.dossier(of: AccountNumber("A"), asOf: fixture.moment).facts
        #expect(facts.accounts.count == 3 && facts.followUps.map(\.why) == ["see"])
    }
}
