import Receivables
import Testing

@Suite("Messages to customers")
struct MessageTests {
    private static let today = Day(iso: "2026-11-24") ?? Day(number: 0)
    private static let rules = Rules(base: .usd)

    private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

    private func item(_ number: String, due: String, _ major: Int64, order: String = "", disputed: Int64 = 0) -> Item {
        Item(
            number: number, purchaseOrder: order, issued: day("2026-01-01"), due: day(due), currency: .usd,
            amount: major * 100,
            open: major * 100, disputed: disputed * 100)
    }

    private func dossier(
        _ items: [Item],
        contacts: [Contact] = [
            Contact(name: "Jo", role: "CFO", email: "jo@x.example"),
            Contact(name: "Al", role: "Accounts payable", email: "ap@x.example"),
        ],
        record: PayerRecord = PayerRecord()
    ) -> Dossier {
        let account = Account(number: AccountNumber("C1"), name: "Alder")
        let facts = PayerFacts(
            payer: account.number, accounts: [AccountFacts(account: account, items: items)], record: record
        )
        .judged(by: MessageTests.rules, on: MessageTests.today)
        let portfolio = RankingBasis(rates: Rates(base: .usd), highStake: 0)
        return Dossier(
            moment: Moment(at: Instant(milliseconds: 0), day: MessageTests.today), rules: MessageTests.rules,
            portfolio: portfolio,
            cashKnownTo: nil, asked: account.number, facts: facts,
            standing: rank(facts, portfolio: portfolio, rules: MessageTests.rules, day: MessageTests.today),
            contacts: contacts.map { .init(account: account.number, contact: $0) }, receipts: [], history: [],
            undone: [])
    }

    private func entry(_ seq: Int64, _ iso: String, _ act: Act) -> Entry {
        Entry(
            seq: seq, id: "e\(seq)", payer: AccountNumber("C1"), at: Instant(milliseconds: 0), day: day(iso),
            author: "ana", text: "",
            act: act, undoes: nil, hash: [])
    }

    private func obstacle(_ dossier: Dossier) -> ReminderObstacle? {
        if case .failure(let why) = dossier.reminder() { why } else { nil }
    }

    @Test("A reminder asks for what is overdue and clean; disputed parts stand apart, what is not due is left out")
    func reminder() throws {
        let content = try dossier([
            item("I-1", due: "2026-11-20", 100, order: "PO-7"), item("I-2", due: "2026-11-19", 90, disputed: 40),
            item("I-3", due: "2026-11-18", 10, disputed: 10), item("I-4", due: "2026-12-20", 70),
        ]).content(of: .reminder)
        #expect(content.asked.map(\.item.number) == ["I-2", "I-1"])
        #expect(content.asked.map(\.amount.minor) == [5_000, 10_000])
        #expect(content.asked[1].purchaseOrder == "PO-7")
        #expect(content.apart.map(\.item.number) == ["I-3", "I-2"])
        #expect(content.totals == [Money(minor: 15_000, .usd)])
    }

    @Test("A reminder names credits and cash on account and asks for the rest; where nothing remains there is none")
    func netted() throws {
        func owing(_ credit: Int64) -> Dossier {
            var dossier = dossier([item("I-1", due: "2026-10-20", 100)])
            dossier.change { facts in
                facts.accounts[0].items.append(
                    Item(
                        number: "CN-1", issued: day("2026-09-01"), due: day("2026-09-01"), currency: .usd,
                        amount: -credit, open: -credit))
                facts.accounts[0].unapplied = [
                    UnappliedCash(day: day("2026-09-09"), amount: Money(minor: 2_000, .usd))
                ]
            }
            dossier.standing = rank(
                dossier.facts, portfolio: dossier.portfolio, rules: MessageTests.rules, day: MessageTests.today)
            return dossier
        }
        let content = try owing(1_000).content(of: .reminder)
        #expect(content.asked.map(\.amount.minor) == [10_000])
        #expect(content.credits.map(\.item.number) == ["CN-1"])
        #expect(content.unapplied == [Money(minor: 2_000, .usd)])
        #expect(content.totals == [Money(minor: 7_000, .usd)])
        #expect(throws: MessageProblem.covered) { try owing(50_000).content(of: .reminder) }
        if case .success = owing(50_000).reminder() { Issue.record("offered where nothing remains") }
    }

    @Test("A promise that can't be verified is never called broken")
    func unverified() throws {
        var record = PayerRecord()
        record.apply(
            entry(
                1, "2026-11-02",
                .call(
                    CallRecord(
                        result: .promised,
                        agreed: Agreements(promises: [
                            PlannedPromise(amount: Money(minor: 10_000, .usd), day: day("2026-11-05"))
                        ])))))
        let content = try dossier([item("I-1", due: "2026-10-20", 300)], record: record).content(of: .reminder)
        #expect(content.unkept.isEmpty)
    }

    @Test(
        "What there is nothing to say about is named",
        arguments: [
            (MessageKind.reminder, MessageProblem.nothingToAskFor), (.promiseConfirmation, .noPromise),
            (.plan, .noPlan), (.dispute, .noDispute),
            (.documents, .noDocuments),
        ])
    func problems(kind: MessageKind, problem: MessageProblem) {
        #expect(throws: problem) { try dossier([item("I-4", due: "2026-12-20", 70)]).content(of: kind) }
    }

    @Test("A statement has all that is open, and its balance")
    func statement() throws {
        let content = try dossier([
            item("I-1", due: "2026-11-20", 100), item("I-4", due: "2026-12-20", 70),
            item("CN-1", due: "2026-11-01", -30),
        ]).content(of: .statement)
        #expect(content.asked.count == 1 && content.notDue.count == 1 && content.credits.count == 1)
        #expect(content.totals == [Money(minor: 14_000, .usd)])
    }

    @Test(
        "Its lines stand by date with a running balance, credits and cash below zero; the ageing adds up to the balance"
    )
    func statementLines() throws {
        var dossier = dossier([
            item("I-1", due: "2026-11-20", 100), item("I-4", due: "2026-12-20", 70),
            item("CN-1", due: "2026-11-01", -30),
        ])
        dossier.change { facts in
            facts.accounts[0].unapplied = [
                UnappliedCash(day: day("2026-11-10"), amount: Money(minor: 2_000, .usd), reference: "R7")
            ]
        }
        let statement = try dossier.content(of: .statement).statement
        #expect(statement.lines.map(\.day) == statement.lines.map(\.day).sorted())
        #expect(Set(statement.lines.map(\.amount.minor)) == [10_000, 7_000, -3_000, -2_000])
        var sum: Int64 = 0
        for line in statement.lines {
            sum += line.amount.minor
            #expect(line.balance.minor == sum)
        }
        #expect(statement.balances == [Money(minor: 12_000, .usd)])
        #expect(try statement.ageing.map { try $0.balance } == statement.balances)
    }

    @Test("An account that has only cash gets a statement")
    func statementOfCash() throws {
        var dossier = dossier([])
        dossier.change { facts in
            facts.accounts[0].unapplied = [UnappliedCash(day: day("2026-11-10"), amount: Money(minor: 2_000, .usd))]
        }
        let content = try dossier.content(of: .statement)
        #expect(content.totals == [Money(minor: -2_000, .usd)])
        #expect(content.statement.lines.map(\.item) == [nil])
    }

    @Test("Who pays the bills gets the reminder; without an address there is none")
    func correspondent() {
        #expect(dossier([]).correspondent(for: .reminder)?.address.text == "ap@x.example")
        let hostile = dossier(
            [],
            contacts: [
                Contact(name: "E", email: "a@x.example\r\nBcc: b@x.example"), Contact(name: "F", email: "f f@y"),
            ])
        #expect(hostile.correspondent(for: .reminder)?.address.text == "a@x.example")
        #expect(dossier([], contacts: [Contact(name: "G", phone: "1")]).correspondent(for: .reminder) == nil)
    }

    @Test("A reminder is due where the cadence's step is written")
    func due() throws {
        let found = try dossier([item("I-1", due: "2026-11-20", 100)]).reminder().get()
        #expect(found.content.step?.step.day == 3)
        #expect(found.content.tone == .friendly)
        #expect(obstacle(dossier([item("I-1", due: "2026-11-23", 100)])) == .notDue)
        #expect(obstacle(dossier([item("I-1", due: "2026-10-20", 100)])) == .notDue, "a call is")
    }

    @Test("Who is left out of the batch is named with why")
    func leftOut() {
        let late = item("I-1", due: "2026-11-20", 100)
        #expect(
            obstacle(dossier([item("I-1", due: "2026-11-20", 100, disputed: 100)]))
                == .leftOut(.rests(.everythingDisputed)))
        #expect(obstacle(dossier([item("I-1", due: "2026-11-20", 10)])) == .leftOut(.smallBalance))
        #expect(obstacle(dossier([late], contacts: [])) == .leftOut(.problem(.noAddress(AccountNumber("C1")))))
        var held = PayerRecord()
        held.apply(entry(1, "2026-11-23", .hold(PlannedHold(.insolvent, review: day("2026-12-23")))))
        #expect(obstacle(dossier([late], record: held)) == .leftOut(.rests(.held(.insolvent, owner: "ana"))))
        var owing = PayerRecord()
        owing.apply(
            entry(
                1, "2026-11-23",
                .note(
                    NoteRecord(followUps: [
                        PlannedFollowUp(kind: .owed, day: MessageTests.today, why: "send invoice I-1")
                    ]))))
        #expect(obstacle(dossier([late], record: owing)) == .leftOut(.owed("send invoice I-1")))
    }

    @Test("Who asked not to be called is written to when a call is due")
    func inWriting() throws {
        var record = PayerRecord()
        let wish = PlannedNoCall(.account, askedBy: "Jo", review: day("2027-02-01"))
        record.apply(entry(1, "2026-11-02", .note(NoteRecord(agreed: Agreements(noCalls: [wish])))))
        let found = try dossier([item("I-1", due: "2026-11-10", 100)], record: record).reminder().get()
        #expect(found.content.step?.step.act == .call)
    }

    @Test("A message works its step, ends what it does, and leaves a next action")
    func record() throws {
        let dossier = dossier([item("I-1", due: "2026-11-20", 100)])
        let found = try dossier.reminder().get()
        let message = dossier.record(of: found.content, to: found.address, contact: found.contact)
        #expect(message.step == 3 && message.followUps.count == 1)
        var record = PayerRecord()
        record.apply(entry(1, "2026-11-24", .message(message)))
        #expect(record.track.step == 3)
        #expect(record.followUps.first.map { $0.day > MessageTests.today } == true)
        let after = self.dossier([item("I-1", due: "2026-11-20", 100)], record: record)
        #expect(obstacle(after) == .notDue)
    }

    @Test("Documents sent are no longer owed, and somebody calls two business days later; a reminder leaves them owed")
    func documents() throws {
        var record = PayerRecord()
        let owed = PlannedFollowUp(kind: .owed, day: MessageTests.today, why: "send invoice I-1")
        record.apply(entry(1, "2026-11-24", .call(CallRecord(result: .wantsDocuments, followUps: [owed]))))
        let dossier = dossier(
            [item("I-1", due: "2026-11-20", 100), item("I-2", due: "2026-11-20", 100)], record: record)
        let content = try dossier.content(of: .documents)
        #expect(content.asked.map(\.item.number) == ["I-1"])
        let address = try #require(EmailAddress("ap@x.example"))
        let message = dossier.record(of: content, to: address, contact: nil)
        #expect(message.followUps == [PlannedFollowUp(day: day("2026-11-26"), why: "have the documents arrived?")])
        var reminded = record
        reminded.apply(entry(2, "2026-11-24", .message(MessageRecord(kind: .reminder, to: "ap@x.example"))))
        #expect(reminded.followUps.map(\.kind) == [.owed])
        record.apply(entry(2, "2026-11-24", .message(message)))
        #expect(record.followUps.map(\.kind) == [.followUp])
    }

    @Test("A message taken back leaves its step due")
    func undone() {
        let message = entry(1, "2026-11-24", .message(MessageRecord(kind: .reminder, to: "ap@x.example", step: 3)))
        var undo = entry(2, "2026-11-24", .undo)
        undo.undoes = 1
        #expect(PayerRecord.folding([message, undo]).track.step == nil)
    }
}
