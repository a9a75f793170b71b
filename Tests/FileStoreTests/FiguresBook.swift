import FileStore
import Receivables

/// A book with a year of invoices, payments, calls, promises and disputes in two currencies, by chance.
final class FiguresBook {
    let fixture: BookFixture
    private var chance: FollowThroughProperties.Chance
    private var nth = 0
    /// Days of the book are from -400 to 0.
    var year: Period { Period(from: fixture.day(-364), to: fixture.day(0)) }

    init(seed: UInt64) throws {
        fixture = try BookFixture()
        chance = FollowThroughProperties.Chance(seed: seed)
        try importMaster()
        try importInvoices()
        for offset in stride(from: -350, through: -5, by: 15) {
            try importPayments(offset)
            for _ in 0..<6 { try call(on: offset + Int.random(in: 0...12, using: &chance)) }
        }
    }

    private func account() -> AccountNumber { AccountNumber("A\(Int.random(in: 1...8, using: &chance))") }

    private func importMaster() throws {
        let customers = (1...8).map { nth in
            var row = CustomerRow(line: nth, number: AccountNumber("A\(nth)"))
            row.collector = ["ana", "ben", ""][nth % 3]
            row.segment = nth % 2 == 0 ? "retail" : "public"
            return ExtractRow.customer(row)
        }
        try importExtract(customers, .customers, on: -400)
        let rates = [(-900, Int64(1_100_000_000)), (-180, 1_200_000_000)].compactMap { offset, billionths in
            ExchangeRate(billionths: billionths).flatMap { rate in
                Currency("EUR").map {
                    ExtractRow.rate(RateRow(line: 1, currency: $0, day: fixture.day(offset), rate: rate))
                }
            }
        }
        try importExtract(rates, .rates, on: -400)
    }

    private func importInvoices() throws {
        let items = (1...240).map { nth in
            let issued = -Int.random(in: 1...400, using: &chance)
            let amount = Int64(Int.random(in: 1...2_000, using: &chance)) * (nth % 17 == 0 ? -50 : 101)
            let paid = issued + Int.random(in: 1...150, using: &chance)
            let isPaid = nth % 3 != 0 && paid < 0
            return ExtractRow.item(
                ItemRow(
                    line: nth, account: AccountNumber("A\(nth % 8 + 1)"), number: "I\(nth)",
                    issued: fixture.day(issued),
                    due: fixture.day(issued + 30), currency: currency(nth), amount: amount,
                    open: isPaid ? 0 : amount, settled: isPaid ? fixture.day(paid) : nil))
        }
        try importExtract(items, .invoiceHistory, on: -360)
    }

    private func currency(_ nth: Int) -> Currency { nth % 5 == 0 ? Currency("EUR") ?? .usd : .usd }

    private func importPayments(_ offset: Int) throws {
        let rows = (1...4).map { _ in
            let item = Int.random(in: 1...80, using: &chance) * 3
            nth += 1
            let isNamed = nth % 4 > 0
            return ExtractRow.payment(
                PaymentRow(
                    line: nth, account: AccountNumber("A\(item % 8 + 1)"), item: isNamed ? "I\(item)" : "",
                    day: fixture.day(offset - Int.random(in: 0...3, using: &chance)), currency: currency(item),
                    amount: Int64(Int.random(in: 1...300, using: &chance)), reference: "P\(nth)",
                    kind: nth % 7 == 0 && isNamed ? .writeOff : .payment))
        }
        try importExtract(rows, .payments, on: offset)
    }

    private func importExtract(_ rows: [ExtractRow], _ kind: ExtractKind, on offset: Int) throws {
        var source = BookFixture.Rows(rows: rows)
        _ = try fixture.book.importExtract(
            Extract(file: "x.csv", kind: kind, day: fixture.day(offset), isFull: false, isForced: true), from: &source,
            stamp: Stamp(id: fixture.newID(), at: BookFixture.now, day: fixture.day(offset), author: "cron"),
            progress: { _, _ in })
    }

    private func call(on offset: Int) throws {
        let payer = account()
        let results: [CallResult] = [.promised, .willCheck, .noAnswer, .busy, .someoneElse, .disputes, .voicemail]
        let result = results[Int.random(in: 0..<results.count, using: &chance)]
        var agreed = Agreements()
        let item = ItemKey(account: payer, number: "I\(Int.random(in: 0...29, using: &chance) * 8 + place(of: payer))")
        if result == .promised {
            let money = Money(minor: Int64(Int.random(in: 1...400, using: &chance)), .usd)
            agreed.promises = [
                PlannedPromise(
                    amount: money, day: fixture.day(offset + Int.random(in: 1...20, using: &chance)),
                    shares: [Share(item, money.minor)])
            ]
        }
        if result == .disputes {
            agreed.disputes = [PlannedDispute(item: item, reason: .price, due: fixture.day(offset + 5))]
        }
        let call = CallRecord(
            direction: Int.random(in: 0...4, using: &chance) == 0 ? .inbound : .outbound, result: result,
            contact: #"Jo "result":"busy""#, agreed: agreed)
        let seq = try record(.call(call), payer, on: offset)
        if result == .disputes, Bool.random(using: &chance) {
            try record(.dispute(DisputeStep(EntryPart(entry: seq))), payer, on: offset + 3)
            try record(.dispute(DisputeStep(EntryPart(entry: seq), outcome: .notValid)), payer, on: offset + 4)
        }
        if Int.random(in: 0...9, using: &chance) == 0 { try record(.undo, payer, on: offset + 1, undoes: seq) }
    }

    private func place(of payer: AccountNumber) -> Int { (Int(payer.text.dropFirst()) ?? 1) - 1 }

    @discardableResult
    private func record(_ act: Act, _ payer: AccountNumber, on offset: Int, undoes: Int64? = nil) throws -> Int64 {
        let at = LocalTime(day: fixture.day(offset), time: TimeOfDay(minutes: 600 + offset % 3 * 60)).instant(offset: 0)
        let entry = NewEntry(
            id: fixture.newID(), payer: payer, at: at, day: fixture.day(offset), author: "ana", act: act,
            undoes: undoes)
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return 0 }
        return seq
    }

    func figures(
        _ periods: [Period], of people: [String]? = nil, by grouping: FiguresQuery.Grouping? = nil,
        rows: Set<FigureRow.Part> = []
    ) throws -> BookFigures {
        try fixture.book.figures(
            FiguresQuery(periods, on: fixture.day(0), of: people, by: grouping, rows: rows) { $0.local(offset: 0) })
    }
}
