import FileStore
import Foundation
import Receivables
import Testing

/// Cash that names no invoice: offered, confirmed, taken back, and counted once beside what the ERP makes of it.
@Suite struct MatchTests {
    private let account = AccountNumber("A1")

    private func cash(_ amount: Int64, _ reference: String, on day: Day) -> UnappliedCash {
        UnappliedCash(day: day, amount: Money(minor: amount, .usd), reference: reference)
    }

    private func item(_ number: String, _ open: Int64, due: Int32, disputed: Int64 = 0, _ currency: Currency = .usd)
        -> Item
    {
        Item(
            number: number, issued: Day(number: 19_000), due: Day(number: due), currency: currency, amount: open,
            open: open,
            disputed: disputed)
    }

    @Test("The oldest money is offered to the oldest item, in its own currency; disputed items and credits get none")
    func offered() throws {
        let euro = try #require(Currency("EUR"))
        let items = [
            item("new", 500, due: 19_900), item("old", 300, due: 19_800),
            item("older, disputed", 900, due: 19_700, disputed: 1),
            item("credit", -100, due: 19_000), item("euro", 700, due: 19_000, euro),
        ]
        let matches = account.matches(
            of: [
                cash(400, "P2", on: Day(number: 19_950)), cash(250, "P1", on: Day(number: 19_940)),
                cash(900, "P3", on: Day(number: 19_960)),
            ],
            to: items)
        #expect(matches.map(\.reference) == ["P1", "P2", "P2", "P3"])
        #expect(matches.map(\.item) == ["old", "old", "new", "new"])
        #expect(matches.map(\.amount.minor) == [250, 50, 350, 150])
    }

    private func fixture() throws -> BookFixture {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1", due: -50), fixture.item("I2", due: -40)], on: -3)
        try fixture.importExtract([fixture.payment(130_000, on: -2, reference: "P1")], .payments, on: -2)
        return fixture
    }

    @discardableResult
    private func match(_ fixture: BookFixture) throws -> RecordOutcome {
        let (number, cash) = try #require(try fixture.book.unapplied().first)
        let items = try fixture.book.dossier(of: number, asOf: fixture.moment).facts.accounts[0].items
        return try record(fixture, .matched(number.matches(of: cash, to: items)))
    }

    private func record(_ fixture: BookFixture, _ act: Act, undoes: Int64? = nil) throws -> RecordOutcome {
        try fixture.book.record(
            [
                NewEntry(
                    id: fixture.newID(), payer: account, at: BookFixture.now, day: BookFixture.today, author: "tester",
                    act: act,
                    undoes: undoes)
            ], seen: nil)
    }

    @Test("A match that was confirmed settles items and takes the cash; taken back, all is as it was")
    func matched() throws {
        let fixture = try fixture()
        #expect(try fixture.balance() == 70_000)
        #expect(try match(fixture) == .saved(3))
        #expect(try fixture.open() == ["I2": 70_000])
        #expect(try fixture.balance() == 70_000)
        #expect(try fixture.book.unapplied().isEmpty)
        #expect(try fixture.balance(on: -1) == 70_000)
        #expect(try fixture.open(on: -1) == ["I1": 100_000, "I2": 100_000])
        #expect(try fixture.verified().isEmpty)
        _ = try record(fixture, .undo, undoes: 3)
        #expect(try fixture.open() == ["I1": 100_000, "I2": 100_000])
        #expect(try fixture.book.unapplied().map { $0.cash.map(\.amount.minor) } == [[130_000]])
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        "The ERP's next extract agrees, or says otherwise and the cash is back; either way the money is there once",
        arguments: [true, false])
    func confirmedOrNot(agrees: Bool) throws {
        let fixture = try fixture()
        try match(fixture)
        let rows =
            agrees
            ? [fixture.item("I2", open: 70_000, due: -40)]
            : [fixture.item("I1", due: -50), fixture.item("I2", due: -40)]
        try fixture.importExtract(rows)
        #expect(try fixture.balance() == 70_000)
        #expect(try fixture.book.unapplied().isEmpty == agrees)
        #expect(try fixture.verified().isEmpty)
        if !agrees { #expect(throws: BookError.self) { try record(fixture, .undo, undoes: 3) } }
    }

    @Test("What is no longer so is not matched, and nothing is written")
    func outdated() throws {
        let fixture = try fixture()
        func offer(_ item: String, _ reference: String, _ amount: Int64) -> Act {
            .matched([CashMatch(account: account, item: item, reference: reference, amount: Money(minor: amount, .usd))]
            )
        }
        for act in [offer("I1", "P1", 100_001), offer("I1", "P2", 1), offer("I9", "P1", 1), offer("I1", "P1", -5)] {
            #expect(throws: BookError.self) { try record(fixture, act) }
        }
        #expect(try fixture.book.about().entries == 2)
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        "Cash that an extract lists and a payments file brings is there once, in either order",
        arguments: [true, false])
    func listedToo(paymentsFirst: Bool) throws {
        let fixture = try BookFixture()
        let rows = [fixture.item("I1"), fixture.payment(50_000, on: -1, reference: "P1")]
        let steps: [() throws -> Void] = [
            { try fixture.importExtract([fixture.payment(50_000, on: -1, reference: "P1")], .payments, on: -1) },
            { try fixture.importExtract(rows, on: -1) },
        ]
        try fixture.importExtract([fixture.item("I1")], on: -2)
        for step in paymentsFirst ? steps : steps.reversed() { try step() }
        #expect(try fixture.balance() == 50_000)
        // The ERP matches it: the item falls, the cash falls, no new money.
        try fixture.importExtract(
            [fixture.item("I1", open: 50_000), fixture.payment(1, on: 0, reference: "P9")], on: 0)
        #expect(try fixture.balance() == 49_999)
        #expect(try fixture.book.dossier(of: account, asOf: fixture.moment).receipts.isEmpty)
        #expect(try fixture.verified().isEmpty)
    }
}
