import FileStore
import Foundation
import Receivables
import Testing

/// Payments that name no item beside extracts of the same days: the money is counted once (DOMAIN.md §7).
@Suite struct PlacedCashTests {
    private func receipts(_ fixture: BookFixture) throws -> [Int64] {
        try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).receipts.map(\.amount.minor)
    }

    private func unapplied(_ fixture: BookFixture) throws -> Int64 {
        try fixture.book.unapplied().flatMap(\.cash).reduce(0) { $0 + $1.amount.minor }
    }

    /// Two items of 1,000.00; 600.00 of the first on the second day, 400.00 on the third.
    private func steps(_ fixture: BookFixture) -> (extracts: [() throws -> Receipt], payments: [() throws -> Receipt]) {
        let other = fixture.item("I2")
        let paid = [fixture.payment(60_000, on: -1), fixture.payment(40_000, on: 0)]
        return (
            [
                { try fixture.importExtract([fixture.item("I1"), other], on: -2) },
                { try fixture.importExtract([fixture.item("I1", open: 40_000), other], on: -1) },
                { try fixture.importExtract([other], on: 0) },
            ],
            [
                { try fixture.importExtract([paid[0]], .payments, on: -1) },
                { try fixture.importExtract(paid, .payments, on: 0) },
            ]
        )
    }

    private static let orders: [[Bool]] = (0..<32).map { bits in (0..<5).map { bits >> $0 & 1 == 1 } }.filter {
        $0.count { $0 } == 2
    }

    @Test(
        """
        A part on the second day and the rest on the third, by payments that name nothing: the same figures in \
        any order
        """,
        arguments: orders)
    func threeDays(arePayments: [Bool]) throws {
        let fixture = try BookFixture()
        var (extracts, payments) = steps(fixture)
        for isPayment in arePayments { _ = try isPayment ? payments.removeFirst()() : extracts.removeFirst()() }
        #expect(try receipts(fixture) == [40_000, 60_000])
        #expect(try unapplied(fixture) == 0)
        #expect(try [-2, -1, 0].map { try fixture.balance(on: $0) } == [200_000, 140_000, 100_000])
        #expect(try fixture.open(on: -1) == ["I1": 40_000, "I2": 100_000])
        #expect(try fixture.verified().isEmpty)
        // Once more, both: nothing is news.
        #expect(try fixture.importExtract([fixture.payment(60_000, on: -1)], .payments).counts.changesNothing)
        #expect(try fixture.importExtract([fixture.item("I2")]).counts.changesNothing)
    }

    @Test("The import that shows it says what was found, and what disagrees")
    func said() throws {
        let fixture = try BookFixture()
        let (extracts, payments) = steps(fixture)
        _ = try extracts[0]()
        #expect(
            try payments[0]().notices == [
                "1 payment names no item: unapplied cash; `duly match` offers it to the oldest items"
            ])
        let counted = "600.00 USD of payments that name no item is what items fell by: counted once"
        #expect(try extracts[1]().notices == [counted])
        _ = try extracts[2]()
        #expect(try payments[1]().notices == [counted.replacing("600", with: "400")])

        let other = try BookFixture()
        try other.importExtract([other.item("I1"), other.item("I2")], on: -1)
        try other.importExtract([other.item("I2")], on: 0)
        #expect(
            try other.importExtract([other.payment(70_000, on: 0)], .payments).notices == [
                """
                1 payment without an item came when items fell by other amounts: unapplied cash, and perhaps \
                counted twice
                """,
                "1 payment names no item: unapplied cash; `duly match` offers it to the oldest items",
            ])
        #expect(try other.balance() == 30_000)
        // What agrees with it in the end is known only later.
        #expect(
            try other.importExtract([other.payment(30_000, on: 0)], .payments).notices.first
                == counted.replacing("600", with: "1,000"))
        #expect(try other.balance() == 100_000)
        #expect(try other.verified().isEmpty)
    }

    @Test("Cash that waited on account and is then matched by the ERP is a matching on that day, and no money of it")
    func onAccount() throws {
        let fixture = try BookFixture()
        let other = fixture.item("I2")
        try fixture.importExtract([fixture.item("I1"), other], on: -4)
        try fixture.importExtract([fixture.payment(100_000, on: -3)], .payments, on: -3)
        try fixture.importExtract([fixture.item("I1"), other], on: -2)
        #expect(try unapplied(fixture) == 100_000)
        try fixture.importExtract([other], on: -1)
        #expect(try unapplied(fixture) == 0)
        #expect(try receipts(fixture).isEmpty)
        #expect(
            try [-4, -3, -2, -1, 0].map { try fixture.balance(on: $0) } == [
                200_000, 100_000, 100_000, 100_000, 100_000,
            ])
        #expect(try fixture.open(on: -2).count == 2)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A payment that names the item goes before one that was found for it", arguments: [true, false])
    func named(isFirst: Bool) throws {
        let fixture = try BookFixture()
        let other = fixture.item("I2")
        try fixture.importExtract([fixture.item("I1"), other], on: -1)
        let payments = [
            [fixture.payment(100_000, on: 0, item: "I1", reference: "N")],
            [fixture.payment(100_000, on: 0, reference: "U")],
        ]
        for payment in isFirst ? payments : payments.reversed() { try fixture.importExtract(payment, .payments) }
        try fixture.importExtract([other])
        #expect(try receipts(fixture) == [100_000])
        #expect(try fixture.book.unapplied().flatMap(\.cash).map(\.reference) == ["U"])
        #expect(try fixture.balance() == 0)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("An item that the ERP opens again gives the cash back, and the item that it then settles takes it")
    func rebooked() throws {
        let fixture = try BookFixture()
        let (i1, i2) = (fixture.item("I1"), fixture.item("I2"))
        try fixture.importExtract([i1, i2], on: -2)
        try fixture.importExtract([fixture.payment(100_000, on: -1)], .payments)
        try fixture.importExtract([i2], on: -1)
        let receipt = try fixture.importExtract([i1], on: 0)
        #expect(receipt.notices.isEmpty)
        #expect(try fixture.open() == ["I1": 100_000])
        #expect(try unapplied(fixture) == 0)
        #expect(try [-2, -1, 0].map { try fixture.balance(on: $0) } == [200_000, 100_000, 100_000])
        // Taken back altogether, it is cash again.
        #expect(
            try fixture.importExtract([i1, i2], on: 0).notices == [
                "1,000.00 USD of payments that name no item is unapplied cash again: items no longer fell by it"
            ])
        #expect(try unapplied(fixture) == 100_000)
        #expect(try fixture.balance() == 100_000)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("What two extracts of one day show happened on that day")
    func sameDay() throws {
        for payment in [Optional("I1"), nil] {
            let fixture = try BookFixture()
            let other = fixture.item("I2")
            try fixture.importExtract([fixture.item("I1"), other], on: 0)
            try fixture.importExtract([other], on: 0)
            try fixture.importExtract([fixture.payment(100_000, on: 0, item: payment ?? "")], .payments)
            #expect(try fixture.balance() == 100_000)
            #expect(try receipts(fixture) == [100_000])
            #expect(try fixture.verified().isEmpty)
        }
    }

    @Test("A match that was confirmed stands before what an import finds", arguments: [true, false])
    func confirmed(agrees: Bool) throws {
        let fixture = try BookFixture()
        let account = AccountNumber("A1")
        try fixture.importExtract([fixture.item("I1", due: -50), fixture.item("I2", due: -40)], on: -1)
        try fixture.importExtract([fixture.payment(100_000, on: -1, reference: "P")], .payments)
        let match = CashMatch(account: account, item: "I1", reference: "P", amount: Money(minor: 100_000, .usd))
        _ = try fixture.book.record(
            [
                NewEntry(
                    id: fixture.newID(), payer: account, at: BookFixture.now, day: BookFixture.today, author: "tester",
                    act: .matched([match]))
            ], seen: nil)
        try fixture.importExtract([agrees ? fixture.item("I2", due: -40) : fixture.item("I1", due: -50)])
        #expect(try unapplied(fixture) == 0)
        #expect(try fixture.balance() == 100_000)
        #expect(try fixture.verified().isEmpty)
    }
}
