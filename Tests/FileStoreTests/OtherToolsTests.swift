import Foundation
import GRDB
import Receivables
import Testing

@testable import FileStore

/// What a book takes over from other tools and lists: notes, promises and rates.
@Suite struct OtherToolsTests {
    private func note(_ text: String, of account: String = "A1", on day: Day, author: String = "jo") -> ExtractRow {
        .note(NoteRow(line: 2, account: AccountNumber(account), day: day, author: author, text: text))
    }

    @Test("Notes from another tool are entries of the journal once, and answer nothing that was planned here")
    func notes() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        _ = try fixture.book.record([fixture.call(.noAnswer, next: 0)], seen: nil)
        let rows = [
            note("Wants a copy", on: fixture.day(-9)), note("Wants a copy", on: fixture.day(-9)),
            note("Moved house", on: fixture.day(-3), author: ""),
            note("Never heard of them", of: "A7", on: fixture.day(-3)),
        ]
        let first = try fixture.importExtract(rows, .notes)
        #expect(first.counts.notesNew == 3 && first.repeated == 1)
        let dossier = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        #expect(dossier.history.map(\.text) == ["Moved house", "Wants a copy", "said so"])
        #expect(dossier.history.map(\.author) == ["tester", "jo", "tester"])
        #expect(dossier.history.map(\.day) == [fixture.day(-3), fixture.day(-9), BookFixture.today])
        #expect(dossier.facts.followUps.count == 1)
        let again = try fixture.importExtract(rows, .notes)
        #expect(again.counts.changesNothing && again.counts.notesUnchanged == 3)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Promises from another tool are watched, once; one whose day is past stays words")
    func promises() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")])
        func promise(_ minor: Int64, in days: Int, made: Int? = nil, line: Int = 2) -> ExtractRow {
            .note(
                NoteRow(
                    line: line, account: AccountNumber("A1"), day: made.map(fixture.day), author: "jo", text: "said so",
                    promise: NoteRow.Promise(amount: Money(minor: minor, .usd), day: fixture.day(days), who: "Ann")))
        }
        let rows = [
            promise(90_000, in: 3), promise(70_000, in: 4, made: -1, line: 3), promise(500, in: -2, made: -9, line: 4),
        ]
        let receipt = try fixture.importExtract(rows, .notes)
        #expect(receipt.counts.notesNew == 3)
        #expect(
            receipt.notices == [
                "2 promises are watched from now on",
                "1 promise was for a day that is past: kept as a note, for nobody can tell now what kept it",
            ])
        let dossier = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        let judged = dossier.facts.followThrough.promises
        #expect(Set(judged.map(\.promise.amount.minor)) == [90_000, 70_000])
        #expect(judged.allSatisfy { $0.verdict.isAwaited && $0.promise.who == "Ann" && !$0.promise.shares.isEmpty })
        // No unit of an item's money is promised twice.
        let shares = Dictionary(grouping: judged.flatMap(\.promise.shares), by: \.item)
        for (_, held) in shares { #expect(held.reduce(0) { $0 + $1.amount } <= 100_000) }
        #expect(dossier.history.contains { $0.text.hasPrefix("said so (5.00 USD promised for ") })

        #expect(try fixture.importExtract(rows, .notes).counts.changesNothing)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Rates hold from their day on, count as news once, and only into the book's own currency")
    func rates() throws {
        let fixture = try BookFixture()
        let euro = try #require(Currency("EUR"))
        func rate(_ billionths: Int64, on offset: Int, into target: Currency? = nil, line: Int = 2) throws -> ExtractRow
        {
            .rate(
                RateRow(
                    line: line, currency: euro, day: fixture.day(offset),
                    rate: try #require(ExchangeRate(billionths: billionths)),
                    target: target))
        }
        let rows = [
            try rate(1_100_000_000, on: -10), try rate(1_200_000_000, on: -1, into: .usd),
            try rate(900_000_000, on: 0, into: Currency("GBP"), line: 4),
        ]
        let receipt = try fixture.importExtract(rows, .rates)
        #expect(receipt.counts.ratesChanged == 2)
        #expect(receipt.rejects.map(\.line) == [4])
        #expect(try fixture.importExtract(rows, .rates).counts.changesNothing)
        try fixture.importExtract([
            .item(
                ItemRow(
                    line: 2, account: AccountNumber("A1"), number: "E1", issued: fixture.day(-60),
                    due: fixture.day(-30), currency: euro,
                    amount: 100_000))
        ])
        let rates = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).portfolio.rates
        #expect(rates.inBase(Money(minor: 100_000, euro))?.minor == 120_000)
    }
}
