import Demo
import FileStore
import Foundation
import Receivables
import Testing

@Suite struct DemoTests {
    static let today = Day(number: 20_700)

    static func book(_ plan: DemoPlan, _ look: (FileBook, Moment) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "duly-demo-\(UUID().uuidString).duly"
        defer { FileBook.files(of: path).forEach { unlink($0) } }
        let book = try FileBook(creating: path, rules: DemoPlan.rules(zone: "UTC"), id: "demo")
        let at = LocalTime(day: today, time: TimeOfDay(minutes: 540)).instant(offset: 0)
        try DemoBook(plan).fill(book, at: at)
        try look(book, Moment(at: at, day: today))
    }

    @Test("A demo book is sound and has something for every part of a shift")
    func believable() throws {
        try DemoTests.book(DemoPlan(today: DemoTests.today)) { book, moment in
            let proof = try book.verify(progress: { _, _ in })
            #expect(proof.problems == [])
            let page = try book.queue(QueueQuery(moment: moment, later: true))
            #expect((30...200).contains(page.rows.count))
            #expect(page.later.count > 40)
            #expect(Set(page.rows.map(\.standing.cell)) == Set(MatrixCell.allCases))
            #expect(Set(page.rows.compactMap { $0.standing.figures.first?.currency.code }).count == 4)
            #expect(page.rows.contains { $0.standing.reasons.contains { $0.rule == .followUpDue } })
            #expect(Set(page.rows.map(\.zone)).count >= 5)
            let families = try page.rows.map { try book.dossier(of: $0.payer, asOf: moment).facts.accounts.count }
            #expect(families.contains { $0 > 1 })
            let agreed = try book.journal(JournalQuery(limit: 5000)).count { !$0.act.agreed.isEmpty }
            #expect(agreed > 20)
            #expect(try book.journal(JournalQuery(limit: 5000)).count == 1200 + 4 + agreed)
            #expect(page.rows.first?.standing.tier == .brokenPromise)
        }
    }

    @Test("The same seed makes the same book, another seed another")
    func seeded() throws {
        func names(_ seed: UInt64) throws -> [String] {
            var found: [String] = []
            try DemoTests.book(DemoPlan(accounts: 40, seed: seed, today: DemoTests.today)) { book, moment in
                found = try book.queue(QueueQuery(moment: moment)).rows.map { "\($0.name) \($0.standing.score)" }
            }
            return found
        }
        #expect(try names(1) == names(1))
        #expect(try names(1) != names(2))
    }

    @Test(
        "A demo of one account, or without invoices or calls, is a book all the same",
        arguments: [(1, 1, 0), (5, 0, 0), (3, 0, 9)])
    func small(accounts: Int, invoices: Int, entries: Int) throws {
        try DemoTests.book(DemoPlan(accounts: accounts, invoices: invoices, entries: entries, today: DemoTests.today)) {
            book, _ in
            let proof = try book.verify(progress: { _, _ in })
            #expect(proof.problems == [])
        }
    }
}
