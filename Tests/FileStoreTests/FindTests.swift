import FileStore
import Receivables
import Testing

@Suite("Finding a customer while typing") struct FindTests {
    private func book(_ names: [(String, String)]) throws -> BookFixture {
        let fixture = try BookFixture()
        let rows = names.enumerated().map { place, name in
            var row = CustomerRow(line: place + 2, number: AccountNumber(name.0))
            row.name = name.1
            row.zone = "Europe/London"
            return ExtractRow.customer(row)
        }
        try fixture.importExtract(rows, .customers)
        return fixture
    }

    private static let names = [
        ("B1", "The North Face"), ("B2", "Snorth & Sons"), ("B3", "Northwind Traders"), ("B4", "North Sea Foods"),
        ("B5", "M\u{fc}ller GmbH"),
        ("B6", "Kestrel Ltd"), ("NORTH7", "Zenith"),
    ]

    private func found(_ words: String, in fixture: BookFixture, limit: Int = 9) throws -> [String] {
        try fixture.book.find(words, limit: limit).map(\.account.text)
    }

    @Test(
        """
        Names that begin with the words come first, then those with a word that does, then those that have them \
        in a word
        """
    )
    func order() throws {
        let fixture = try book(FindTests.names)
        #expect(try found("north", in: fixture) == ["B4", "B3", "NORTH7", "B1", "B2"])
        #expect(try found("north", in: fixture, limit: 2) == ["B4", "B3"])
        #expect(try found("traders north", in: fixture) == ["B3"])
        #expect(try found("muller", in: fixture) == ["B5"])
        #expect(try found("M\u{dc}LLER", in: fixture) == ["B5"])
    }

    @Test("The name that begins with the words is among the first, however many others have them inside")
    func manyInside() throws {
        let inside = (0..<300).map { ("A\(1000 + $0)", "Inside Berlin \($0)") }
        let fixture = try book(inside + [("Z9", "Berger AG")])
        #expect(try found("ber", in: fixture, limit: 3).first == "Z9")
    }

    @Test(
        "One letter may be wrong, missing, too many or swapped, from four letters on",
        arguments: [
            "nortwind", "northwimd", "nortthwind", "norhtwind", "morthwind", "nortwind traders", "northwind tradres",
            "northwnd tr",
        ])
    func oneLetter(words: String) throws { #expect(try found(words, in: book(FindTests.names)) == ["B3"]) }

    @Test(
        "Two wrong letters, a short word or a wrong digit are another name",
        arguments: ["nrotwind", "kes", "kez", "B9", "north8", "xyz"])
    func noMatch(words: String) throws {
        let expected = words == "kes" ? ["B6"] : []
        #expect(try found(words, in: book(FindTests.names)) == expected)
    }

    @Test("What is as it was typed stands before what has a wrong letter in it")
    func exactFirst() throws {
        let fixture = try book([("A1", "Aalto Marten"), ("A2", "Martin"), ("A3", "Martini Bar")])
        #expect(try found("martin", in: fixture) == ["A2", "A3", "A1"])
    }

    @Test("Money, the customer's zone and the last contact tell namesakes apart")
    func details() throws {
        let fixture = try book([("A1", "Miller"), ("A2", "Miller")])
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")])
        _ = try fixture.book.record([fixture.call(.willCheck, next: 5)], seen: nil)
        let found = try fixture.book.find("miller", limit: 5)
        #expect(found.map(\.account.text) == ["A1", "A2"])
        #expect(found.map { $0.open.map(\.minor) } == [[200_000], []])
        #expect(found.map(\.zone) == ["Europe/London", "Europe/London"])
        #expect(found.map(\.lastContact) == [BookFixture.today, nil])
    }
}
