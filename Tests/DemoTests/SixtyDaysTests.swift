import Demo
import FileStore
import Foundation
import Receivables
import Testing

/// Sixty days of twelve calls a day, with customers who answer them: what an order brings in, all rules on (a seeded
/// simulation).
///
/// Every open item has a day on which it would be paid without a call. Some are never paid. A call that reaches who
/// decides brings part of them forward: stated below, and the same for every order.
@Suite struct SixtyDaysTests {
    enum Order: String, CaseIterable { case duly, largestOverdueFirst, withoutTiers }

    /// Single seeds differ by one or two in a hundred by chance, so three are added up.
    @Test("Cash received by day 60 is at least that of the largest overdue first, and of the order without tiers")
    func cash() async throws {
        var cash: [Order: Int64] = [:]
        try await withThrowingTaskGroup(of: (Order, Int64).self) { group in
            for seed in UInt64(1)...3 {
                for order in Order.allCases {
                    group.addTask { (order, try SixtyDaysTests.received(order, seed: seed)) }
                }
            }
            for try await (order, received) in group { cash[order, default: 0] += received }
        }
        let duly = try #require(cash[.duly])
        for order in [Order.largestOverdueFirst, .withoutTiers] {
            let other = try #require(cash[order])
            #expect(duly >= other, "\(cash)")
        }
    }

    /// In minor units of the base currency.
    private static func received(_ order: Order, seed: UInt64) throws -> Int64 {
        var received: Int64 = 0
        try DemoTests.book(DemoPlan(accounts: 1_000, seed: seed, today: DemoTests.today)) { book, moment in
            var desk = try Desk(book: book, day: moment.day, order: order, seed: seed)
            for _ in 0..<60 { try desk.workOneDay() }
            #expect(desk.calls > 200, "\(order) \(desk.calls)")
            received = desk.received
        }
        return received
    }

    /// What becomes of an item.
    private struct Fate {
        var money: Money
        /// The day on which it is paid as things stand; nil for never.
        var paid: Day?
        /// How a call changes it: by how many days it is paid sooner at most.
        var sooner: Int
    }

    private struct Desk {
        let book: FileBook
        let order: Order
        var day: Day
        var calls = 0
        /// In minor units of the base currency.
        var received: Int64 = 0
        private var fates: [ItemKey: Fate] = [:]
        private var tries: [AccountNumber: Int] = [:]
        private var rates: Rates
        private var reference = 0
        private let seed: UInt64

        init(book: FileBook, day: Day, order: Order, seed: UInt64) throws {
            self.book = book
            self.day = day
            self.order = order
            self.seed = seed
            var query = QueueQuery(
                moment: Moment(at: LocalTime(day: day, time: TimeOfDay(minutes: 540)).instant(offset: 0), day: day))
            if order == .withoutTiers {
                var rules = try book.about().rules
                rules.strategy.tiers = []
                let entry = NewEntry(
                    id: "tiers", payer: nil, at: query.moment.at, day: day, author: "anna", text: "", act: .rules(rules)
                )
                _ = try book.record([entry], seen: nil)
            }
            rates = Rates(base: try book.about().rules.base)
            query.everyone = true
            for row in try book.queue(query).rows {
                let dossier = try book.dossier(of: row.payer, asOf: query.moment)
                rates = dossier.portfolio.rates
                for facts in dossier.facts.accounts { decide(facts) }
            }
        }

        /// Chance depends on the item alone: every order meets the same customers.
        private func chance(_ key: ItemKey, _ what: UInt64) -> Chance {
            let hash = key.number.utf8.reduce(seed &* 31 &+ what) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            return Chance(seed: hash)
        }

        private mutating func decide(_ facts: AccountFacts) {
            let usual = facts.behaviour.isKnown ? facts.behaviour.signedLate / 10 : 15
            for item in facts.items where item.open > 0 {
                let key = item.key(of: facts.account.number)
                var chance = chance(key, 1)
                let late = item.daysPastDue(on: day)
                // The older, the more is never paid. A call brings in one in eight of it.
                let never = Int(chance.next() % 100) < (late > 120 ? 60 : late > 60 ? 25 : 5)
                // Who usually pays late waits to be asked more often; without a call that takes months.
                let waits = Int(chance.next() % 100) < (usual > 10 ? 60 : 25)
                let rest = waits ? 45 + Int(chance.next() % 90) : max(usual - late, 0) + Int(chance.next() % 20)
                fates[key] = Fate(
                    money: Money(minor: item.chaseable, item.currency),
                    paid: never ? nil : day.advanced(by: max(1, rest)),
                    sooner: waits ? 150 : 7)
            }
        }

        private func at(_ minute: Int) -> Moment {
            Moment(at: LocalTime(day: day, time: TimeOfDay(minutes: minute)).instant(offset: 0), day: day)
        }

        mutating func workOneDay() throws {
            day = day.advanced(by: 1)
            try takeMoney()
            let rules = try book.about().rules
            guard rules.calendar.isBusinessDay(day) else { return }
            try book.rankAll(for: day) { _, _ in }
            var called: Set<AccountNumber> = []
            for nth in 0..<12 {
                let moment = at(510 + nth * 35)
                guard let row = try next(moment, without: called) else { return }
                called.insert(row.payer)
                try call(row, rules, at: moment)
            }
        }

        private func next(_ moment: Moment, without called: Set<AccountNumber>) throws -> QueueRow? {
            let rows = try book.queue(QueueQuery(moment: moment, limit: order == .largestOverdueFirst ? nil : 20)).rows
            let left = rows.filter { !called.contains($0.payer) }
            guard order == .largestOverdueFirst else { return left.first }
            func overdue(_ row: QueueRow) -> Int64 {
                row.standing.figures.reduce(0) { $0 + (rates.inBase($1.money(\.overdue))?.minor ?? 0) }
            }
            return left.max { (overdue($0), $1.payer.text) < (overdue($1), $0.payer.text) }
        }

        private mutating func takeMoney() throws {
            var rows: [ExtractRow] = []
            for (key, fate) in fates.sorted(by: {
                ($0.key.account.text, $0.key.number) < ($1.key.account.text, $1.key.number)
            })
            where fate.paid == day {
                reference += 1
                rows.append(
                    .payment(
                        PaymentRow(
                            line: reference, account: key.account, company: key.company, item: key.number, day: day,
                            currency: fate.money.currency, amount: fate.money.minor, reference: "S\(reference)")))
                received += rates.inBase(fate.money)?.minor ?? 0
                fates[key] = nil
            }
            var source = ThirtyDaysTests.Desk.Source(rows: rows)
            _ = try book.importExtract(
                Extract(file: "payments", kind: .payments, day: day, isFull: false), from: &source,
                stamp: Stamp(id: "money-\(day.iso)", at: at(420).at, day: day, author: "cron"), progress: { _, _ in })
        }

        private mutating func call(_ row: QueueRow, _ rules: Rules, at moment: Moment) throws {
            calls += 1
            let dossier = try book.dossier(of: row.payer, asOf: moment)
            // What comes of a call depends on the customer and on how often it was called, so that every order meets
            // the same.
            tries[row.payer, default: 0] += 1
            let key = ItemKey(account: row.payer, number: row.payer.text)
            var chance = chance(key, 100 + UInt64(tries[row.payer] ?? 0))
            var call = CallRecord(result: .noAnswer)
            // Two in three are reached.
            if chance.next() % 3 != 0 {
                let keys = dossier.facts.accounts.flatMap { facts in
                    facts.items.filter { $0.open > 0 }.map { $0.key(of: facts.account.number) }
                }
                let pays = keys.contains { fates[$0]?.paid != nil }
                // Who will never pay says so or puts us off, and one in eight of them pays after all. Of the others
                // every second one promises, four in five of whom were reminded of a promise that they broke; and four
                // in five pay as they said.
                let draw = chance.next() % 40
                let promises = draw < (pays ? row.standing.isBroken ? 32 : 20 : 5)
                let keeps = chance.next() % 5 != 0
                call.result = .willCheck
                if promises {
                    let due = rules.calendar.onOrAfter(day.advanced(by: 5))
                    let words = AgreementWords(dossier.facts, rules: rules, today: day)
                    let promise = try? words.promise(["all", "+\(day.distance(to: due))"]).get().fact
                    call.agreed.promises = [promise].compactMap { $0 }
                    call.result = call.agreed.result ?? .willCheck
                    if keeps { for key in keys { bringForward(key, to: due) } }
                }
            }
            if !call.agreed.hasNextAction {
                let step = call.result.proposal(
                    at: LocalTime(day: day, time: TimeOfDay(minutes: 900)), calendar: rules.calendar)
                call.followUps = [
                    PlannedFollowUp(day: step?.day ?? rules.calendar.adding(1, to: day), why: step?.why ?? "")
                ]
            }
            reference += 1
            _ = try book.record(
                [
                    NewEntry(
                        id: "call-\(reference)", payer: row.payer, at: moment.at, day: day, author: "anna", text: "",
                        act: .call(call))
                ], seen: nil)
        }

        private mutating func bringForward(_ key: ItemKey, to due: Day) {
            guard var fate = fates[key], fate.paid.map({ $0 > due }) ?? true else { return }
            fate.paid = fate.paid.map { max(due, $0.advanced(by: -fate.sooner)) } ?? due
            fates[key] = fate
        }
    }
}
