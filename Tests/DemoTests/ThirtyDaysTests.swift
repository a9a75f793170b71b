import Demo
import FileStore
import Foundation
import Receivables
import Testing

/// Thirty days of a desk that makes 40 calls a day on the demo book, with everything that comes of them: the proof
/// that nothing is dropped (a seeded simulation).
@Suite struct ThirtyDaysTests {
    @Test(
        """
        Every appointment and all that is owed is reached on its day, nobody is listed twice a day, nobody is \
        forgotten
        """
    )
    func month() throws {
        try DemoTests.book(DemoPlan(accounts: 300, today: DemoTests.today)) { book, moment in
            var desk = Desk(book: book, day: moment.day, rules: try book.about().rules)
            for _ in 0..<30 { try desk.workOneDay() }
            #expect(desk.calls > 600)
            #expect(desk.kinds.count >= 5, "\(desk.kinds)")
            #expect(desk.missed == [])
            #expect(desk.twice == [])
            #expect(try book.verify { _, _ in }.problems == [])
            #expect(desk.forgotten == [])
        }
    }

    /// A desk, the customers at the other end, and the bank.
    struct Desk {
        let book: FileBook
        var day: Day
        let rules: Rules
        var chance = Chance(seed: 7)
        var calls = 0
        var kinds: Set<String> = []
        var missed: [String] = []
        var twice: [String] = []
        /// Since when each payer stands in the queue without a call.
        private var waiting: [AccountNumber: Day] = [:]
        private var reference = 0

        init(book: FileBook, day: Day, rules: Rules) {
            self.book = book
            self.day = day
            self.rules = rules
        }

        private func at(_ minute: Int) -> Moment {
            Moment(at: LocalTime(day: day, time: TimeOfDay(minutes: minute)).instant(offset: 0), day: day)
        }

        mutating func workOneDay() throws {
            day = day.advanced(by: 1)
            guard rules.calendar.isBusinessDay(day) else { return }
            try takeMoney()
            try answerDisputes()
            try book.rankAll(for: day) { _, _ in }
            var called: Set<AccountNumber> = []
            for nth in 0..<40 {
                let moment = at(510 + nth * 14)
                guard let row = try book.queue(QueueQuery(moment: moment, limit: 1)).rows.first else { continue }
                if !called.insert(row.payer).inserted, row.appointment == nil { twice.append("\(day) \(row.payer)") }
                try call(row, at: moment)
            }
            let left = try book.queue(QueueQuery(moment: at(1_080))).rows.map(\.payer)
            waiting = Dictionary(
                uniqueKeysWithValues: left.map { ($0, called.contains($0) ? day : waiting[$0] ?? day) })
            for watched in try book.watched(WatchedQuery(day: day, withCommitments: false)) {
                for due in watched.followUps where due.kind != .followUp && due.day <= day && due.since < day {
                    missed.append("\(day) \(watched.payer) \(due.kind.rawValue) of \(due.day)")
                }
            }
        }

        /// What was promised comes more often than not, and sometimes a day late; a payments file says so each morning.
        private mutating func takeMoney() throws {
            var rows: [ExtractRow] = []
            for watched in try book.watched(WatchedQuery(day: day)) {
                for judged in watched.followThrough.promises + watched.followThrough.plans.compactMap(\.next)
                where judged.verdict.isAwaited && judged.promise.day <= day {
                    guard chance.next() % 100 < 45, let share = judged.awaited.first else { continue }
                    reference += 1
                    rows.append(
                        .payment(
                            PaymentRow(
                                line: reference, account: share.item.account, company: share.item.company,
                                item: share.item.number,
                                day: day.advanced(by: -1), currency: judged.currency, amount: share.amount,
                                reference: "S\(reference)")))
                }
            }
            // Even without money the file says up to when money is known.
            let line = PaymentRow(
                line: 1, account: AccountNumber("10001"), day: day.advanced(by: -1), currency: rules.base, amount: 1,
                reference: "D\(day.iso)")
            var source = Source(rows: rows + [.payment(line)])
            _ = try book.importExtract(
                Extract(file: "payments", kind: .payments, day: day, isFull: false), from: &source,
                stamp: Stamp(id: "money-\(day.iso)", at: at(420).at, day: day, author: "cron"), progress: { _, _ in })
        }

        struct Source: ExtractSource {
            let rows: [ExtractRow]
            mutating func forEach(_ body: (consuming ExtractRow) throws -> Void) throws {
                for row in rows { try body(row) }
            }
        }

        private mutating func answerDisputes() throws {
            for watched in try book.watched(WatchedQuery(day: day)) {
                guard let dispute = watched.followThrough.disputes.first(where: { $0.word == "open" }),
                    chance.next() % 3 == 0
                else { continue }
                let outcome: Dispute.Outcome? = chance.next() % 2 == 0 ? nil : .notValid
                try record(.dispute(DisputeStep(dispute.part, outcome: outcome)), with: watched.payer, at: at(480))
            }
        }

        private mutating func call(_ row: QueueRow, at moment: Moment) throws {
            calls += 1
            let dossier = try book.dossier(of: row.payer, asOf: moment)
            let words = AgreementWords(dossier.facts, rules: rules, today: day)
            var agreed = Agreements()
            var call = CallRecord(result: .noAnswer)
            let ahead = 1 + Int(chance.next() % 8)
            let item = dossier.openItems.first { $0.isOverdue(on: day) && $0.chaseable > 0 }
            switch chance.next() % 10 {
            case 0, 1: agreed.promises = [try? words.promise(["all", "+\(ahead)"]).get().fact].compactMap { $0 }
            case 2:
                agreed.promises = [
                    item.flatMap {
                        try? words.promise([Substring($0.openMoney.decimal), "+\(ahead)", Substring($0.number)]).get()
                            .fact
                    }
                ].compactMap { $0 }
            case 3:
                agreed.disputes =
                    item.flatMap { try? words.disputes([Substring($0.number), "price"]).get().fact } ?? []
            case 4: agreed.claims = [try? words.claim(["yesterday"]).get().fact].compactMap { $0 }
            case 5:
                agreed.plans = [
                    try? words.plan(["3x", "weekly", "from", "+\(ahead)"], rates: dossier.portfolio.rates).get().fact
                ].compactMap { $0 }
            case 6:
                let on = rules.calendar.onOrAfter(day.advanced(by: ahead))
                let minute = TimeOfDay(minutes: 540 + Int(chance.next() % 16) * 30)
                call.result = .callbackAgreed
                call.followUps = [
                    PlannedFollowUp(
                        kind: .appointment, day: on, at: LocalTime(day: on, time: minute).instant(offset: 0),
                        why: "as agreed")
                ]
            case 7: call.result = .willCheck
            default: break
            }
            call.result = agreed.result ?? call.result
            call.agreed = agreed
            if call.followUps.isEmpty, !agreed.hasNextAction {
                let step = call.result.proposal(
                    at: LocalTime(day: day, time: TimeOfDay(minutes: 900)), calendar: rules.calendar)
                call.followUps = [
                    PlannedFollowUp(day: step?.day ?? rules.calendar.adding(1, to: day), why: step?.why ?? "")
                ]
            }
            kinds.insert(call.result.rawValue)
            try record(.call(call), with: row.payer, at: moment)
        }

        private mutating func record(_ act: Act, with payer: AccountNumber, at moment: Moment) throws {
            reference += 1
            _ = try book.record(
                [
                    NewEntry(
                        id: "sim-\(reference)", payer: payer, at: moment.at, day: day, author: "anna", text: "",
                        act: act)
                ], seen: nil)
        }

        /// Who has stood in the queue to be called, without a rest, for the whole time.
        var forgotten: [String] {
            waiting.filter { $0.value.distance(to: day) >= 28 }.map { "\($0.key) since \($0.value)" }
        }
    }
}
