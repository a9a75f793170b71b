import Receivables
import Testing

/// What others in the house have to do, and what comes back from them, told through `Book` alone.
@Suite struct HandOffContract {
    let fixture: BookFixture

    init() throws {
        fixture = try BookFixture()
        try fixture.importExtract(
            [fixture.item("I1"), fixture.item("I2"), fixture.item("I3", of: "A2", amount: 900_000)], on: -1)
    }

    func key(_ number: String, _ account: String = "A1") -> ItemKey {
        ItemKey(account: AccountNumber(account), number: number)
    }

    @discardableResult
    func record(_ act: Act, day: Int = 0, of account: String = "A1", text: String = "", by author: String = "ana")
        throws -> Int64
    {
        let at = LocalTime(day: fixture.day(day), time: TimeOfDay(minutes: 600)).instant(offset: 0)
        let entry = NewEntry(
            id: fixture.newID(), payer: AccountNumber(account), at: at, day: fixture.day(day), author: author,
            text: text, act: act)
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return 0 }
        return seq
    }

    @discardableResult
    func dispute(_ number: String, _ reason: DisputeReason = .price, due: Int, text: String = "") throws -> EntryPart {
        let planned = PlannedDispute(item: key(number), reason: reason, due: fixture.day(due))
        return EntryPart(
            entry: try record(.call(CallRecord(result: .disputes, agreed: Agreements(disputes: [planned]))), text: text)
        )
    }

    func handOffs(_ recipient: HandOff? = nil, all: Bool = false, on day: Int = 0) throws -> [HandOffCase] {
        try fixture.book.handOffs(
            HandOffQuery(moment: Moment(at: BookFixture.now, day: fixture.day(day)), recipient: recipient, all: all))
    }

    func importExtract(_ rows: [AnswerRow]) throws -> Receipt {
        try fixture.importExtract(rows.map(ExtractRow.answer), .answers)
    }

    func state(_ part: EntryPart) throws -> Dispute.State? {
        let dossier = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        return dossier.facts.followThrough.disputes.first { $0.part == part }?.state
    }

    @Test(
        """
        A department is handed the disputes whose day has come, in the note's words, with who asked; all of them \
        when asked for
        """
    )
    func departments() throws {
        let old = try dispute("I1", due: 0, text: "The list of May was agreed.\n/dispute I1 price")
        try dispute("I2", .quality, due: 3)
        let due = try handOffs()
        #expect(due.map(\.document) == ["I1"])
        #expect(due[0].part == old)
        #expect(due[0].recipient.title == "Sales")
        #expect(due[0].text == "The list of May was agreed.")
        #expect(due[0].askedBy == "ana")
        #expect(due[0].amount?.minor == 100_000)
        #expect(try handOffs(all: true).map(\.recipient.title) == ["Quality", "Sales"])
        #expect(try handOffs(.department("SALES")).count == 1)
        #expect(try handOffs(.department("Quality")).isEmpty)
        // Answered, it is ours to tell; found valid, theirs again once no credit came in ten business days.
        try record(.dispute(DisputeStep(old)), text: "it was not")
        #expect(try handOffs().isEmpty)
        try record(.dispute(DisputeStep(old, outcome: .valid)))
        #expect(try handOffs(.department("Sales"), on: 13).isEmpty)
        #expect(try handOffs(.department("Sales"), on: 14).map(\.kind) == [.creditNotSeen])
    }

    @Test("Nothing that was asked later is handed off on a past day")
    func past() throws {
        let part = try dispute("I1", due: 0)
        #expect(try handOffs(all: true, on: -1).isEmpty)
        try record(.dispute(DisputeStep(part, outcome: .withdrawn)), day: 2)
        #expect(try handOffs(on: 1).count == 1)
        #expect(try handOffs(on: 2).isEmpty)
    }

    @Test("Cash application gets unmatched cash, who rests for it, and claimed payments that did not come")
    func cash() throws {
        try fixture.importExtract([fixture.payment(170_000, on: -1, reference: "P9")], .payments)
        let claim = PlannedClaim(amount: Money(minor: 5_000, .usd), day: fixture.day(-1), reference: "T1", who: "Jo")
        try record(.call(CallRecord(result: .paidAlready, agreed: Agreements(claims: [claim]))), of: "A2")
        let now = try handOffs(.cashApplication)
        #expect(Set(now.map(\.kind)) == [.unmatchedCash, .matchCashFirst])
        #expect(now.contains { $0.document == "P9" && $0.amount?.minor == 170_000 })
        try fixture.importExtract(
            [fixture.item("I1"), fixture.item("I2"), fixture.item("I3", of: "A2", amount: 900_000)], on: 9)
        #expect(try handOffs(.cashApplication, on: 9).contains { $0.kind == .claimNotFound && $0.document == "T1" })
    }

    @Test(
        """
        Master data gets numbers that turned out to be wrong, credit control who is over the limit or broke a \
        promise again
        """
    )
    func others() throws {
        var customer = CustomerRow(line: 2, number: AccountNumber("A1"))
        customer.creditLimit = Money(minor: 150_000, .usd)
        customer.contacts = [Contact(name: "Jane Moss", phone: "+1 555 1")]
        try fixture.importExtract([.customer(customer)], .customers)
        try record(.call(CallRecord(result: .wrongNumber, number: "+1 555 1")))
        let wrong = try handOffs(.masterData)
        #expect(wrong.map(\.document) == ["+1 555 1"])
        #expect(wrong[0].text == "Jane Moss")
        #expect(wrong[0].askedBy == "ana")
        let over = try handOffs(.creditControl)
        #expect(over.map(\.kind) == [.overLimit])
        #expect(over[0].amount?.minor == 50_000)
        for day in [0, 10] {
            let promise = PlannedPromise(
                amount: Money(minor: 50_000, .usd), day: fixture.day(day + 1), shares: [Share(key("I1"), 50_000)])
            try record(.call(CallRecord(result: .promised, agreed: Agreements(promises: [promise]))), day: day)
            let rows = [fixture.item("I1"), fixture.item("I2"), fixture.item("I3", of: "A2", amount: 900_000)]
            var source = BookFixture.Rows(rows: rows)
            _ = try fixture.book.importExtract(
                Extract(file: "x.csv", kind: .openItems, day: fixture.day(day + 8), isFull: true), from: &source,
                stamp: Stamp(id: fixture.newID(), at: BookFixture.now, day: fixture.day(day + 8), author: "cron"),
                progress: { _, _ in })
        }
        #expect(Set(try handOffs(.creditControl, on: 18).map(\.kind)) == [.overLimit, .brokenTwice])
    }

    @Test(
        """
        A list that comes back is recorded as the desk would have; answers are owed to the customers today; the \
        same list again changes nothing
        """
    )
    func answers() throws {
        let first = try dispute("I1", due: 0), second = try dispute("I2", .quality, due: 0)
        let rows = [
            AnswerRow(line: 2, dispute: first, item: "I1", outcome: .notValid, text: "the list says so"),
            AnswerRow(line: 3, dispute: second, outcome: nil, text: "we repair it"),
        ]
        let trial = try fixture.dryRun(fixture.trial(rows.map(ExtractRow.answer), .answers))[0]
        #expect(try trial?.get().counts.answersNew == 2)
        #expect(try state(first) == .open)
        let entries = try fixture.book.about().entries
        var answered = JournalQuery()
        answered.kind = "dispute"
        #expect(try importExtract(rows).counts.answersNew == 2)
        // The import's own, and one for each.
        #expect(try fixture.book.about().entries == entries + 3)
        #expect(try state(second) == .answered(on: BookFixture.today, text: "we repair it"))
        guard case .resolved(.notValid, _, _) = try state(first) else { throw Unexpected() }
        let owed = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        #expect(owed.facts.followUps.filter { $0.kind == .owed }.map(\.day) == [BookFixture.today, BookFixture.today])
        #expect(owed.standing.tier == .owedToday)
        let again = try importExtract(rows)
        #expect(again.counts.answersNew == 0 && again.counts.answersUnchanged == 2 && again.rejects.isEmpty)
        #expect(try fixture.book.journal(answered).count == 2)
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        """
        An answer to no dispute, to another invoice's or to one that ended otherwise is refused with its line; \
        the others are taken
        """
    )
    func refused() throws {
        let first = try dispute("I1", due: 0), second = try dispute("I2", due: 0)
        try record(.dispute(DisputeStep(first, outcome: .valid)))
        let receipt = try importExtract([
            AnswerRow(line: 2, dispute: first, outcome: .notValid, text: ""),
            AnswerRow(line: 3, dispute: EntryPart(entry: 999), outcome: .valid, text: ""),
            AnswerRow(line: 4, dispute: EntryPart(entry: 1), outcome: .valid, text: ""),
            AnswerRow(line: 5, dispute: second, item: "I1", outcome: .valid, text: ""),
            AnswerRow(line: 6, dispute: second, item: "00I2", outcome: nil, text: "soon"),
            AnswerRow(line: 7, dispute: second, outcome: nil, text: "sooner"),
            AnswerRow(line: 8, dispute: second, outcome: .withdrawn, text: ""),
        ])
        #expect(receipt.rejects.map(\.line) == [2, 3, 4, 5, 7])
        #expect(receipt.rejects.map(\.column) == ["answer", "dispute", "dispute", "invoice", "answer"])
        #expect(receipt.counts.answersNew == 2)
        guard case .resolved(.withdrawn, _, _) = try state(second) else { throw Unexpected() }
        #expect(try fixture.verified().isEmpty)
        #expect(throws: BookError.self) {
            try importExtract([AnswerRow(line: 2, dispute: first, outcome: .notValid, text: "")])
        }
    }

    private struct Unexpected: Error {}
}

/// What a dispute that was found valid says of the payment of its item: nothing (DOMAIN.md §3).
extension HandOffContract {
    private func payments(on day: Int = 0) throws -> Int {
        try fixture.book.dossier(of: AccountNumber("A1"), asOf: Moment(at: BookFixture.now, day: fixture.day(day)))
            .facts.accounts[0].behaviour.payments
    }

    @Test(
        """
        An item whose dispute was found valid is no evidence of how they pay, until that is taken back; neither \
        is it on the day before
        """
    )
    func excused() throws {
        try fixture.importExtract(
            [
                fixture.payment(100_000, on: -3, item: "I1", reference: "P1"),
                fixture.payment(100_000, on: -3, item: "I2", reference: "P2"),
            ], .payments)
        #expect(try payments() == 2)
        let part = try dispute("I1", due: 0)
        #expect(try payments() == 2)
        let found = try record(.dispute(DisputeStep(part, outcome: .valid)), day: 1)
        #expect(try payments(on: 1) == 1)
        #expect(try payments(on: 0) == 2)
        #expect(try fixture.verified().isEmpty)
        // What imports pay later is read the same way.
        try fixture.importExtract(
            [
                fixture.payment(900_000, on: -2, item: "I3", of: "A2", reference: "P3"),
                fixture.payment(-100_000, on: -2, item: "I2", reference: "P4"),
            ], .payments)
        #expect(try payments(on: 1) == 1)
        _ = try fixture.book.record(
            [
                NewEntry(
                    id: fixture.newID(), payer: AccountNumber("A1"), at: BookFixture.now, day: fixture.day(1),
                    author: "ana", act: .undo, undoes: found)
            ], seen: nil)
        #expect(try payments(on: 1) == 2)
        #expect(
            try importExtract([AnswerRow(line: 2, dispute: part, outcome: .valid, text: "")]).counts.answersNew == 1)
        #expect(try payments(on: 1) == 1)
        #expect(try fixture.verified().isEmpty)
    }
}
