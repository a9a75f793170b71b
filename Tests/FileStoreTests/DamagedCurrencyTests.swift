import FileStore
import GRDB
import Receivables
import Testing

@Suite("A damaged currency")
struct DamagedCurrencyTests {
    @Test("It is reported as damage, and never read as US dollars")
    func isDamage() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I-1")])
        try fixture.book.close()
        try DatabaseQueue(path: fixture.path).writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON; UPDATE item SET currency = '1%&'")
        }
        let book = try FileBook(opening: fixture.path)
        #expect {
            _ = try book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        } throws: { error in
            guard case .damaged(_, let why)? = error as? BookError else { return false }
            return why.contains("1%&")
        }
    }
}
