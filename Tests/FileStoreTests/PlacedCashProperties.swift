import FileStore
import Foundation
import Receivables
import Testing

/// Extracts and payments files of the same weeks in random orders (a seeded generator, so that a failure comes again).
@Suite struct PlacedCashProperties {
    typealias Chance = FollowThroughProperties.Chance

    /// Weeks of an ERP: what its extracts list, and what its payments files bring.
    struct Weeks {
        var extracts: [(day: Int, rows: [ExtractRow])] = []
        var payments: [(day: Int, rows: [ExtractRow])] = []
        /// What the ERP has open in the end, less the cash that it has not matched by then.
        var balance: Int64 = 0

        private struct Paid {
            var day: Int
            var parts: [String: Int64]
            var isNamed: Bool
            /// The day on which the ERP matches it.
            var matched: Int
        }

        /// - Parameter lags: money that names nothing is matched by the ERP some days after it came, a whole item each.
        init(seed: UInt64, lags: Bool, _ fixture: BookFixture) {
            var chance = Chance(seed: seed)
            var open: [String: Int64] = [:]
            for nth in 1...9 { open["I\(nth)"] = Int64.random(in: 1_000...9_000_000, using: &chance) }
            let amounts = open
            let last = 12
            var paid: [Paid] = []
            for day in 1...last where Int.random(in: 0...3, using: &chance) > 0 {
                let isNamed = Int.random(in: 0...2, using: &chance) == 0
                let account = Bool.random(using: &chance) ? "A1" : "A2"
                var parts: [String: Int64] = [:]
                for item in open.keys.sorted().shuffled(using: &chance) where Weeks.account(of: item) == account {
                    guard parts.count < (isNamed || lags ? 1 : 2), let left = open[item], left > 1 else { continue }
                    let part = lags || Bool.random(using: &chance) ? left : Int64.random(in: 1..<left, using: &chance)
                    parts[item] = part
                    open[item] = left - part
                }
                guard !parts.isEmpty else { continue }
                let matched = isNamed || !lags ? day : day + Int.random(in: 0...3, using: &chance)
                paid.append(Paid(day: day, parts: parts, isNamed: isNamed, matched: matched))
            }
            let days = [0] + (1..<last).filter { _ in Int.random(in: 0...2, using: &chance) > 0 } + [last]
            for day in days {
                let left = amounts.mapValues { $0 }.merging(
                    paid.filter { $0.matched <= day }.flatMap { $0.parts.map { ($0.key, -$0.value) } },
                    uniquingKeysWith: +)
                let rows = left.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { item, open in
                    fixture.item(item, of: Weeks.account(of: item), amount: amounts[item] ?? 0, open: open)
                }
                extracts.append((day, rows))
            }
            // A file may list again what one before it did.
            for first in stride(from: 1, through: last, by: 2) {
                let listed = paid.filter { (first - 1...first + 1).contains($0.day) }
                payments.append((first + 1, listed.flatMap { Weeks.rows($0, fixture) }))
            }
            payments.removeAll { $0.rows.isEmpty }
            payments.shuffle(using: &chance)
            balance = amounts.values.reduce(0, +) - paid.flatMap(\.parts.values).reduce(0, +)
        }

        static func account(of item: String) -> String { item < "I5" ? "A1" : "A2" }

        private static func rows(_ paid: Paid, _ fixture: BookFixture) -> [ExtractRow] {
            guard let item = paid.parts.keys.min() else { return [] }
            let amount = paid.parts.values.reduce(0, +)
            return [fixture.payment(amount, on: paid.day, item: paid.isNamed ? item : "", of: account(of: item))]
        }
    }

    /// Everything that a book says about money, day by day.
    struct Figures: Equatable {
        var balances: [Int64] = []
        var open: [[String: Int64]] = []
        var unapplied: [String] = []
        var received: [String] = []

        init(_ fixture: BookFixture) throws {
            for account in ["A1", "A2"] {
                for day in 0...14 { open.append(try fixture.open(on: day, account: account)) }
                let dossier = try fixture.book.dossier(
                    of: AccountNumber(account), asOf: Moment(at: BookFixture.now, day: fixture.day(14)))
                received += dossier.receipts.map { "\($0.item) \($0.day) \($0.amount) \($0.isStated)" }.sorted()
            }
            balances = try (0...14).map { try fixture.balance(on: $0) }
            unapplied = try fixture.book.unapplied().flatMap { account, cash in
                cash.map { "\(account) \($0.day) \($0.amount)" }
            }.sorted()
        }
    }

    @Test(
        "Whatever the order in which extracts and payments files come, the book says the same, and what the ERP says",
        arguments: 1...12)
    func anyOrder(seed: Int) throws {
        var expected: Figures?
        for nth in 0..<3 {
            let fixture = try BookFixture()
            let weeks = Weeks(seed: UInt64(seed), lags: seed % 2 == 0, fixture)
            var chance = Chance(seed: UInt64(seed * 100 + nth))
            var (extracts, payments) = (weeks.extracts[...], weeks.payments.shuffled(using: &chance)[...])
            // The first time round: all extracts, then all payments.
            while !extracts.isEmpty || !payments.isEmpty {
                let isPayment = extracts.isEmpty || !payments.isEmpty && nth > 0 && Bool.random(using: &chance)
                guard let next = isPayment ? payments.popFirst() : extracts.popFirst() else { break }
                try fixture.importExtract(next.rows, isPayment ? .payments : .openItems, on: next.day, force: true)
            }
            let figures = try Figures(fixture)
            expected = expected ?? figures
            #expect(figures == expected, "seed \(seed), order \(nth)")
            #expect(figures.balances.last == weeks.balance, "seed \(seed), order \(nth)")
            #expect(try fixture.verified().isEmpty)
        }
    }
}
