import Testing

@testable import Receivables

/// Up to when money is known, where company codes come on days of their own.
@Suite struct CashKnownTests {
    private func day(_ number: Int) -> Day { Day(number: 20_000 + Int32(number)) }

    private func step(_ seq: Int64, to known: Int, _ company: String? = nil) -> CashKnown.Step {
        CashKnown.Step(seq: seq, day: day(known + 1), knownTo: day(known), company: company)
    }

    @Test("What is known of every company code is what is known of the one known least")
    func least() {
        let cash = CashKnown([
            step(1, to: 5, "1000"), step(2, to: 3, "2000"), step(3, to: 9, "1000"), step(4, to: 8, "2000"),
        ])
        #expect(cash.steps.map(\.knownTo) == [day(3), day(8)])
        #expect(cash.knownTo == day(8))
        #expect(cash.knownTo(of: ["1000"]) == day(9) && cash.knownTo(of: ["1000", "2000"]) == day(8))
        #expect(cash.step(covering: day(4), of: ["1000"])?.seq == 1)
        #expect(cash.step(covering: day(4), of: ["2000"])?.seq == 4)
        #expect(cash.step(covering: day(9), of: ["1000", "2000"]) == nil)
        #expect(cash.upTo(day(6)).knownTo == day(3))
    }

    @Test(
        "An import of the whole ledger tells of each company code; one that no import names is known as the others are")
    func whole() {
        let cash = CashKnown([step(1, to: 5), step(2, to: 7, "1000"), step(3, to: 9)])
        #expect(cash.knownTo(of: ["1000"]) == day(9) && cash.knownTo == day(9))
        #expect(cash.upTo(day(8)).knownTo(of: ["1000"]) == day(7))
        #expect(cash.upTo(day(8)).knownTo(of: ["3000"]) == day(7))
        #expect(CashKnown([step(1, to: 5), step(2, to: 4)]).steps.count == 1)
    }

    @Test("A promise is broken only once payments of its own company code are known")
    func promised() {
        let item = ItemKey(account: AccountNumber("A"), company: "2000", number: "I1")
        let promise = PromiseTests.promise(100_00, by: 1, on: [Share(item, 100_00)])
        let known = PromiseTests.extracts(on: 8).steps[0]
        var others = known
        others.company = "1000"
        var own = known
        own.company = "2000"
        own.knownTo = PromiseTests.day(1)
        #expect(
            PromiseTests.verdict(promise, [], cash: CashKnown([own, others]), on: 9)
                == .dueNotVerified(came: 0, cashKnownTo: PromiseTests.day(1)))
        own.knownTo = known.knownTo
        #expect(PromiseTests.verdict(promise, [], cash: CashKnown([own]), on: 9) == .broken)
    }
}
