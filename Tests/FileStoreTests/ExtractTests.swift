import Foundation
import GRDB
import Receivables
import Testing

@testable import FileStore

/// What one extract after another does to a book (DOMAIN.md §7).
@Suite struct ExtractTests {
    private func account(_ number: String, _ change: (inout CustomerRow) -> Void) -> ExtractRow {
        var row = CustomerRow(line: 2, number: AccountNumber(number))
        change(&row)
        return .customer(row)
    }

    private func item(_ number: String, company: String = "", source: String = "", of account: String = "A1")
        -> ExtractRow
    {
        .item(
            ItemRow(
                line: 2, account: AccountNumber(account), company: company, number: number,
                issued: BookFixture.today.advanced(by: -60), due: BookFixture.today.advanced(by: -30), currency: .usd,
                amount: 100_000, source: source))
    }

    @Test("A trial says what would change, in money too, and changes nothing; what it said then comes true")
    func trial() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2"), fixture.item("I3", amount: 5_000)], on: -1)
        let rows = [fixture.item("I1", open: 40_000), fixture.item("I2"), fixture.item("I4", amount: 70_000)]
        let before = try fixture.book.about()
        let trial = try #require(try fixture.dryRun(fixture.trial(rows))[0]).get()
        #expect(try fixture.book.about() == before)
        #expect(try fixture.open() == ["I1": 100_000, "I2": 100_000, "I3": 5_000])
        let amounts = try #require(trial.amounts[.usd])
        #expect(
            amounts.new == 70_000 && amounts.updated == -60_000 && amounts.cleared == 5_000 && amounts.received == 0)
        #expect(try fixture.importExtract(rows) == trial)
        let payment = try fixture.dryRun(fixture.trial([fixture.payment(900, on: 0)], .payments))[0]
        #expect(try payment?.get().amounts[.usd]?.received == 900)
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        "Amounts that come to more than 64 bits hold on one account are refused with its number, as items and as cash")
    func hugeSums() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I0")], on: -1)
        let before = try fixture.book.about()
        let huge = (1...20).map { fixture.item("I\($0)", of: "A7", amount: 90_000_000_000_000_000) }
        #expect(throws: BookError.refused(.tooLarge(AccountNumber("A7")))) { try fixture.importExtract(huge) }
        let paid = (1...20).map { fixture.payment(90_000_000_000_000_000, on: -$0) }
        #expect(throws: BookError.refused(.tooLarge(AccountNumber("A1")))) {
            try fixture.importExtract(paid, .payments)
        }
        #expect(try fixture.book.about() == before)
    }

    @Test("Stopped at any step of an import, the book is as it was")
    func stopped() throws {
        struct Stop: Error {}
        let fixture = try BookFixture()
        try fixture.importExtract((0..<6_000).map { fixture.item("I\($0)", of: "A\($0 % 40)") }, on: -1)
        let before = try fixture.book.about()
        let rows = (0..<12_000).map { fixture.item("I\($0)", of: "A\($0 % 40)", open: 50_000) }
        for step in 1...100 {
            var steps = 0
            var source = BookFixture.Rows(rows: rows)
            do {
                _ = try fixture.book.importExtract(
                    Extract(file: "x.csv", kind: .openItems, day: BookFixture.today, isFull: false), from: &source,
                    stamp: Stamp(id: fixture.newID(), at: BookFixture.now, day: BookFixture.today, author: "tester"),
                    progress: { _, _ in
                        steps += 1
                        if steps == step { throw Stop() }
                    })
            } catch is Stop {
                #expect(try fixture.book.about() == before)
                continue
            }
            // It ran to its end without meeting that step.
            #expect(step > 4)
            break
        }
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A file of which no row fits changes nothing, not even the journal")
    func nothingFits() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")], on: -1)
        var foreign = PaymentRow(
            line: 9, account: AccountNumber("A1"), item: "I1", day: fixture.day(-1), currency: .usd, amount: 5)
        foreign.currency = try #require(Currency("EUR"))
        #expect(throws: BookError.self) { try fixture.importExtract([.payment(foreign)], .payments) }
        try fixture.importExtract([], .payments)
        #expect(try fixture.book.about().entries == 1)
        #expect(try fixture.book.about().cashKnownTo == fixture.day(-2))
    }

    @Test("A new account that looks like one of the book's is reported, and kept apart")
    func twins() throws {
        let fixture = try BookFixture()
        let first = try fixture.importExtract(
            [fixture.item("I1", of: "0000611365"), fixture.item("I2", of: "B 7")], full: false)
        #expect(first.duplicates.isEmpty)
        let receipt = try fixture.importExtract(
            [fixture.item("I3", of: "611365"), fixture.item("I4", of: "b7"), fixture.item("I5", of: "8")], full: false)
        #expect(receipt.duplicates.map(\.account.text) == ["611365", "b7"])
        #expect(
            receipt.duplicates.map(\.likeness) == [.number(AccountNumber("0000611365")), .number(AccountNumber("B 7"))])
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows.count == 5)
        #expect(try fixture.importExtract([fixture.item("I3", of: "611365")], full: false).duplicates.isEmpty)
    }

    @Test("Changed amounts and due dates are taken over; the difference is no payment")
    func changed() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")], on: -1)
        let receipt = try fixture.importExtract([fixture.item("I1", amount: 80_000, due: -10), fixture.item("I2")])
        #expect(receipt.counts.itemsUpdated == 1)
        let item = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).facts.accounts[0].items.first
        { $0.number == "I1" }
        #expect(item?.amount == 80_000 && item?.open == 80_000 && item?.due == fixture.day(-10))
        #expect(try fixture.receipts().isEmpty)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A full extract settles only what its own company codes and its own system listed")
    func parts() throws {
        let fixture = try BookFixture()
        try fixture.importExtract(
            [item("I1", company: "1000"), item("I2", company: "1000"), item("I3", company: "2000")], on: -3)
        try fixture.importExtract([item("I4", source: "NAV")], on: -2)
        let receipt = try fixture.importExtract([item("I1", company: "1000")], on: -1)
        #expect(receipt.counts.itemsCleared == 1)
        #expect(try fixture.open().keys.sorted() == ["I1", "I3", "I4"])
        #expect(receipt.notices.contains { $0.hasPrefix("2 open items are of company codes or source systems") })
        // Whoever lists an item has it from then on.
        try fixture.importExtract([item("I4", source: "SAP"), item("I5", source: "SAP")], on: 0)
        try fixture.importExtract([item("I5", source: "SAP")], on: 0)
        #expect(try fixture.open().keys.sorted() == ["I1", "I3", "I5"])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("What is known of cash is known of the company codes that an extract contains")
    func cashOfCompanies() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([item("I1", company: "1000"), item("I2", company: "2000", of: "A2")], on: -9)
        try fixture.importExtract([item("I1", company: "1000")], on: -1)
        func known(of account: String) throws -> Day? {
            try fixture.book.dossier(of: AccountNumber(account), asOf: fixture.moment).cashKnownTo
        }
        #expect(try known(of: "A1") == fixture.day(-2) && known(of: "A2") == fixture.day(-10))
        #expect(try fixture.book.about().cashKnownTo == fixture.day(-10))
        try fixture.importExtract([fixture.payment(100, on: -4)], .payments, on: 0)
        #expect(try known(of: "A1") == fixture.day(-1) && known(of: "A2") == fixture.day(-1))
        // A company code that comes for the first time is known as far as its own extract tells.
        try fixture.importExtract([item("I1", company: "1000")], on: 3)
        try fixture.importExtract([item("I3", company: "3000", of: "A3")], on: 2)
        func later(_ account: String) throws -> Day? {
            let moment = Moment(at: BookFixture.now, day: fixture.day(4))
            return try fixture.book.dossier(of: AccountNumber(account), asOf: moment).cashKnownTo
        }
        #expect(try later("A1") == fixture.day(2))
        #expect(try later("A3") == fixture.day(1))
        #expect(try fixture.verified().isEmpty)
        #expect(try fixture.book.repair { _, _ in }.before.isSound)
    }

    @Test(
        "Each company code has extracts on days of its own: one is older, and shows what was paid, by its own last one")
    func daysOfParts() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([item("I1", company: "1000"), item("I2", company: "1000")], on: -9)
        try fixture.importExtract((1...4).map { item("J\($0)", company: "2000") }, on: -1)
        // Of 2000 it would be old; of 1000 it is the newest, and I2 was paid in the four days between.
        try fixture.importExtract([item("I1", company: "1000")], on: -5)
        let interval = try fixture.book.queue.read { db in
            try Row.fetchOne(db, sql: "SELECT after_day, day FROM settlement").map { [$0[0] as Int32, $0[1] as Int32] }
        }
        #expect(interval == [fixture.day(-9).number, fixture.day(-5).number])
        let both = [item("I1", company: "1000")] + (1...4).map { item("J\($0)", company: "2000") }
        #expect(throws: BookError.refused(.olderThanLast(day: fixture.day(-2), last: fixture.day(-1)))) {
            try fixture.importExtract(both, on: -2)
        }
        try fixture.importExtract(both)
        #expect(throws: BookError.refused(.olderThanLast(day: fixture.day(-1), last: BookFixture.today))) {
            try fixture.importExtract([item("I1", company: "1000")], on: -1)
        }
        // Most of one company code is most, whatever the others have open.
        #expect(throws: BookError.refused(.wouldClear(items: 3, of: 4))) {
            try fixture.importExtract([item("J1", company: "2000")])
        }
        #expect(try fixture.verified().isEmpty)
    }

    @Test("An item that another system numbers alike is told")
    func takenOver() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([item("I1", source: "SAP"), item("I2", source: "SAP")], on: -1)
        let receipt = try fixture.importExtract([item("I1", source: "NAV"), item("I3", source: "NAV")])
        #expect(receipt.notices.contains { $0.hasPrefix("1 item was of another system until now") })
    }

    private func openAmounts(_ fixture: BookFixture) throws -> [String: Int64] {
        try fixture.book.queue.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT number, company, open FROM item WHERE open <> 0")
            return Dictionary(
                uniqueKeysWithValues: rows.map { row in
                    let (number, company): (String, String) = (row[0], row[1])
                    return (company.isEmpty ? number : "\(number) \(company)", row[2])
                })
        }
    }

    @Test("Two systems that use one number for two invoices of a customer have an item each")
    func keptApart() throws {
        let fixture = try BookFixture()
        func nav(_ amount: Int64) -> ExtractRow {
            guard case .item(var row) = item("I1", source: "NAV") else { return item("I1") }
            (row.amount, row.open) = (amount, amount)
            return .item(row)
        }
        try fixture.importExtract([item("I1", source: "SAP"), item("I2", source: "SAP")], on: -2)
        let receipt = try fixture.importExtract([nav(777)], on: -1)
        #expect(receipt.notices.contains { $0.contains("kept apart") && $0.contains("first I1, line 2") })
        #expect(try openAmounts(fixture) == ["I1": 100_000, "I1 NAV": 777, "I2": 100_000])
        // It is known again, and one system says nothing of the other's.
        try fixture.importExtract([nav(778)])
        #expect(try openAmounts(fixture) == ["I1": 100_000, "I1 NAV": 778, "I2": 100_000])
        try fixture.importExtract([item("I1", source: "SAP"), item("I2", source: "SAP")])
        #expect(try openAmounts(fixture) == ["I1": 100_000, "I1 NAV": 778, "I2": 100_000])
        // An extract of its system that doesn't list it has settled it.
        guard case .item(var other) = item("I9", source: "NAV") else { return }
        other.amount = 5
        try fixture.importExtract([.item(other)], on: 1, force: true)
        #expect(try openAmounts(fixture)["I1 NAV"] == nil)
        // Both may come in one file.
        let both = try BookFixture()
        try both.importExtract([item("I1", source: "SAP"), nav(5)])
        #expect(try openAmounts(both) == ["I1": 100_000, "I1 NAV": 5])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("An empty full extract taken by force says that nothing is open")
    func emptyByForce() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([item("I1"), item("I2", company: "2000", source: "NAV")], on: -1)
        #expect(throws: BookError.refused(.empty)) { try fixture.importExtract([]) }
        // One of which every row was refused lists items that nobody could read.
        for force in [true, false] {
            let receipt = try fixture.importExtract([.refused(account: nil, company: "", item: nil)], force: force)
            #expect(receipt.counts.changesNothing)
            #expect(try fixture.open().count == 2)
        }
        try fixture.importExtract([], force: true)
        #expect(try fixture.open().isEmpty)
    }

    @Test("A hold stands until the ERP says that there is none")
    func hold() throws {
        let fixture = try BookFixture()
        func hold() throws -> String? {
            try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).facts.accounts[0].account.hold?
                .reason
        }
        try fixture.importExtract([account("A1") { $0.hold = "Legal" }, fixture.item("I1")])
        #expect(try hold() == "Legal")
        try fixture.importExtract([account("A1") { $0.name = "Alder" }], .customers)
        #expect(try hold() == "Legal")
        #expect(try fixture.importExtract([account("A1") { $0.hold = "" }], .customers).counts.accountsUpdated == 1)
        #expect(try hold() == nil)
        #expect(try fixture.importExtract([account("A1") { $0.hold = "" }], .customers).counts.changesNothing)
    }

    @Test("An account that gets another payer takes along what was agreed with it, and back again")
    func moved() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2", amount: 500_000)])
        _ = try fixture.book.record([fixture.call(.noAnswer, of: "A2", next: 5, note: "Jo is away")], seen: nil)
        let move = [account("A2") { $0.payer = AccountNumber("A1") }]
        #expect(try fixture.importExtract(move, .customers).counts.accountsUpdated == 1)
        #expect(try fixture.importExtract(move, .customers).counts.changesNothing)
        let family = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        #expect(family.facts.accounts.map(\.account.number.text) == ["A1", "A2"])
        #expect(family.history.map(\.text) == ["Jo is away"])
        #expect(family.facts.followUps.count == 1)
        #expect(try fixture.book.journal(JournalQuery(payer: AccountNumber("A1"))).count == 1)
        #expect(
            try fixture.book.queue(QueueQuery(moment: fixture.moment, later: true)).later.map(\.payer.text) == ["A1"])
        #expect(try fixture.verified().isEmpty)
        try fixture.importExtract([account("A2") { $0.payer = AccountNumber("A2") }], .customers)
        #expect(try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).history.isEmpty)
        #expect(
            try fixture.book.dossier(of: AccountNumber("A2"), asOf: fixture.moment).history.map(\.text) == [
                "Jo is away"
            ])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("What was recorded before an account moved can still be taken back, and stays so when it moves away again")
    func undoneAfterMoving() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2")])
        _ = try fixture.book.record([fixture.call(.noAnswer, of: "A2", next: 5)], seen: nil)
        try fixture.importExtract([account("A2") { $0.payer = AccountNumber("A1") }], .customers)
        let undo = NewEntry(
            id: fixture.newID(), payer: AccountNumber("A1"), at: BookFixture.now, day: BookFixture.today,
            author: "tester",
            act: .undo, undoes: 2)
        _ = try fixture.book.record([undo], seen: nil)
        #expect(try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment).undone == [2])
        try fixture.importExtract([account("A2") { $0.payer = AccountNumber("A2") }], .customers)
        #expect(try fixture.book.dossier(of: AccountNumber("A2"), asOf: fixture.moment).facts.followUps.isEmpty)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Where the ranking fails after an import was committed, it says that the import stands")
    func unranked() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        try fixture.book.rankAll(for: fixture.day(0)) { _, _ in }
        let raw = try DatabaseQueue(path: fixture.path)
        try raw.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER broken BEFORE INSERT ON standing BEGIN SELECT RAISE(ABORT, 'broken'); END;
                    CREATE TRIGGER gone BEFORE DELETE ON standing BEGIN SELECT RAISE(ABORT, 'broken'); END;
                    """)
        }
        let receipt = try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2")])
        #expect(receipt.notices.contains { $0.contains("could not be ranked") }, "\(receipt.notices)")
        #expect(try fixture.open(account: "A2") == ["I2": 100_000])
        try raw.write { db in try db.execute(sql: "DROP TRIGGER broken; DROP TRIGGER gone") }
        let again = try FileBook(opening: fixture.path)
        try again.putInOrderIfDue { _, _ in }
        #expect(try again.queue(QueueQuery(moment: fixture.moment, limit: 10)).rows.map(\.payer.text).contains("A2"))
        #expect(try fixture.verified().isEmpty)
    }
}
