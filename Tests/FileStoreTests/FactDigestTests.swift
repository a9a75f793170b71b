import GRDB
import Receivables
import Testing

@testable import FileStore

/// A fact that was changed past Duly is seen, with its table and its account.
@Suite struct FactDigestTests {
    /// A book with something in each table of facts.
    private func fixture() throws -> BookFixture {
        let fixture = try BookFixture()
        try fixture.importExtract(
            [fixture.item("I1"), fixture.item("I2"), fixture.item("I3", of: "A2", amount: 5_000)], on: -9)
        var customer = CustomerRow(line: 2, number: AccountNumber("A2"))
        customer.name = "Brightwater"
        customer.contacts = [Contact(name: "Nell", phone: "+44 20 7946 0001")]
        try fixture.importExtract([.customer(customer)], .customers, on: -9)
        try fixture.importExtract(
            [fixture.payment(40_000, on: -5, item: "I1"), fixture.payment(700, on: -5)], .payments, on: -5)
        // The second is no longer listed: it was paid.
        try fixture.importExtract(
            [fixture.item("I1", open: 60_000), fixture.item("I3", of: "A2", amount: 5_000)], on: -3)
        return fixture
    }

    @Test(
        "Each damage to a fact is found",
        arguments: [
            ("UPDATE account SET name = 'Brightwatex' WHERE number = 'A2'", "account A2", "account"),
            ("UPDATE contact SET phone = '+44 20 7946 0009'", "account A2", "contact"),
            ("UPDATE item SET due = due + 1 WHERE open = 0", "account A1", "item"),
            ("UPDATE item SET closed = closed - 30 WHERE closed IS NOT NULL", "account A1", "item"),
            ("UPDATE settlement SET day = day - 7 WHERE day IS NOT NULL", "account A1", "settlement"),
            ("DELETE FROM cash", "account A1", "cash"),
            ("UPDATE payment SET reference = 'x'", "account A1", "payment"),
            ("UPDATE cash_known SET known_to = known_to + 1", "table cash_known", "rows"),
            ("UPDATE fact_digest SET digest = digest + 1 WHERE name = 'item'", "table item", "rows"),
        ])
    func damage(sql: String, location: String, word: String) throws {
        let fixture = try fixture()
        #expect(try fixture.verified().isEmpty)
        try DatabaseQueue(path: fixture.path).write { db in
            try db.execute(sql: sql)
            try #require(db.changesCount > 0)
        }
        let problems = try fixture.book.verify { _, _ in }.problems
        #expect(
            problems.contains { $0.kind == .facts && $0.location == location && $0.text.contains(word) }, "\(problems)"
        )
    }

    /// A book with something in each table that follows from the journal, and a ranked day.
    private func worked() throws -> BookFixture {
        let fixture = try fixture()
        try fixture.importExtract([fixture.item("I9", of: "A3")], full: false)
        try fixture.book.rankAll(for: fixture.day(0)) { _, _ in }
        let agreed = Agreements(
            promises: [PlannedPromise(amount: Money(minor: 5_000, .usd), day: fixture.day(3))],
            claims: [PlannedClaim(amount: nil, day: fixture.day(-1))],
            disputes: [
                PlannedDispute(
                    item: ItemKey(account: AccountNumber("A1"), number: "I1"), reason: .price, due: fixture.day(5))
            ])
        var entry = fixture.call(.promised)
        if case .call(var call) = entry.act {
            call.agreed = agreed
            entry.act = .call(call)
        }
        _ = try fixture.book.record([entry, fixture.call(of: "A2")], seen: nil)
        return fixture
    }

    @Test(
        "Each damage to what follows is found, also where a reader would take the usual for it",
        arguments: [
            ("UPDATE account SET behaviour = 'x' WHERE number = 'A1'", "account A1", "pays"),
            ("UPDATE account SET payments = payments || '1' WHERE number = 'A1'", "account A1", "pays"),
            ("UPDATE follow_up SET kind = 'unknown' WHERE kind = 'follow-up'", "account", "follow_up"),
            ("UPDATE follow_up SET purpose = 'unknown' WHERE purpose = 'money'", "account", "follow_up"),
            ("UPDATE promise SET channel = 'unknown'", "account A1", "promise"),
            ("UPDATE promise SET replaced_nth = 7", "account A1", "promise"),
            ("UPDATE promise SET replaced_on = 7", "account A1", "promise"),
            ("UPDATE claim SET currency = 'EUR' WHERE amount IS NULL", "account A1", "claim"),
            ("UPDATE dispute SET currency = 'EUR' WHERE amount IS NULL", "account A1", "dispute"),
            ("UPDATE dispute SET state_day = 7, state_entry = 1, answer = 'x'", "account A1", "dispute"),
            ("INSERT INTO plan SELECT 2, 1, 1, 1, 'USD', 1, '', '', '', '', NULL, 'x', 1, 1", "account A2", "plan"),
            ("UPDATE standing SET stake = stake + 1", "account A1", "stand"),
            ("INSERT INTO spelling VALUES (1, '1', '[]')", "account A1", "spelling"),
        ])
    func following(sql: String, location: String, word: String) throws {
        let fixture = try worked()
        #expect(try fixture.verified().isEmpty)
        try DatabaseQueue(path: fixture.path).write { db in
            try db.execute(sql: sql)
            try #require(db.changesCount > 0)
        }
        let problems = try fixture.verified()
        #expect(problems.contains { $0.location.hasPrefix(location) && $0.text.contains(word) }, "\(problems)")
    }

    @Test("Each of the book's own values that is changed or gone is missed")
    func values() throws {
        let fixture = try worked()
        let raw = try DatabaseQueue(path: fixture.path)
        let values = try raw.read { db in try Row.fetchAll(db, sql: "SELECT key, value FROM book") }
        #expect(values.count >= 10)
        // Which fold made the projections, and which words are found, is put right when it is next looked at.
        for row in values where !["fold", "indexed to"].contains(row["key"] as String) {
            let (key, value): (String, String) = (row["key"], row["value"])
            for sql in ["UPDATE book SET value = value || '1' WHERE key = ?", "DELETE FROM book WHERE key = ?"] {
                try raw.write { db in try db.execute(sql: sql, arguments: [key]) }
                let found = Result { try FileBook(opening: fixture.path).verify { _, _ in } }
                switch found {
                case .success(let proof): #expect(!proof.isSound, "\(key): \(sql)")
                case .failure(let error): #expect("\(error)".contains(key), "\(key): \(error)")
                }
                try raw.write { db in
                    try db.execute(sql: "INSERT OR REPLACE INTO book VALUES (?, ?)", arguments: [key, value])
                }
            }
        }
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        "A text that can't be read is damage, with its table and its row",
        arguments: [
            ("INSERT INTO contact_limits VALUES (1, '{')", "contact_limits", "1"),
            ("UPDATE book SET value = '{' WHERE key = 'rules'", "book", "rules"),
            ("UPDATE book SET value = '{' WHERE key = 'portfolio'", "book", "portfolio"),
        ])
    func unreadable(sql: String, table: String, row: String) throws {
        let fixture = try worked()
        try DatabaseQueue(path: fixture.path).write { db in try db.execute(sql: sql) }
        let book = try FileBook(opening: fixture.path)
        let problems = try book.verify { _, _ in }.problems
        #expect(problems.contains { $0.location == "table \(table)" && $0.text.contains(row) }, "\(problems)")
        do {
            try book.rankAll(for: fixture.day(1)) { _, _ in }
            _ = try book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        } catch let error as BookError {
            #expect(error.sentence.contains("\u{201C}\(row)\u{201D} of the table \(table)"), "\(error.sentence)")
        }
        if table == "contact_limits" {
            #expect(try book.repair { _, _ in }.after.isSound)
        }
    }

    @Test("What the digests hold was written by nobody: an import carries them, and the chain covers them")
    func carried() throws {
        let fixture = try fixture()
        try DatabaseQueue(path: fixture.path).write { db in
            try db.execute(sql: "UPDATE account SET name = 'Brightwatex' WHERE number = 'A2'")
            try FactDigests.takeStock(db)
        }
        let problems = try fixture.book.verify { _, _ in }.problems
        #expect(
            problems.contains { $0.location == "table account" && $0.text.contains("the import of entry") },
            "\(problems)")
    }

    @Test(
        "An index or a trigger that is missing is named",
        arguments: [
            ("DROP INDEX account_payer", "account_payer"),
            ("DROP TRIGGER entry_is_never_deleted", "entry_is_never_deleted"),
        ])
    func plan(sql: String, name: String) throws {
        let fixture = try fixture()
        try DatabaseQueue(path: fixture.path).write { db in try db.execute(sql: sql) }
        #expect(try FileBook(opening: fixture.path).verify { _, _ in }.problems.contains { $0.location == name })
    }

    @Test("A number that was changed where it is dialled from is seen, and a repair reads it anew")
    func number() throws {
        let fixture = try fixture()
        try DatabaseQueue(path: fixture.path).write { db in
            try db.execute(sql: "UPDATE telephone SET e164 = '+19005550199'")
            try #require(db.changesCount > 0)
        }
        let problems = try fixture.verified()
        #expect(problems.contains { $0.kind == .projections && $0.text.contains("telephone") }, "\(problems)")
        #expect(try fixture.book.repair { _, _ in }.after.isSound)
        let read = try fixture.book.queue.read { db in try String.fetchAll(db, sql: "SELECT e164 FROM telephone") }
        #expect(read == ["+442079460001"])
    }

    @Test("What was rolled back leaves no trace in the digests")
    func rolledBack() throws {
        let fixture = try fixture()
        let huge = (1...20).map { fixture.item("J\($0)", of: "A7", amount: 90_000_000_000_000_000) }
        #expect(throws: BookError.self) { try fixture.importExtract(huge) }
        try fixture.importExtract([fixture.item("I1", open: 50_000)], full: false)
        #expect(try fixture.verified().isEmpty)
    }
}
