import Receivables
import Testing

@Suite("Numbers that are not to be called")
struct NoCallTests {
    /// A cell, how the number in it was marked, the customer's zone, and what may still be dialled.
    static let cases: [(cell: String, mark: String, zone: String, left: [String])] = [
        ("0113 496 0182 / 0113 496 0190", "0113 496 0182", "Europe/London", ["+441134960190"]),
        ("(01) 555-0133 ext. 204", "(01) 555-0133", "Europe/Dublin", []),
        ("(01) 555-0133 ext. 204", "(01) 555-0133", "Europe/London", []),
        ("+44 113 496 0182", "0113 496 0182", "Europe/London", []),
        ("0113 496 0182", "+44 113 496 0182", "Europe/London", []),
        ("030-555012-0, Durchwahl 17 (nur vormittags)", "+49 30 555012-0", "Europe/Berlin", []),
        // Nobody knows the country by then, and the digits tell.
        ("+44 113 496 0182", "0113 496 0182", "", []),
        ("+44 113 496 0182", "0113 496 0183", "Europe/London", ["+441134960182"]),
    ]

    @Test("A number is marked however it is spelt, and its neighbour isn't", arguments: cases)
    func marked(_ cell: String, _ mark: String, _ zone: String, _ left: [String]) throws {
        let book = try NumbersBook()
        try book.importExtract([NumbersBook.Customer(account: "A1", zone: zone, cells: [cell])])
        try book.mark(mark, of: "A1")
        #expect(try book.dialled("A1") == Set(left))
        #expect(try book.book.verify { _, _ in }.problems.isEmpty)
    }

    @Test(
        "What can be no number is shown as it was written, and never dialled",
        arguments: ["4.41E+12", "=\"0902125550100\"", "-0113 496 0182", "555-0133", "+44 1", "--help"])
    func impossible(_ cell: String) throws {
        let book = try NumbersBook()
        try book.importExtract([NumbersBook.Customer(account: "A1", zone: "America/New_York", cells: [cell])])
        #expect(try book.dialled("A1").isEmpty)
        let numbers = try book.dossier("A1").contacts.flatMap(\.contact.numbers)
        #expect(numbers.count == 1 && numbers.allSatisfy { !$0.isPossible && !$0.shown.isEmpty })
    }

    @Test("Digits and extension are dialled and asked for, the remark is shown")
    func extensions() throws {
        let book = try NumbersBook()
        try book.importExtract([
            NumbersBook.Customer(
                account: "A1", zone: "Europe/Berlin", cells: ["030-555012-0, Durchwahl 17 (nur vormittags)"])
        ])
        #expect(try book.dialled("A1") == ["+49305550120"])
        #expect(try book.dossier("A1").telephones.map(\.number.text) == ["030 5550120 ext. 17 (nur vormittags)"])
    }

    @Test("A wrong number is wrong however it is spelt, and so is an extension behind a line that is")
    func badNumbers() throws {
        let book = try NumbersBook()
        try book.importExtract([
            NumbersBook.Customer(
                account: "A1", zone: "Europe/London", cells: ["0113 496 0182 ext. 5", "0113 496 0190"])
        ])
        try book.record(.call(CallRecord(result: .wrongNumber, number: "+44 (0)113 496 0182")), of: "A1")
        let telephones = try book.dossier("A1").telephones
        #expect(telephones.map(\.isBad) == [false, true])
        #expect(telephones.last?.number.e164 == "+441134960182")
    }

    @Test("A customer is found by a number however it is typed and written")
    func find() throws {
        let book = try NumbersBook(zone: "Europe/London")
        try book.importExtract([
            NumbersBook.Customer(account: "A1", zone: "Europe/London", cells: ["(0113) 496-0182 / 020 7946 0018"]),
            NumbersBook.Customer(account: "A2", zone: "Europe/Berlin", cells: ["030-555012-0, Durchwahl 17"]),
        ])
        func found(_ words: String) throws -> [String] { try book.book.find(words, limit: 9).map(\.account.text) }
        for words in [
            "+44 113 496 0182", "0113 496 0182", "00441134960182", "+441134960182", "113496", "496 0182",
            "020 7946 0018", "0182",
        ] {
            #expect(try found(words) == ["A1"], "\(words)")
        }
        for words in ["+49305550120", "0049 30 5550120", "030 5550120", "030/5550120"] {
            #expect(try found(words) == ["A2"], "\(words)")
        }
        #expect(try found("0113 496 0199").isEmpty)
    }
}
