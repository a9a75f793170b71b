import Receivables
import Testing

/// Which payments without an item are what items fell by.
@Suite struct CashPlacingTests {
    /// `P1 3 600` is a payment by reference, day and amount; `2-5 600` what an item fell by, seen on day 5 and not on
    /// day 2. The answer is told as `payment→fall amount`, a payment that came before the extract's days with a `<`.
    private func placed(_ payments: String, _ falls: String, _ ledger: [CashPlacing.Line]? = nil) -> [String] {
        let payments = payments.split(separator: ",").map { text in
            let words = text.split(separator: " ")
            return CashPlacing.Payment(day: day(words[1]), reference: String(words[0]), amount: Int64(words[2]) ?? 0)
        }
        let falls = falls.split(separator: ",").map { text in
            let words = text.split(separator: " ")
            let days = words[0].split(separator: "-", omittingEmptySubsequences: false)
            return CashPlacing.ImpliedPayment(
                after: days[0].isEmpty ? nil : day(days[0]), day: day(days[1]), amount: Int64(words[1]) ?? 0)
        }
        let ledger =
            ledger ?? payments.map { CashPlacing.Line(day: $0.day, reference: $0.reference, amount: $0.amount) }
        return CashPlacing.placements(of: payments, in: ledger, against: falls).map { placement in
            let reference = payments[placement.payment].reference
            return "\(reference)→\(placement.fall)\(placement.isOlder ? "<" : " ")\(placement.amount)"
        }
    }

    private func day(_ text: Substring) -> Day { Day(number: 20_000 + (Int32(text) ?? 0)) }

    @Test(
        "Amounts that agree are the same money",
        arguments: [
            // One payment, one item.
            ("P1 3 600", "2-5 600", ["P1→0 600"]),
            // The exact one of several, whichever comes first.
            ("P1 3 600,P2 4 400", "2-5 400,2-5 600", ["P1→1 600", "P2→0 400"]),
            // One payment for all that fell.
            ("P1 3 1000", "2-5 400,2-5 600", ["P1→0 400", "P1→1 600"]),
            // All payments for one item, and for several.
            ("P1 3 350,P2 4 650", "2-5 1000", ["P1→0 350", "P2→0 650"]),
            ("P1 3 350,P2 4 650", "2-5 400,2-5 600", ["P1→0 350", "P2→0 50", "P2→1 600"]),
            // What is exact leaves the rest to agree with the rest.
            ("P1 3 700,P2 4 500", "2-5 300,2-5 500,2-5 400", ["P2→1 500", "P1→0 300", "P1→2 400"]),
            // Of two items alike the first, of two payments alike the older.
            ("P2 4 600,P1 3 600", "2-5 600,2-5 600", ["P1→0 600", "P2→1 600"]),
            ("P2 4 600,P1 3 600", "2-5 600", ["P1→0 600"]),
            // Before the first extract that anybody knows of.
            ("P1 3 600", "-5 600", ["P1→0 600"]),
        ])
    func agree(payments: String, falls: String, expected: [String]) {
        #expect(placed(payments, falls) == expected)
    }

    @Test(
        "Amounts that disagree are not, nor is money of days to come",
        arguments: [
            ("P1 3 600", "2-5 500"), ("P1 3 500", "2-5 600"), ("P1 3 600,P2 4 100", "2-5 500,2-5 300"),
            ("P1 6 600", "2-5 600"),
            ("", "2-5 600"), ("P1 3 600", ""),
        ])
    func disagree(payments: String, falls: String) {
        #expect(placed(payments, falls).isEmpty)
    }

    @Test(
        "Cash that waits on account is what an item falls by later, after money of the very days",
        arguments: [
            ("P1 3 600", "5-7 600", ["P1→0<600"]),
            // The last day of one extract is not a day of the next.
            ("P1 5 600", "5-7 600", ["P1→0<600"]),
            ("P1 3 600,P2 6 600", "5-7 600", ["P2→0 600"]),
            ("P1 3 600,P2 6 600", "5-7 600,7-9 600", ["P2→0 600", "P1→1<600"]),
            // Both together, where only that agrees.
            ("P1 3 600,P2 6 300", "5-7 900", ["P1→0<600", "P2→0 300"]),
            // Whichever way they are listed, extracts are looked at in their order.
            ("P1 3 600", "5-7 600,2-5 600", ["P1→1 600"]),
        ])
    func onAccount(payments: String, falls: String, expected: [String]) {
        #expect(placed(payments, falls) == expected)
    }

    @Test("What went back, or was matched by somebody, is no longer there to be found")
    func ledger() {
        func line(_ day: Int32, _ amount: Int64, isDecided: Bool = false) -> CashPlacing.Line {
            CashPlacing.Line(day: Day(number: 20_000 + day), reference: "P1", amount: amount, isDecided: isDecided)
        }
        #expect(placed("P1 3 600", "2-5 600", []).isEmpty)
        #expect(placed("P1 3 600", "2-5 600", [line(3, 600), line(4, -600)]).isEmpty)
        // It went back after it had been what the item fell by.
        #expect(placed("P1 3 600", "2-5 600", [line(3, 600), line(6, -600)]) == ["P1→0 600"])
        #expect(placed("P1 3 600", "2-5 600", [line(3, 600), line(6, -600, isDecided: true)]).isEmpty)
        // Of two under one number, one is left.
        #expect(
            placed(
                "P1 3 600,P1 4 600", "2-5 600,2-5 600", [line(3, 600), line(4, 600), line(9, -600, isDecided: true)]
            ).count == 1)
    }

    @Test("Sums beyond what can be counted agree with nothing")
    func huge() {
        #expect(placed("P1 3 9223372036854775807,P2 3 5", "2-5 9223372036854775806,2-5 3").isEmpty)
    }
}
