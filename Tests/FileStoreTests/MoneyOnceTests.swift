import Receivables
import Testing

@testable import FileStore

/// Money that extracts imply and payments files state is counted once, in whatever order they come (DOMAIN.md §7).
@Suite struct MoneyOnceTests {
    @Test("A part on the second day and the rest on the third are two settlements, and what was collected is both")
    func threeDays() throws {
        let fixture = try BookFixture()
        let other = fixture.item("I2")
        try fixture.importExtract([fixture.item("I1"), other], on: -2)
        try fixture.importExtract([fixture.item("I1", open: 40_000), other], on: -1)
        try fixture.importExtract([other], on: 0)
        #expect(try fixture.receipts().map(\.amount.minor) == [40_000, 60_000])
        #expect(try fixture.receipts().map(\.day) == [fixture.day(0), fixture.day(-1)])
        #expect(try [-2, -1, 0].map { try fixture.balance(on: $0) } == [200_000, 140_000, 100_000])
        #expect(try fixture.verified().isEmpty)
    }

    /// Every order in which three daily extracts and three daily payments files can come, each kind in its own order.
    private static let interleavings: [[Bool]] = (0..<64).map { bits in (0..<6).map { bits >> $0 & 1 == 1 } }
        .filter { $0.count { $0 } == 3 }

    @Test("Extracts and payments files of the same days give the same figures in any order", arguments: interleavings)
    func anyOrder(arePayments: [Bool]) throws {
        let fixture = try BookFixture()
        let other = fixture.item("I2")
        let paid = [
            fixture.payment(60_000, on: -1, item: "I1", reference: "P1"),
            fixture.payment(40_000, on: 0, item: "I1", reference: "P2"),
        ]
        var extracts: [() throws -> Void] = [
            { try fixture.importExtract([fixture.item("I1"), other], on: -2) },
            { try fixture.importExtract([fixture.item("I1", open: 40_000), other], on: -1) },
            { try fixture.importExtract([other], on: 0) },
        ]
        var payments: [() throws -> Void] = [
            { try fixture.importExtract([fixture.payment(500, on: -2, reference: "P0")], .payments, on: -2) },
            { try fixture.importExtract([paid[0]], .payments, on: -1) },
            // The last file lists the day before once more.
            { try fixture.importExtract(paid, .payments, on: 0) },
        ]
        for isPayment in arePayments { try isPayment ? payments.removeFirst()() : extracts.removeFirst()() }
        #expect(try fixture.receipts().map(\.amount.minor) == [40_000, 60_000])
        #expect(try fixture.receipts().allSatisfy { $0.isStated })
        #expect(try [-2, -1, 0].map { try fixture.balance(on: $0) } == [199_500, 139_500, 99_500])
        #expect(try fixture.verified().isEmpty)
    }

    /// Every order of three daily extracts and two payments files.
    private static let returnings: [[Bool]] = (0..<32).map { bits in (0..<5).map { bits >> $0 & 1 == 1 } }
        .filter { $0.count { $0 } == 2 }

    @Test(
        "A payment that went back opens its item once, whether an extract shows it first or the payments file",
        arguments: returnings)
    func returned(arePayments: [Bool]) throws {
        let fixture = try BookFixture()
        let other = fixture.item("I2")
        var extracts: [() throws -> Void] = [
            { try fixture.importExtract([fixture.item("I1"), other], on: -2) },
            { try fixture.importExtract([other], on: -1) },
            { try fixture.importExtract([fixture.item("I1"), other], on: 0) },
        ]
        var payments: [() throws -> Void] = [
            {
                try fixture.importExtract(
                    [fixture.payment(100_000, on: -1, item: "I1", reference: "P1")], .payments, on: -1)
            },
            {
                try fixture.importExtract(
                    [fixture.payment(-100_000, on: 0, item: "I1", reference: "P1")], .payments, on: 0)
            },
        ]
        for isPayment in arePayments { try isPayment ? payments.removeFirst()() : extracts.removeFirst()() }
        #expect(try fixture.open() == ["I1": 100_000, "I2": 100_000])
        // Both of them before the item is known: what came and went back on account says nothing of the item.
        let settled: [Int64] = arePayments == [true, true, false, false, false] ? [] : [-100_000, 100_000]
        #expect(try fixture.receipts().map(\.amount.minor) == settled)
        #expect(try [-2, -1, 0].map { try fixture.balance(on: $0) } == [200_000, 100_000, 200_000])
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        "An extract that says only what is open leaves the amount as it is: less is a payment",
        arguments: [true, false])
    func openOnly(paymentFirst: Bool) throws {
        let fixture = try BookFixture()
        func extract(_ open: Int64, on day: Int) throws {
            guard case .item(var item) = fixture.item("I1", open: open) else { return }
            (item.amount, item.isAmountUnknown) = (open, true)
            try fixture.importExtract([.item(item), fixture.item("I2")], on: day)
        }
        func pay() throws {
            try fixture.importExtract([fixture.payment(40_000, on: -1, item: "I1", reference: "P1")], .payments, on: -1)
        }
        try extract(100_000, on: -2)
        if paymentFirst { try pay() }
        try extract(60_000, on: -1)
        if !paymentFirst {
            #expect(try fixture.receipts().map(\.amount.minor) == [40_000])
            try pay()
        }
        #expect(try fixture.open() == ["I1": 60_000, "I2": 100_000])
        #expect(try fixture.receipts().map(\.amount.minor) == [40_000])
        // More than ever was open is a higher amount.
        try extract(110_000, on: 0)
        #expect(try fixture.open() == ["I1": 110_000, "I2": 100_000])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Paid, gone back and paid again is one payment, though the payments come after all extracts")
    func paidAgain() throws {
        let fixture = try BookFixture()
        let others = [fixture.item("I2"), fixture.item("I3")]
        for (day, isOpen) in [(-4, true), (-3, false), (-2, true), (-1, false)] {
            try fixture.importExtract(others + (isOpen ? [fixture.item("I1")] : []), on: day)
        }
        let payments: [(Int64, Int, String)] = [(100_000, -3, "P1"), (-100_000, -2, "P1R"), (100_000, -1, "P2")]
        try fixture.importExtract(
            payments.map { fixture.payment($0.0, on: $0.1, item: "I1", reference: $0.2) }, .payments, on: -1)
        #expect(try fixture.open() == ["I2": 100_000, "I3": 100_000])
        #expect(try fixture.balance(on: 0) == 200_000)
        try fixture.importExtract(others, on: 0)
        #expect(try fixture.balance(on: 0) == 200_000)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("What was paid after a return is no surplus that it takes, though all of it came before the item")
    func returnedBeforeKnown() throws {
        let fixture = try BookFixture()
        let payments: [(Int64, Int, String)] = [(100_000, -3, "P1"), (-100_000, -2, "P1R"), (90_000, -1, "P2")]
        for payment in payments {
            try fixture.importExtract(
                [fixture.payment(payment.0, on: payment.1, item: "I1", reference: payment.2)], .payments, on: payment.1)
        }
        try fixture.importExtract([fixture.item("I1", open: 10_000), fixture.item("I2")])
        #expect(try fixture.open() == ["I1": 10_000, "I2": 100_000])
        #expect(try fixture.balance(on: 0) == 110_000)
    }

    @Test("A return of a payment that was before our time is in what is open when its item is first seen")
    func returnedBeforeOurTime() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.payment(-100_000, on: -2, item: "I1", reference: "P1R")], .payments, on: -2)
        try fixture.importExtract([fixture.payment(40_000, on: -1, item: "I1", reference: "P2")], .payments, on: -1)
        try fixture.importExtract([fixture.item("I1", open: 60_000), fixture.item("I2")])
        #expect(try fixture.open() == ["I1": 60_000, "I2": 100_000])
        #expect(try fixture.balance(on: 0) == 160_000)
    }

    @Test("Of a payment beyond its item that goes back the surplus goes first")
    func surplusBack() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")], on: -2)
        try fixture.importExtract([fixture.payment(130_000, on: -1, item: "I1", reference: "P1")], .payments, on: -1)
        #expect(try fixture.balance(on: 0) == 70_000)
        try fixture.importExtract([fixture.payment(-130_000, on: 0, item: "I1", reference: "P1R")], .payments, on: 0)
        #expect(try fixture.open() == ["I1": 100_000, "I2": 100_000])
        #expect(try fixture.balance(on: 0) == 200_000)
    }

    @Test(
        """
        What an extract lists on account is that money when a payments file brings it, whatever it names and \
        whenever it comes
        """,
        arguments: ["", "I1"], [true, false])
    func listedPayment(item: String, beforeMatching: Bool) throws {
        let fixture = try BookFixture()
        let others = [fixture.item("I2"), fixture.item("I3")]
        func pay() throws {
            try fixture.importExtract(
                [fixture.payment(40_000, on: -1, item: item, reference: "PAY1")], .payments, on: -1)
        }
        try fixture.importExtract([fixture.item("I1")] + others, on: -2)
        try fixture.importExtract(
            [fixture.item("I1"), fixture.payment(40_000, on: -1, item: "", reference: "PAY1")] + others, on: -1)
        if beforeMatching {
            try pay()
            #expect(try fixture.balance(on: 0) == 260_000)
        }
        try fixture.importExtract([fixture.item("I1", open: 60_000)] + others, on: 0)
        if !beforeMatching { try pay() }
        #expect(try fixture.open() == ["I1": 60_000, "I2": 100_000, "I3": 100_000])
        #expect(try fixture.balance(on: 0) == 260_000)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A return of money that was never seen here opens nothing beyond the item's amount")
    func returnedUnseen() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")], on: 0)
        let receipt = try fixture.importExtract(
            [fixture.payment(-100_000, on: 0, item: "I1", reference: "P1")], .payments, on: 0)
        #expect(try fixture.open() == ["I1": 100_000])
        #expect(receipt.notices == ["1 payment that went back found the item open already: counted once"])
        #expect(try fixture.balance(on: 0) == 100_000)
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        "A payment is of the days in which its item fell, not of the time before anybody knew the item",
        arguments: [true, false])
    func partlyPaidAtFirst(paymentFirst: Bool) throws {
        let fixture = try BookFixture()
        let other = fixture.item("I2")
        try fixture.importExtract([fixture.item("I1", open: 40_000), other], on: -3)
        let steps: [() throws -> Receipt] = [
            { try fixture.importExtract([fixture.payment(40_000, on: -1, item: "I1", reference: "P1")], .payments) },
            { try fixture.importExtract([other], on: 0) },
        ]
        for step in paymentFirst ? steps : steps.reversed() { _ = try step() }
        #expect(try fixture.receipts().map(\.amount.minor) == [40_000])
        // One from before it was known is what it was short of then, whenever it comes to be listed.
        try fixture.importExtract([fixture.payment(60_000, on: -5, item: "I1", reference: "P0")], .payments)
        #expect(try fixture.receipts().map(\.amount.minor) == [40_000, 60_000])
        #expect(
            try [-6, -5, -3, -1, 0].map { try fixture.balance(on: $0) } == [
                200_000, 140_000, 140_000, 100_000, 100_000,
            ])
        #expect(try fixture.verified().isEmpty)
    }
}
