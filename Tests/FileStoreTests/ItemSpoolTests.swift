import Receivables
import Testing

@testable import FileStore

/// What goes into a spool comes out by key, however much of it there is.
@Suite struct ItemSpoolTests {
    @Test(
        "Items come in the order of their key, equal ones in the order of the file", arguments: [300, 4_000, 16 << 20])
    func order(runSize: Int) throws {
        var numbers = SameNumbers(state: 7)
        let rows = (1...2_000).map { line in
            row(
                line: line, account: Int64(numbers.next(below: 40)),
                company: ["", "1000", "1000-a", "2"][numbers.next(below: 4)],
                number: "INV-\(100_000 + numbers.next(below: 60))")
        }
        let spool = ItemSpool(runSize: runSize)
        for row in rows { try spool.add(row.item, account: row.account) }

        let wanted = rows.sorted { left, right in
            (left.account, left.item.company, left.item.number, left.item.line)
                < (right.account, right.item.company, right.item.number, right.item.line)
        }
        // It may be read more than once.
        for _ in 1...2 {
            #expect(try lines(of: spool) == wanted.map(\.item.line))
        }
        #expect(spool.count == 2_000)
    }

    @Test("A record comes out as it went in, a megabyte long too")
    func whole() throws {
        let long = String(repeating: "\u{e9}", count: 600_000)
        let item = ItemRow(
            line: 12, account: AccountNumber("a"), company: "1000", number: long, purchaseOrder: "PO 7",
            issued: Day(number: 20_000),
            due: nil, dueFrom: .rowTerms, currency: .usd, amount: -3, open: nil, settled: Day(number: -1),
            onceDisputed: true,
            source: "SAP")
        let spool = ItemSpool(runSize: 1_000)
        try spool.add(row(line: 1, account: 9, company: "", number: "1").item, account: 9)
        try spool.add(item, account: 5)
        try spool.add(row(line: 3, account: 9, company: "", number: "0").item, account: 9)

        var records = try spool.records()
        let record = try #require(try records.next())
        let staged = StagedItem(record, due: (Day(number: 4), .bookTerms))
        #expect((staged.account, staged.line, staged.company) == (5, 12, "1000"))
        #expect(staged.number == long)
        #expect((staged.purchaseOrder, staged.source, staged.amount) == ("PO 7", "SAP", -3))
        #expect((record.due, staged.open, staged.settled) == (nil, nil, Day(number: -1)))
        #expect((record.dueFrom, staged.dueFrom, staged.due) == (.rowTerms, .bookTerms, Day(number: 4)))
        #expect(staged.onceDisputed && staged.issued == Day(number: 20_000) && staged.currency == .usd)
        #expect(try records.next()?.line == 3)
        #expect(try records.next()?.line == 1)
        #expect(try records.next() == nil)
    }

    @Test("Parts of the ledger are those that were met")
    func parts() throws {
        let spool = ItemSpool()
        func contains(_ company: String, source: String = "") throws -> Bool {
            let other = ItemSpool()
            var item = row(line: 1, account: 1, company: company, number: "x").item
            item.source = source
            try other.add(item, account: 1)
            var records = try other.records()
            return spool.parts.contain(try #require(try records.next()))
        }
        #expect(try contains("9"))
        for company in ["1", "2", "1"] {
            try spool.add(row(line: 1, account: 1, company: company, number: "x").item, account: 1)
        }
        #expect(try contains("2"))
        #expect(try !contains("9"))
        #expect(try !contains("1", source: "SAP"))
    }

    private func row(line: Int, account: Int64, company: String, number: String) -> (account: Int64, item: ItemRow) {
        (
            account,
            ItemRow(
                line: line, account: AccountNumber("\(account)"), company: company, number: number,
                issued: Day(number: 20_000),
                due: Day(number: 20_030), currency: .usd, amount: 100, open: 100)
        )
    }

    private func lines(of spool: ItemSpool) throws -> [Int] {
        var records = try spool.records()
        var lines: [Int] = []
        while let record = try records.next() { lines.append(record.line) }
        return lines
    }
}

/// Numbers that are the same in every run.
private struct SameNumbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
