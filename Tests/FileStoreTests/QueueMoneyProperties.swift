import FileStore
import Receivables
import Testing

/// Who has nothing open and is owed nothing isn't called, whatever was agreed before (a seeded generator, so that a
/// failure comes again).
@Suite struct QueueMoneyProperties {
    /// Imports and records of every kind that puts a payer into the queue.
    final class Desk {
        let life: FollowThroughProperties.Life
        init(seed: UInt64) throws { life = try FollowThroughProperties.Life(seed: seed) }

        private func pick<Value>(_ values: [Value]) -> Value {
            values[Int.random(in: 0..<values.count, using: &life.chance)]
        }

        private func planned(_ result: CallResult) -> [PlannedFollowUp] {
            let day = life.fixture.day(life.day + Int.random(in: 0...6, using: &life.chance))
            let at = LocalTime(day: day, time: TimeOfDay(minutes: 14 * 60)).instant(offset: 0)
            let kind: FollowUp.Kind =
                result == .callbackAgreed ? .appointment : pick([.followUp, .followUp, .followUp, .owed])
            return [
                PlannedFollowUp(
                    kind: kind, day: day, at: kind == .appointment || Bool.random(using: &life.chance) ? at : nil,
                    why: "see")
            ]
        }

        func call() throws {
            let result = pick(CallResult.allCases)
            try life.record(
                .call(CallRecord(direction: pick([.outbound, .inbound]), result: result, followUps: planned(result))),
                pick(["A1", "A2"]))
        }

        func limit() throws {
            let review = life.fixture.day(life.day + Int.random(in: 1...8, using: &life.chance))
            switch Int.random(in: 0...3, using: &life.chance) {
            case 0: try life.record(.hold(PlannedHold(HoldReason.allCases[0], review: review)), pick(["A1", "A2"]))
            case 1: try life.record(.decision(PlannedDecision(.keepCalling, review: review)), pick(["A1", "A2"]))
            case 2: try life.record(.later, pick(["A1", "A2"]))
            default: try life.record(.pin(true), pick(["A1", "A2"]))
            }
        }

        /// The next extract has nothing of one account, or of both.
        func clear() throws {
            let account = pick(["A1", "A2", ""])
            for number in life.open.keys
            where account.isEmpty || FollowThroughProperties.Life.account(of: number) == account {
                life.open[number] = 0
            }
            // An extract without rows is refused: a trifle of somebody else's stands for the rest of the book.
            try life.importExtract(
                [life.fixture.item("OTHER", of: "A9")]
                    + life.open.keys.sorted().filter { (life.open[$0] ?? 0) > 0 }.map {
                        life.fixture.item(
                            $0, of: FollowThroughProperties.Life.account(of: $0), amount: 90_000, open: life.open[$0])
                    }, .openItems)
        }

        func step() throws {
            switch Int.random(in: 0...9, using: &life.chance) {
            case 0, 1, 2, 3: try call()
            case 4: try limit()
            case 5, 6: try clear()
            default: try life.step()
            }
        }
    }

    @Test("No account is in the queue that has no open item and is owed nothing", arguments: 1...12)
    func nobodyWithoutMoney(seed: UInt64) throws {
        let desk = try Desk(seed: seed)
        let (life, book) = (desk.life, desk.life.fixture.book)
        for _ in 0..<30 { try desk.step() }
        try desk.clear()
        for ahead in 0...10 {
            let day = life.fixture.day(life.day + ahead)
            let evening = LocalTime(day: day, time: TimeOfDay(minutes: 18 * 60)).instant(offset: 0)
            let moment = Moment(at: evening, day: day)
            try book.rankAll(for: day) { _, _ in }
            for task in QueueTask.allCases {
                for row in try book.queue(QueueQuery(moment: moment, task: task)).rows {
                    let facts = try book.dossier(of: row.payer, asOf: moment).facts
                    let hasOpenItem = facts.accounts.contains { !$0.items.isEmpty }
                    let cash = facts.accounts.flatMap(\.unapplied).reduce(Int64(0)) { $0 + $1.amount.minor }
                    let isOwed =
                        cash > 0 || facts.followUps.contains { $0.kind == .owed || $0.purpose == .relationship }
                    #expect(hasOpenItem || isOwed, "\(row.payer) on day +\(ahead), \(task)")
                }
            }
        }
        #expect(try life.fixture.verified() == [])
    }
}
