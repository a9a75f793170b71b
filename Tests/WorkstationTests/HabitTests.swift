import Receivables
import Terminal
import Testing

@testable import Workstation

@Suite("How a customer pays, on its page")
struct HabitTests {
    private func text(payments: Int) -> String {
        let paid = (0..<payments).map { nth in
            let due = Fixture.day("2026-06-09").advanced(by: nth * 20)
            return Payment(day: due.advanced(by: 12), due: due, amount: 100_000)
        }
        let dossier = Fixture.customer(
            "10442", "Northwind Traders",
            items: [Fixture.item("INV-1", issued: "2026-08-12", due: "2026-09-11", 8_200)],
            behaviour: Behaviour(of: paid), payments: PaymentHistory(of: paid))
        return AccountPage(dossier, width: 200, theme: Machine().state.desk.theme, offset: Fixture.offset).lines.map(
            \.plain
        ).joined(separator: "\n")
    }

    @Test("Without a payment no habit is said of a customer; once is neither a spread nor a chance")
    func few() {
        #expect(text(payments: 0).contains("how they pay is not known"))
        for count in [0, 1] {
            let page = text(payments: count)
            #expect(page.contains("As customers here usually pay: unpaid about"))
            for word in ["Pays", "(±", " %", "their usual pace"] { #expect(!page.contains(word), "\(count): \(word)") }
        }
        #expect(text(payments: 1).contains("Paid 12 d late  1 payment"))
        for word in ["Pays 12 d late (±0)", "At their usual pace", " %"] { #expect(text(payments: 2).contains(word)) }
    }
}
