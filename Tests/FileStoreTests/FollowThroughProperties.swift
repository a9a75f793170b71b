import Receivables
import Testing

/// Whatever happens to a book, in whatever order: what must hold, holds (a seeded generator, so that a failure comes
/// again).
@Suite struct FollowThroughProperties {
    /// SplitMix64 (Steele et al. 2014).
    struct Chance: RandomNumberGenerator {
        private var state: UInt64
        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A book through weeks of imports, payments, returns, promises, disputes, days and second thoughts.
    final class Life {
        let fixture: BookFixture
        var chance: Chance
        var day = 0
        /// What the ERP has: open amounts by item number.
        var open: [String: Int64] = [:]
        var recorded: [Int64] = []
        var reference = 0

        init(seed: UInt64) throws {
            fixture = try BookFixture()
            chance = Chance(seed: seed)
            for nth in 1...6 { open["I\(nth)"] = Int64(Int.random(in: 10...900, using: &chance)) * 100 }
            try extract()
        }

        static func account(of item: String) -> String { item < "I4" ? "A1" : "A2" }

        private func row(_ number: String) -> ExtractRow? {
            guard let left = open[number], left > 0 else { return nil }
            return fixture.item(
                number, of: Life.account(of: number), amount: 90_000, open: left, due: number == "I3" ? 9 : -40)
        }

        func importExtract(_ rows: [ExtractRow], _ kind: ExtractKind, force: Bool = true) throws {
            guard !rows.isEmpty else { return }
            var source = BookFixture.Rows(rows: rows)
            _ = try fixture.book.importExtract(
                Extract(file: "x", kind: kind, day: fixture.day(day), isFull: kind == .openItems, isForced: force),
                from: &source,
                stamp: Stamp(id: fixture.newID(), at: BookFixture.now, day: fixture.day(day), author: "cron"),
                progress: { _, _ in })
        }

        func extract() throws { try importExtract(open.keys.sorted().compactMap { row($0) }, .openItems) }

        func pay() throws {
            guard let number = open.filter({ $0.value > 0 }).keys.sorted().randomElement(using: &chance),
                let left = open[number]
            else { return }
            let part = Bool.random(using: &chance) ? left : max(1, left / 2)
            open[number] = left - part
            reference += 1
            let isNamed = Int.random(in: 0...3, using: &chance) > 0
            try importExtract(
                [
                    fixture.payment(
                        part, on: day, item: isNamed ? number : "", of: Life.account(of: number),
                        reference: "P\(reference)")
                ], .payments)
            if !isNamed { open[number] = left }
        }

        func goBack() throws {
            guard let number = open.keys.sorted().randomElement(using: &chance), let left = open[number], left < 90_000
            else { return }
            let part = min(10_000, 90_000 - left)
            open[number] = left + part
            reference += 1
            try importExtract(
                [
                    fixture.payment(
                        -part, on: day, item: number, of: Life.account(of: number), reference: "R\(reference)")
                ], .payments)
        }

        func record(_ act: Act, _ account: String, undoes: Int64? = nil) throws {
            let at = LocalTime(day: fixture.day(day), time: TimeOfDay(minutes: 600)).instant(offset: 0)
            let entry = NewEntry(
                id: fixture.newID(), payer: AccountNumber(account), at: at, day: fixture.day(day), author: "ana",
                act: act, undoes: undoes)
            guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return }
            if undoes == nil { recorded.append(seq) }
        }

        func agree() throws {
            let account = Bool.random(using: &chance) ? "A1" : "A2"
            let moment = Moment(at: BookFixture.now, day: fixture.day(day))
            let dossier = try fixture.book.dossier(of: AccountNumber(account), asOf: moment)
            let words = AgreementWords(dossier.facts, rules: dossier.rules, today: moment.day)
            let ahead = Int.random(in: 0...12, using: &chance), amount = Int.random(in: 1...1_200, using: &chance)
            func split(_ text: String) -> [Substring] { text.split(separator: " ") }
            var agreed = Agreements()
            let items = dossier.openItems.filter { $0.open > 0 }.map(\.number) + ["I1"]
            let item: String = items[Int.random(in: 0..<items.count, using: &chance)]
            switch Int.random(in: 0...5, using: &chance) {
            case 0: if let found = try? words.disputes(split("\(item) price")).get() { agreed.disputes = found.fact }
            case 1: if let found = try? words.claim(split("\(amount) yesterday")).get() { agreed.claims = [found.fact] }
            case 2:
                if let found = try? words.plan(split("3x weekly from +\(ahead)"), rates: dossier.portfolio.rates).get()
                {
                    agreed.plans = [found.fact]
                }
            case 3:
                if let found = try? words.promise(split("\(amount) +\(ahead) instead")).get() {
                    agreed.promises = [found.fact]
                }
            case 4:
                if let found = try? words.promise(split("\(amount) +\(ahead) \(item)")).get() {
                    agreed.promises = [found.fact]
                }
            default:
                if let found = try? words.promise(split("\(amount) +\(ahead)")).get() { agreed.promises = [found.fact] }
            }
            try record(.call(CallRecord(result: agreed.result ?? .willCheck, agreed: agreed)), account)
        }

        func answer() throws {
            for account in ["A1", "A2"] {
                let dossier = try fixture.book.dossier(
                    of: AccountNumber(account), asOf: Moment(at: BookFixture.now, day: fixture.day(day)))
                guard let dispute = dossier.facts.followThrough.disputes.first(where: { !$0.isResolved }) else {
                    continue
                }
                let outcomes: [Dispute.Outcome?] = [nil, .valid, .notValid, .withdrawn]
                let outcome = outcomes[Int.random(in: 0..<outcomes.count, using: &chance)]
                try record(.dispute(DisputeStep(dispute.part, outcome: outcome)), account)
            }
        }

        func undo() throws {
            guard let seq = recorded.randomElement(using: &chance) else { return }
            let entry = try fixture.book.journal(JournalQuery()).first { $0.seq == seq }
            try record(.undo, entry?.payer?.text ?? "A1", undoes: seq)
        }

        func step() throws {
            switch Int.random(in: 0...9, using: &chance) {
            case 0, 1: day += Int.random(in: 1...4, using: &chance)
            case 2: try extract()
            case 3, 4: try pay()
            case 5: try goBack()
            case 6, 7: try agree()
            case 8: try answer()
            default: try undo()
            }
        }
    }

    @Test(
        "Shares and collectable money stay within what is open, everybody is covered, and the fold is the same",
        arguments: 1...12)
    func holds(seed: UInt64) throws {
        let life = try Life(seed: seed)
        for _ in 0..<40 { try life.step() }
        let moment = Moment(at: BookFixture.now, day: life.fixture.day(life.day))
        try life.fixture.book.rankAll(for: moment.day) { _, _ in }
        #expect(try life.fixture.verified() == [])
        // Ranking looks at less than a page does, and comes to the same.
        let stored = try life.fixture.book.queue(QueueQuery(moment: moment, later: true))
        try life.fixture.book.rankAll(for: moment.day.advanced(by: -1)) { _, _ in }
        let computed = try life.fixture.book.queue(QueueQuery(moment: moment, later: true))
        #expect(computed.rows == stored.rows)
        #expect(Set(computed.later) == Set(stored.later))
        for account in ["A1", "A2"] {
            let dossier = try life.fixture.book.dossier(of: AccountNumber(account), asOf: moment)
            for item in dossier.openItems where item.open > 0 {
                #expect(item.disputed >= 0 && item.promised >= 0 && item.disputed + item.promised <= item.open)
                #expect(item.chaseable >= 0)
            }
            let hasOpen = dossier.openItems.contains { $0.open > 0 }
            if hasOpen { #expect(dossier.standing.place != .clear) }
            for judged in dossier.facts.followThrough.promises {
                #expect(judged.awaited.allSatisfy { $0.amount > 0 })
                #expect(judged.came <= max(judged.expected, judged.promise.amount.minor))
                // Never broken before cash is known past the window.
                if case .broken = judged.verdict { #expect(dossier.cashKnownTo.map { $0 >= judged.windowEnd } == true) }
            }
        }
        let ageing = try life.fixture.book.ageing(on: moment.day, in: nil)
        for total in ageing.totals.values {
            #expect(total.buckets.reduce(0, +) + total.unapplied == (try total.balance.minor))
        }
    }

    @Test("Extract and payments file of a day give the same verdicts in either order", arguments: 1...8)
    func order(seed: UInt64) throws {
        func verdicts(paymentsFirst: Bool) throws -> [String] {
            let life = try Life(seed: seed)
            for _ in 0..<3 { try life.agree() }
            life.day = 3
            let paid = ["I1", "I2", "I5"].map { ($0, (life.open[$0] ?? 0) / 2) }
            for (number, part) in paid { life.open[number] = (life.open[number] ?? 0) - part }
            let payments = paid.enumerated().map { nth, entry in
                life.fixture.payment(entry.1, on: 2, item: entry.0, of: Life.account(of: entry.0), reference: "P\(nth)")
            }
            if paymentsFirst { try life.importExtract(payments, .payments) }
            try life.extract()
            if !paymentsFirst { try life.importExtract(payments, .payments) }
            life.day = 20
            try life.extract()
            return try ["A1", "A2"].flatMap { account in
                try life.fixture.book.dossier(
                    of: AccountNumber(account), asOf: Moment(at: BookFixture.now, day: life.fixture.day(20))
                )
                .facts.followThrough.promises.map { "\($0.words) \($0.came)" }
            }
        }
        #expect(try verdicts(paymentsFirst: true) == verdicts(paymentsFirst: false))
    }
}
