import FileStore
import GRDB
import Receivables
import Telephony
import Testing

@Suite("A book from before numbers were read")
struct UpgradeTests {
    /// As a book was when contacts had a text and the journal a spelling.
    private func older(_ book: NumbersBook) throws {
        try book.book.close()
        let queue = try DatabaseQueue(path: book.path)
        try queue.write { db in
            try db.execute(
                sql: """
                    DROP TRIGGER contact_phone_new; DROP TRIGGER contact_phone_changed; DROP TRIGGER contact_phone_gone;
                    DROP TRIGGER account_zone_changed; DROP TABLE telephone; DROP TABLE unread_telephone; DROP TABLE \
                    spelling; DROP TABLE barred_number;
                    DELETE FROM grdb_migrations WHERE identifier = '7 telephones';
                    DELETE FROM book WHERE key IN ('numbers read', 'fold'); PRAGMA user_version = 18;
                    """)
        }
        try queue.close()
    }

    @Test("Its contacts and its marks are read once, with progress, and compared by number from then on")
    func upgrade() throws {
        // A parser that reads nothing leaves spellings in the journal, as it was.
        let book = try NumbersBook(zone: "Europe/London", telephones: { _, _ in [] })
        try book.importExtract([
            NumbersBook.Customer(
                account: "A1", zone: "Europe/London", cells: ["0113 496 0182 / (0113) 496 0190", "+44 20 7946 0018"]),
            NumbersBook.Customer(account: "A2", zone: "Europe/Berlin", cells: ["030-555012-0, Durchwahl 17"]),
        ])
        try book.mark("+44 (0)113 496 0182", of: "A1")
        try book.record(.call(CallRecord(result: .wrongNumber, number: "(0113) 496-0190")), of: "A1")
        try older(book)

        var told: [BookUpgrade] = []
        let upgraded = try FileBook(opening: book.path, upgrading: { told.append($0) }, telephones: Telephony.parser)
        #expect(told.first?.total == 0)
        #expect(told.contains { $0.total == 3 }, "three contacts")
        #expect(told.contains { $0.total == 2 }, "and two spellings of the journal")
        let telephones = try upgraded.dossier(of: AccountNumber("A1"), asOf: book.moment).telephones
        #expect(telephones.map(\.number.e164) == ["+442079460018", "+441134960190", "+441134960182"])
        #expect(telephones.map(\.isBad) == [false, true, false])
        #expect(telephones.map(\.isBarred) == [false, false, true])
        #expect(telephones.map(\.tried) == [0, 0, 0] && telephones[1].wasDialledToday)
        #expect(try upgraded.find("0049 30 5550120", limit: 5).map(\.account.text) == ["A2"])
        #expect(try upgraded.verify { _, _ in }.problems.isEmpty)
        try upgraded.close()

        // From then on nothing of it is read again, and none of that takes a parser.
        let again = try FileBook(
            opening: book.path, upgrading: { told.append($0) },
            telephones: { _, _ in
                Issue.record("a number was read that had been")
                return []
            })
        #expect(try again.dossier(of: AccountNumber("A1"), asOf: book.moment).telephones == telephones)
    }

    @Test("Another country of the customer's, or of the book's, has their numbers read again")
    func anotherCountry() throws {
        let book = try NumbersBook(zone: "Europe/London")
        func number(_ account: String) throws -> String? { try book.dossier(account).telephones.first?.number.e164 }
        try book.importExtract([
            NumbersBook.Customer(account: "A1", cells: ["0113 496 0182"]),
            NumbersBook.Customer(account: "A2", cells: ["030 5550120"]),
        ])
        #expect(try number("A1") == "+441134960182")
        #expect(try number("A2") != "+49305550120")
        try book.importExtract([NumbersBook.Customer(account: "A2", zone: "Europe/Berlin", cells: ["030 5550120"])])
        #expect(try number("A2") == "+49305550120")
        var rules = try book.book.rules()
        rules.region = "DE"
        let entry = NewEntry(
            id: "rules", payer: nil, at: NumbersBook.now, day: NumbersBook.today, author: "ana", act: .rules(rules))
        _ = try book.book.record([entry], seen: nil)
        #expect(try number("A1") == "+491134960182")
    }
}
