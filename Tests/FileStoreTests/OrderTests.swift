import Foundation
import GRDB
import Receivables
import Testing

@testable import FileStore

/// Everybody's order is worked out while others go on, and stored when it is done.
@Suite("The order of the day")
struct OrderTests {
    let fixture: BookFixture
    /// A colleague's connection.
    let other: FileBook

    init() throws {
        fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I0", of: "B0")])
        other = try FileBook(opening: fixture.path)
    }

    /// So many that they are read in two halves.
    private static let many = 7_000

    private func fill() throws {
        try fixture.importExtract(
            (0..<Self.many).map { fixture.item("I\($0)", of: "B\($0)", amount: Int64(100_000 + $0)) })
    }

    private func place(of account: String, in book: FileBook) throws -> QueuePlace {
        try book.dossier(of: AccountNumber(account), asOf: fixture.moment).standing.place
    }

    @Test("Two halves give what one reading gives, with families that have accounts in both")
    func halves() throws {
        try fill()
        let last = Self.many - 1
        for (account, payer) in [("B1", "B\(last)"), ("B\(last - 1)", "B2"), ("B\(last - 2)", "B2"), ("B5", "B6")] {
            let change = PayerChange(account: AccountNumber(account), before: AccountNumber(account))
            _ = try fixture.book.record([entry(.payer(change), of: payer)], seen: nil)
        }
        _ = try fixture.book.record([fixture.call(of: "B2")], seen: nil)
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
        // Which ranks everybody over one connection.
        #expect(try fixture.verified().isEmpty)
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 0)).total == Self.many - 5)
        let tomorrow = Moment(at: BookFixture.now, day: fixture.day(1))
        let computed = try fixture.book.queue(QueueQuery(moment: tomorrow, limit: 3))
        try fixture.book.rankAll(for: fixture.day(1)) { _, _ in }
        #expect(try fixture.book.queue(QueueQuery(moment: tomorrow, limit: 3)).rows == computed.rows)
    }

    private func entry(_ act: Act, of account: String, day: Day = BookFixture.today) -> NewEntry {
        NewEntry(
            id: fixture.newID(), payer: AccountNumber(account), at: BookFixture.now, day: day, author: "ana", act: act)
    }

    @Test(
        "Who has nothing open stands nowhere, but for a relationship call; what a family promised counts in both halves"
    )
    func cleared() throws {
        try fill()
        let last = Self.many - 1
        try fixture.importExtract(
            [11, 12, 13].map { fixture.item("I\($0)", of: "B\($0)", amount: Int64(100_000 + $0), open: 0) }, full: false
        )
        // The first is to be called again about money, the second about nothing but itself, the third is in the
        // caller's hand.
        _ = try fixture.book.record(
            [
                fixture.call(of: "B11", next: 3), fixture.call(.relationship, of: "B12", next: 3),
                entry(.pin(true), of: "B13"),
            ], seen: nil)
        let change = PayerChange(account: AccountNumber("B1"), before: AccountNumber("B1"))
        let promise = PlannedPromise(
            amount: Money(minor: 100_001, .usd), day: fixture.day(2),
            shares: [Share(ItemKey(account: AccountNumber("B1"), company: "", number: "I1"), 100_001)])
        let agreed = Agreements(promises: [promise])
        _ = try fixture.book.record(
            [
                entry(.payer(change), of: "B\(last)"),
                entry(.call(CallRecord(result: .promised, agreed: agreed)), of: "B\(last)"),
            ], seen: nil)
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
        #expect(try fixture.verified().isEmpty)
        #expect(try place(of: "B11", in: fixture.book) == .clear)
        #expect(try place(of: "B12", in: fixture.book) == .rests(until: fixture.day(3), why: .followUp("see")))
        #expect(try place(of: "B13", in: fixture.book) == .clear)
        // The family, of two accounts, was just spoken to.
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 0)).total == Self.many - 5)
        let family = try fixture.book.dossier(of: AccountNumber("B\(last)"), asOf: fixture.moment).facts
        #expect(family.accounts.count == 2 && family.followThrough.promised.values.reduce(0, +) == 100_001)
    }

    @Test(
        "Who kept a promise and owes nothing stands nowhere, whether all are ranked or only those whom a record touches"
    )
    func promiseOfBefore() throws {
        let promise = PlannedPromise(
            amount: Money(minor: 100_000, .usd), day: fixture.day(-10),
            shares: [Share(ItemKey(account: AccountNumber("B0"), company: "", number: "I0"), 100_000)])
        let call = CallRecord(result: .promised, agreed: Agreements(promises: [promise]))
        _ = try fixture.book.record([entry(.call(call), of: "B0", day: fixture.day(-14))], seen: nil)
        try fixture.importExtract([fixture.item("I0", of: "B0", open: 0)], full: false)
        try fixture.importExtract([fixture.item("I1", of: "B1")], full: false)
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
        #expect(try fixture.verified().isEmpty)
        // The promise can no longer matter to who reads everybody; to who reads this one alone it is there.
        _ = try fixture.book.record([fixture.call(of: "B0", next: nil)], seen: nil)
        #expect(try fixture.verified().isEmpty)
        #expect(try place(of: "B0", in: fixture.book) == .clear)
    }

    @Test("What a colleague records meanwhile waits for nothing, and holds in the new order")
    func recordingMeanwhile() throws {
        try fill()
        var called = false
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in
            guard !called else { return }
            called = true
            let outcome = try other.record([fixture.call(of: "B3")], seen: nil)
            guard case .saved = outcome else { throw BookError.busy(path: "") }
        }
        #expect(called)
        #expect(try fixture.verified().isEmpty)
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 0)).total == Self.many - 1)
    }

    @Test("An import that comes between is not lost: the order is that of the newest state")
    func importMeanwhile() throws {
        try fill()
        var imports = 0
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in
            guard imports < 1 else { return }
            imports += 1
            var trial = fixture.trial([fixture.item("new", of: "C1", amount: 900_000_000)], full: false)
            _ = try other.importExtract(trial.extract, from: &trial.source, stamp: trial.stamp) { _, _ in }
        }
        #expect(imports == 1)
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 1)).rows.map(\.payer.text) == ["C1"])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Whoever stops an import while its order is worked out keeps what was imported, in order")
    func stopping() throws {
        try fill()
        struct Stopped: Error {}
        var stops = 0
        // So many that all are ranked.
        let changed = (0..<Self.many / 2).map {
            fixture.item("I\($0)", of: "B\($0)", amount: $0 == 4 ? 800_000_000 : 90_000)
        }
        var trial = fixture.trial(changed, full: false)
        _ = try fixture.book.importExtract(trial.extract, from: &trial.source, stamp: trial.stamp) { _, _ in
            guard try other.about().isOrderDue else { return }
            stops += 1
            throw Stopped()
        }
        #expect(stops > 0)
        #expect(try !other.about().isOrderDue)
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 1)).rows.map(\.payer.text) == ["B4"])
    }

    @Test(
        """
        A book whose order was left due is sound; its queue is worked out for whoever asks, and put in order in \
        the morning
        """
    )
    func leftDue() throws {
        try fixture.importExtract([fixture.item("I0", of: "B0"), fixture.item("I1", of: "B1")])
        // As an import leaves it that is killed after it was committed.
        try fixture.book.queue.writeWithoutTransaction { db in
            try fixture.book.transaction(.immediate, db) {
                try db.execute(sql: "UPDATE item SET amount = 50000000, open = 50000000 WHERE number = 'I1'")
                try db.execute(sql: "INSERT INTO book VALUES ('order due for', '\(BookFixture.today.number)')")
                return .commit
            }
        }
        #expect(try fixture.book.about().isOrderDue)
        #expect(try fixture.verified().allSatisfy { $0.kind == .facts }, "no import wrote what is there now")
        let query = QueueQuery(moment: fixture.moment)
        #expect(try fixture.book.queue(query).rows.map(\.payer.text) == ["B1", "B0"])
        var stale = query
        stale.acceptsStale = true
        #expect(try fixture.book.queue(stale).rows.map(\.payer.text) == ["B0", "B1"])
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
        #expect(try !fixture.book.about().isOrderDue)
        #expect(try fixture.book.queue(stale).rows.map(\.payer.text) == ["B1", "B0"])
        #expect(try fixture.verified().allSatisfy { $0.kind == .facts })
    }

    @Test(
        "An import on the ranked day ranks those whose facts it changes, and the order is as if all were",
        arguments: 1...6)
    func touched(seed: UInt64) throws {
        var random = FollowThroughProperties.Chance(seed: seed)
        let accounts = (0..<60).map { "B\($0)" }
        var open: [String: Int64] = [:]
        for account in accounts {
            for nth in 0..<3 { open["\(account).\(nth)"] = Int64.random(in: 1_000...900_000, using: &random) }
        }
        func rows() -> [ExtractRow] {
            open.sorted { $0.key < $1.key }.map { number, amount in
                fixture.item(
                    number, of: String(number.prefix { $0 != "." }), amount: 900_000, open: amount,
                    due: -number.count * 7)
            }
        }
        try fixture.importExtract(rows())
        // So that one payment more doesn't change how the portfolio pays.
        let paid = accounts.flatMap { account in
            (0..<12).map {
                fixture.item("\(account).old\($0)", of: account, amount: 50_000, due: -90 - $0, settled: -80 - $0)
            }
        }
        try fixture.importExtract(paid, .invoiceHistory)
        let promise = Agreements(promises: [PlannedPromise(amount: Money(minor: 100, .usd), day: fixture.day(-2))])
        for account in accounts.prefix(5) {
            _ = try fixture.book.record(
                [entry(.call(CallRecord(result: .promised, agreed: promise)), of: account)], seen: nil)
        }
        for _ in 0..<12 {
            let account = accounts.randomElement(using: &random) ?? "B0"
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                open[open.keys.sorted().randomElement(using: &random) ?? ""] = Int64.random(
                    in: 0...900_000, using: &random)
                try fixture.importExtract(rows())
            case 1:
                open[open.keys.sorted().randomElement(using: &random) ?? ""] = nil
                try fixture.importExtract(rows())
            case 2:
                try fixture.importExtract(
                    [
                        fixture.payment(
                            Int64.random(in: 1...90_000, using: &random), on: 0, item: "\(account).0", of: account)
                    ], .payments)
            case 3:
                try fixture.importExtract(
                    [fixture.payment(Int64.random(in: 1...90_000, using: &random), on: -1, of: account)], .payments)
            case 4:
                var customer = CustomerRow(line: 2, number: AccountNumber(account))
                customer.payer = AccountNumber(accounts.randomElement(using: &random) ?? account)
                customer.hold = Bool.random(using: &random) ? "legal" : ""
                try fixture.importExtract([.customer(customer)], .customers)
            default:
                try fixture.importExtract(
                    [
                        .note(
                            NoteRow(
                                line: 2, account: AccountNumber(account), day: fixture.day(0), author: "jo",
                                text: "wrote \(account)"))
                    ], .notes)
            }
            #expect(try fixture.verified().map(\.text) == [])
        }
    }
}
