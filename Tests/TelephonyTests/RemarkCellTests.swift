import Receivables
import Telephony
import Testing

/// Brackets next to a number, and cells that hold no number at all: reading always comes to an end.
@Suite struct RemarkCellTests {
    private func read(_ cell: String) -> [TelephoneNumber] {
        Telephony.parser(cell, TelephonePlace(zone: "Europe/London"))
    }

    @Test(
        "A remark in brackets may begin with a digit",
        arguments: ["0113 496 0182 (9am-5pm)", "0113 496 0182 (2nd line)", "0113 496 0182 (8-16 Uhr)"])
    func remarks(cell: String) {
        let numbers = read(cell)
        #expect(numbers.first?.e164 == "+441134960182", "\(numbers)")
    }

    @Test(
        "Signs without digits are no number, and reading them ends",
        arguments: ["(+)", "+", "((", "(+(", "+ (", "(9am)", "()", "+-/."])
    func signs(cell: String) {
        #expect(read(cell).allSatisfy { !$0.isPossible })
    }

    @Test(
        "What asks not to be called is kept as it was written, and is never dialled",
        arguments: ["0113 496 0182 do not call", "0113 496 0182 (DNC)", "0113 496 0182 nicht anrufen"])
    func forbidden(cell: String) {
        #expect(read(cell).allSatisfy { !$0.isPossible })
    }

    @Test("Without any country a number in national form is not guessed into another's")
    func noCountry() {
        for place in [
            TelephonePlace(zone: "Etc/UTC"), TelephonePlace(), TelephonePlace(zone: "", region: "", desk: "UTC"),
        ] {
            #expect(Telephony.parser("0113 496 0182", place).allSatisfy { !$0.isPossible })
        }
    }
}
