import Receivables
import Testing

/// What a book owes to what was agreed, told through `Book` alone.
@Suite struct FollowThroughContract {
    let fixture: BookFixture

    init() throws {
        fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2", amount: 900_000)], on: -1)
    }

    func key(_ number: String, _ account: String = "A1") -> ItemKey {
        ItemKey(account: AccountNumber(account), number: number)
    }

    @discardableResult
    func record(_ act: Act, day: Int = 0, of account: String = "A1", text: String = "", undoes: Int64? = nil) throws
        -> Int64
    {
        let at = LocalTime(day: fixture.day(day), time: TimeOfDay(minutes: 600)).instant(offset: 0)
        let entry = NewEntry(
            id: fixture.newID(), payer: AccountNumber(account), at: at, day: fixture.day(day), author: "ana",
            text: text, act: act,
            undoes: undoes)
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return 0 }
        return seq
    }

    func promise(_ amount: Int64, by day: Int, on number: String = "I1", account: String = "A1") -> Act {
        .call(
            CallRecord(
                result: .promised,
                agreed: Agreements(promises: [
                    PlannedPromise(
                        amount: Money(minor: amount, .usd), day: fixture.day(day),
                        shares: [Share(key(number, account), amount)])
                ])))
    }

    /// Imports stamped with a day of their own.
    func importExtract(_ rows: [ExtractRow], _ kind: ExtractKind, on day: Int) throws {
        var source = BookFixture.Rows(rows: rows)
        _ = try fixture.book.importExtract(
            Extract(file: "x.csv", kind: kind, day: fixture.day(day), isFull: kind == .openItems), from: &source,
            stamp: Stamp(id: fixture.newID(), at: BookFixture.now, day: fixture.day(day), author: "cron"),
            progress: { _, _ in })
    }

    func facts(on day: Int, of account: String = "A1") throws -> JudgedPayer {
        try fixture.book.dossier(of: AccountNumber(account), asOf: Moment(at: BookFixture.now, day: fixture.day(day)))
            .facts
    }

    func verdicts(on day: Int) throws -> [String] { try facts(on: day).followThrough.promises.map(\.verdict.word) }

    @Test("A promise pauses its item, is kept by money imported after it, and by none from before")
    func kept() throws {
        try importExtract([fixture.payment(30_000, on: -1, item: "I1", reference: "P0")], .payments, on: 0)
        try record(promise(50_000, by: 1))
        #expect(try facts(on: 0).accounts[0].items.map(\.promised) == [50_000])
        #expect(try verdicts(on: 0) == ["pending"])
        try importExtract([fixture.payment(50_000, on: 1, item: "I1", reference: "P1")], .payments, on: 1)
        #expect(try verdicts(on: 1) == ["kept"])
        #expect(try verdicts(on: 0) == ["pending"])
        #expect(try facts(on: 1).accounts[0].items.map(\.chaseable) == [20_000])
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        """
        A broken promise stands above the order by score, as stored and as worked out anew; nothing new in an \
        extract is news enough
        """
    )
    func broken() throws {
        try headFromTheMinimum()
        try record(promise(50_000, by: 1))
        try importExtract([fixture.item("I1"), fixture.item("I2", of: "A2", amount: 900_000)], .openItems, on: 8)
        let moment = Moment(at: BookFixture.now, day: fixture.day(8))
        let stored = try fixture.book.queue(QueueQuery(moment: moment))
        #expect(stored.rows.map(\.payer.text) == ["A1", "A2"])
        #expect(stored.rows[0].standing.tier == .brokenPromise)
        #expect(stored.cashKnownTo == fixture.day(7))
        try fixture.book.rankAll(for: fixture.day(7)) { _, _ in }
        #expect(try fixture.book.queue(QueueQuery(moment: moment)).rows == stored.rows)
        #expect(try verdicts(on: 7) == ["due, not verified"])
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        """
        Broken promises stand above the others by score, not by what is missing; below the desk's minimum they \
        keep their place
        """
    )
    func order() throws {
        try headFromTheMinimum()
        try record(promise(40_000, by: 1))
        try record(promise(30_000, by: 1, on: "I2", account: "A2"), of: "A2")
        try importExtract([fixture.item("I1"), fixture.item("I2", of: "A2", amount: 900_000)], .openItems, on: 8)
        let moment = Moment(at: BookFixture.now, day: fixture.day(8))
        let rows = try fixture.book.queue(QueueQuery(moment: moment)).rows
        #expect(rows.map(\.payer.text) == ["A2", "A1"])
        #expect(rows[0].standing.score > rows[1].standing.score)
        #expect(rows.map(\.standing.missingInBase) == [30_000, 40_000])
        try record(promise(1_000, by: 9), day: 8)
        try importExtract([fixture.item("I1"), fixture.item("I2", of: "A2", amount: 900_000)], .openItems, on: 20)
        let later = try fixture.book.queue(QueueQuery(moment: Moment(at: BookFixture.now, day: fixture.day(20)))).rows
        #expect(later.first { $0.payer.text == "A1" }?.standing.tier == .byScore)
        #expect(try fixture.verified().isEmpty)
    }

    /// Any broken promise above the desk's minimum heads the queue.
    private func headFromTheMinimum() throws {
        var rules = try fixture.book.about().rules
        rules.strategy.brokenHeads = 0
        let entry = NewEntry(
            id: "heads", payer: nil, at: BookFixture.now, day: fixture.day(0), author: "ana", text: "",
            act: .rules(rules))
        _ = try fixture.book.record([entry], seen: nil)
    }

    @Test("A trifle keeps its place by score, and is in a batch of its own, as stored and as computed")
    func trifles() throws {
        try record(promise(30_000, by: 1, on: "I2", account: "A2"), of: "A2")
        try importExtract(
            [fixture.item("I1", amount: 2_000_000), fixture.item("I2", of: "A2", amount: 90_000)], .openItems, on: 8)
        let moment = Moment(at: BookFixture.now, day: fixture.day(8))
        for day in [8, 7] {
            if day == 7 { try fixture.book.rankAll(for: fixture.day(7)) { _, _ in } }
            let rows = try fixture.book.queue(QueueQuery(moment: moment)).rows
            #expect(rows.map(\.payer.text) == ["A1", "A2"])
            #expect(rows.last?.standing.isBroken == true)
            let batch = QueuePart.smallerBrokenPromises.narrowed(QueueQuery(moment: moment))
            #expect(try fixture.book.queue(batch).rows.map(\.payer.text) == ["A2"])
        }
        try fixture.book.rankAll(for: fixture.day(8)) { _, _ in }
        #expect(try fixture.book.overview(at: moment, of: nil).smallerBroken.payers == 1)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Extract and payments file of one morning give the same verdicts in either order", arguments: [true, false])
    func eitherOrder(paymentsFirst: Bool) throws {
        try record(promise(50_000, by: 1))
        let steps: [() throws -> Void] = [
            { try importExtract([fixture.payment(50_000, on: 3, item: "I1", reference: "P1")], .payments, on: 8) },
            {
                try importExtract(
                    [fixture.item("I1", open: 50_000), fixture.item("I2", of: "A2", amount: 900_000)], .openItems, on: 8
                )
            },
        ]
        for step in paymentsFirst ? steps : steps.reversed() { try step() }
        #expect(try verdicts(on: 8) == ["kept"])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A returned payment breaks a kept promise again, and brings it back to the top")
    func returned() throws {
        try record(promise(100_000, by: 1))
        try importExtract([fixture.payment(100_000, on: 2, item: "I1", reference: "P1")], .payments, on: 2)
        try importExtract([fixture.payment(-100_000, on: 9, item: "I1", reference: "R1")], .payments, on: 9)
        #expect(try verdicts(on: 8) == ["kept"])
        #expect(try verdicts(on: 9) == ["broken"])
        let page = try fixture.book.queue(QueueQuery(moment: Moment(at: BookFixture.now, day: fixture.day(9))))
        #expect(page.rows.first?.payer.text == "A1")
        #expect(page.rows.first?.standing.tier == .brokenPromise)
    }

    @Test("Claims, disputes and plans are kept whole, answered, resolved and taken back; verify folds them again")
    func others() throws {
        let agreed = Agreements(
            claims: [
                PlannedClaim(amount: Money(minor: 1_000, .usd), day: fixture.day(-1), reference: "T1", who: "Jo"),
                PlannedClaim(day: fixture.day(-2)),
            ],
            disputes: [
                PlannedDispute(
                    item: key("I1"), amount: Money(minor: 40_000, .usd), reason: .quality, due: fixture.day(5),
                    text: "scratched")
            ],
            plans: [
                PlannedPlan(
                    total: Money(minor: 60_000, .usd), cadence: .every(days: 10),
                    instalments: [0, 10].map { Instalment(day: fixture.day($0), amount: Money(minor: 30_000, .usd)) },
                    shares: [Share(key("I1"), 60_000)], who: "Jo", rung: .plan)
            ])
        let seq = try record(.call(CallRecord(result: .disputes, agreed: agreed)))
        let before = try facts(on: 0)
        #expect(before.accounts[0].items.map(\.disputed) == [40_000])
        #expect(before.accounts[0].items.map(\.promised) == [60_000])
        #expect(before.followThrough.claims.count == 2)
        let answer = try record(.dispute(DisputeStep(EntryPart(entry: seq))), text: "we repair it")
        #expect(try facts(on: 0).followThrough.disputes[0].state == .answered(on: fixture.day(0), text: "we repair it"))
        #expect(try facts(on: 0).followUps.map(\.kind) == [.owed])
        try record(.dispute(DisputeStep(EntryPart(entry: seq), outcome: .notValid)))
        #expect(try facts(on: 0).accounts[0].items.map(\.disputed) == [0])
        try record(.plan(PlanStep(EntryPart(entry: seq), status: .ended)))
        #expect(try facts(on: 0).accounts[0].items.map(\.promised) == [0])
        try record(.later)
        try record(.pin(true))
        #expect(try fixture.verified().isEmpty)
        try record(.undo, undoes: answer)
        #expect(try fixture.verified().isEmpty)
        try record(.undo, undoes: seq)
        #expect(try facts(on: 0).commitments.isEmpty)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Nothing that was agreed later leaks into a past day")
    func noLeak() throws {
        try record(promise(50_000, by: 9), day: 2)
        #expect(try facts(on: 1).commitments.isEmpty)
        #expect(try facts(on: 2).commitments.promises.count == 1)
    }
}
