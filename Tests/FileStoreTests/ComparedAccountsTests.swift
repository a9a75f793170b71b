import GRDB
import Receivables
import Testing

@testable import FileStore

/// Accounts of which an extract says what the book has are not looked at, and the book comes out as if they were.
@Suite("Accounts that an import compares")
struct ComparedAccountsTests {
    let fixture: BookFixture

    init() throws { fixture = try BookFixture() }

    /// The ids of the accounts that an extract of these rows would be compared by.
    private func compared(_ rows: [ExtractRow], _ kind: ExtractKind = .openItems, full: Bool = true) throws -> [Int64] {
        var trial = fixture.trial(rows, kind, full: full)
        return try fixture.book.queue.writeWithoutTransaction { db in
            var registry = try AccountRegistry(db)
            let staged = try StagedExtract(trial.extract, trial.stamp, from: &trial.source, &registry, db) { _, _ in }
            return try ComparedAccounts(staged.extract, stated: staged.items.prints, db).ranges.flatMap { Array($0) }
        }
    }

    private func item(_ number: String, of account: String, open: Int64 = 100_000) -> ExtractRow {
        fixture.item(number, of: account, open: open)
    }

    private var daily: [ExtractRow] {
        [item("1", of: "A1"), item("2", of: "A1"), item("1", of: "A2"), item("1", of: "A3")]
    }

    @Test("A new book's accounts all are; of the same extract again, in whatever order, none")
    func again() throws {
        #expect(try compared(daily) == [1, 2, 3])
        try fixture.importExtract(daily)
        #expect(try compared(daily) == [])
        #expect(try compared(daily.reversed()) == [])
        let receipt = try fixture.importExtract(daily.reversed())
        #expect(receipt.counts.itemsUnchanged == 4 && !receipt.changesBook)
    }

    @Test("Whatever a row says otherwise, adds or leaves out is seen, of that account alone")
    func differences() throws {
        try fixture.importExtract(daily)
        func changed(_ change: (inout ItemRow) -> Void) -> [ExtractRow] {
            daily.map { row in
                guard case .item(var item) = row, item.account.text == "A2" else { return row }
                change(&item)
                return .item(item)
            }
        }
        let changes: [(inout ItemRow) -> Void] = [
            { $0.open = 99_999 }, { $0.amount = 100_001 }, { $0.due = $0.due?.advanced(by: 1) },
            { $0.issued = $0.issued.advanced(by: 1) },
            { $0.number = "1a" }, { $0.company = "C" }, { $0.purchaseOrder = "PO" }, { $0.source = "S" },
            { $0.currency = Currency("EUR") ?? .usd },
            { $0.onceDisputed = true }, { $0.open = nil }, { $0.due = nil }, { $0.open = 0 },
        ]
        for (nth, change) in changes.enumerated() { #expect(try compared(changed(change)) == [2], "change \(nth)") }
        #expect(try compared(daily + [item("2", of: "A2")]) == [2])
        #expect(try compared(daily + [item("1", of: "A2")]) == [2])
        #expect(try compared(daily + [item("1", of: "A4")]) == [4])
        #expect(
            try compared(daily.filter { if case .item(let item) = $0 { item.account.text != "A2" } else { true } }) == [
                2
            ])
    }

    @Test("What only some accounts' rows are about is compared by those; a history by all that it names")
    func parts() throws {
        try fixture.importExtract(daily)
        let some = [item("1", of: "A3", open: 5), item("1", of: "A2")]
        #expect(try compared(some, full: false) == [3])
        #expect(try compared(some, .invoiceHistory) == [2, 3])
    }

    @Test("What payments, matches and what takes them back do to items is looked at again")
    func changedSince() throws {
        try fixture.importExtract(daily, on: -3)
        try fixture.importExtract([fixture.payment(40_000, on: -2, item: "1", of: "A2")], .payments, on: -2)
        #expect(try compared(daily) == [2])
        let paid = daily.map { row in
            guard case .item(var item) = row, item.account.text == "A2" else { return row }
            item.open = 60_000
            return .item(item)
        }
        #expect(try fixture.importExtract(paid, on: -1).counts.itemsUnchanged == 4)
        #expect(try compared(paid) == [])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("verify finds an account of which something else is kept than is open")
    func damaged() throws {
        try fixture.importExtract(daily)
        try fixture.book.queue.write {
            try $0.execute(sql: "UPDATE open_print SET print = print + 1 WHERE account = 2")
        }
        let problems = try fixture.verified()
        #expect(problems.map(\.location) == ["account A2"])
    }

    /// Some weeks of extracts of all kinds, of a few accounts.
    private func weeks(
        _ seed: UInt64, _ fixture: BookFixture, _ importExtract: ([ExtractRow], ExtractKind, Int, Bool) throws -> Void
    ) throws {
        var chance = FollowThroughProperties.Chance(seed: seed)
        var open: [String: (amount: Int64, open: Int64, order: String)] = [:]
        for day in -20 ... -1 {
            for _ in 0..<Int.random(in: 0...3, using: &chance) {
                let amount = Int64.random(in: 1_000...9_000, using: &chance)
                open["\(Int.random(in: 1...4, using: &chance)).\(Int.random(in: 1...12, using: &chance))"] = (
                    amount, amount, ""
                )
            }
            var payments: [ExtractRow] = []
            for key in open.keys.sorted() where Int.random(in: 0...5, using: &chance) == 0 {
                guard let item = open[key] else { continue }
                let part = Int64.random(in: 1...item.open, using: &chance)
                open[key] =
                    part == item.open ? nil : (item.amount, item.open - part, Bool.random(using: &chance) ? "PO" : "")
                payments.append(
                    fixture.payment(part, on: day, item: String(key.split(separator: ".")[1]), of: "A\(key.prefix(1))"))
            }
            var rows: [ExtractRow] = []
            for (key, value) in open.sorted(by: { $0.key < $1.key }) {
                var row = ItemRow(
                    line: rows.count + 2, account: AccountNumber("A\(key.prefix(1))"),
                    number: String(key.split(separator: ".")[1]),
                    purchaseOrder: value.order, issued: fixture.day(-60), due: fixture.day(-30), currency: .usd,
                    amount: value.amount,
                    open: value.open)
                if Int.random(in: 0...30, using: &chance) == 0 { row.due = nil }
                rows.append(.item(row))
            }
            rows.shuffle(using: &chance)
            switch Int.random(in: 0...6, using: &chance) {
            case 0: break
            case 1: try importExtract(payments, .payments, day, false)
            case 2: try importExtract(rows.filter { _ in Bool.random(using: &chance) }, .openItems, day, false)
            case 3: try importExtract(rows + rows.prefix(2), .openItems, day, true)
            case 4: try importExtract(Array(rows.dropLast()), .openItems, day, true)
            default: try importExtract(rows, .openItems, day, true)
            }
        }
    }

    @Test(
        "Whether accounts are passed over or all looked at, every extract does the same to the book", arguments: 1...20)
    func sameAsAll(seed: UInt64) throws {
        let other = try BookFixture()
        let tables = ["item", "settlement", "cash", "placed_cash", "open_print"]
        try weeks(seed, fixture) { rows, kind, day, isFull in
            let receipt = try fixture.importExtract(rows, kind, on: day, full: isFull, force: true)
            try other.book.queue.write { try $0.execute(sql: "DELETE FROM open_print") }
            let all = try other.importExtract(rows, kind, on: day, full: isFull, force: true)
            #expect(
                receipt.counts == all.counts && receipt.amounts == all.amounts && receipt.dueSources == all.dueSources)
            for table in tables.dropLast() {
                let contents = try [fixture, other].map { side in
                    try side.book.queue.read { db in
                        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description)
                    }
                }
                #expect(contents[0] == contents[1], "\(table) on day \(day)")
            }
        }
        for side in [fixture, other] {
            let problems = try side.verified()
            #expect(problems.isEmpty, "\(problems)")
        }
    }
}

/// What comes between the reading of an extract and its being applied.
@Suite("What comes between")
struct ImportVersionTests {
    @Test("Cash that a colleague matches while an extract is read is neither lost nor counted twice")
    func match() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1", due: -50)], on: -3)
        try fixture.importExtract([fixture.payment(30_000, on: -2, reference: "P1")], .payments, on: -2)

        struct Source: ExtractSource {
            let rows: [ExtractRow]
            let meanwhile: @Sendable () throws -> Void
            var isAgain = false

            mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
                for row in rows { try body(row) }
                if !isAgain { try meanwhile() }
                isAgain = true
            }
        }
        let account = AccountNumber("A1")
        let (cash, items) = (
            try #require(try fixture.book.unapplied().first?.cash),
            try fixture.book.dossier(of: account, asOf: fixture.moment).facts.accounts[0].items
        )
        let entry = NewEntry(
            id: fixture.newID(), payer: account, at: BookFixture.now, day: BookFixture.today, author: "tester",
            act: .matched(account.matches(of: cash, to: items)))
        let trial = fixture.trial([fixture.item("I1", open: 70_000, due: -50)])
        let path = fixture.path
        var source = Source(rows: trial.source.rows) { _ = try FileBook(opening: path).record([entry], seen: nil) }
        let receipt = try fixture.book.importExtract(trial.extract, from: &source, stamp: trial.stamp) { _, _ in }
        #expect(receipt.counts.itemsUnchanged == 1)
        #expect(try fixture.open() == ["I1": 70_000])
        #expect(try fixture.verified().isEmpty)
    }
}
