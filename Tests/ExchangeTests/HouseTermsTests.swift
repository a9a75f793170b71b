import Exchange
import Receivables
import Testing

/// Codes for terms that only one company knows: its rules say what they mean.
struct HouseTermsTests {
    private static let text = """
        Customer,Invoice,Date,Terms,Open,Currency
        C1,I1,2026-09-01,NAH4,100.00,USD
        C1,I2,2026-09-01, nah4 ,50.00,USD
        C2,I3,2026-09-01,ZZ99,10.00,USD
        C2,I4,2026-09-01,Net 30,10.00,USD
        """

    private func dues(_ codes: [TermsCode: Terms]) throws -> (days: [String], notices: [String]) {
        let file = try TemporaryFile(HouseTermsTests.text)
        let book = try Collected(file.path, ImportOptions(houseTerms: codes), today: Day(number: 20_785))
        return (book.items.map { $0.due?.iso ?? "-" }, book.allNotices)
    }

    @Test("A code of the book's rules is read as it says, in whatever case; an unknown one is named")
    func codes() throws {
        let (days, notices) = try dues([TermsCode("NAH4"): .net(days: 45)])
        #expect(days == ["2026-10-16", "2026-10-16", "-", "2026-10-01"])
        #expect(notices.contains { $0.contains("1 row's terms not understood") && $0.contains("[terms-by-code]") })
        #expect(notices.contains { $0.contains("first on line 4, ZZ99") })
    }

    @Test("A code goes before what its words would say")
    func codeOverWords() throws {
        #expect(try dues([TermsCode("Net 30"): .net(days: 31)]).days.last == "2026-10-02")
    }
}
