import Foundation
import Receivables
import Testing

/// What every implementation of `Book` owes, told through `Book` alone.
@Suite struct BookContract {
    @Test("An empty book is sound and has nobody to call")
    func empty() throws {
        let fixture = try BookFixture()
        #expect(try fixture.verified().isEmpty)
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows.isEmpty)
        #expect(throws: BookError.unknownAccount(AccountNumber("A1"))) {
            try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        }
    }

    @Test("The same extract again changes nothing")
    func again() throws {
        let fixture = try BookFixture()
        let rows = [fixture.item("I1", open: 60_000), fixture.item("I2", due: 10), fixture.item("I3", of: "A2")]
        let first = try fixture.importExtract(rows)
        #expect(first.counts.itemsNew == 3)
        #expect(first.counts.accountsNew == 2)
        let state = try fixture.book.about()
        let second = try fixture.importExtract(rows)
        #expect(second.counts.changesNothing)
        #expect(second.counts.itemsUnchanged == 3)
        #expect(try fixture.open() == ["I1": 60_000, "I2": 100_000])
        #expect(try fixture.book.about().rankedDay == state.rankedDay)
        #expect(try fixture.verified().isEmpty)
    }

    @Test(
        """
        A lower open amount leaves money behind; what is gone from a full extract was paid; past days stay as \
        they were
        """
    )
    func moneyLeftBehind() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")], on: -2)
        try fixture.importExtract([fixture.item("I1", open: 40_000), fixture.item("I2")], on: -1)
        let third = try fixture.importExtract([fixture.item("I1", open: 40_000)], on: 0)
        #expect(third.counts.itemsCleared == 1)
        #expect(try fixture.open() == ["I1": 40_000])
        #expect(try fixture.open(on: -1) == ["I1": 40_000, "I2": 100_000])
        #expect(try fixture.balance(on: -2) == 200_000)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A partial extract clears nothing")
    func partial() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")], on: -1)
        try fixture.importExtract([fixture.item("I1", open: 10_000)], full: false)
        #expect(try fixture.open() == ["I1": 10_000, "I2": 100_000])
    }

    @Test("An item whose row is refused is in the file: it is not taken for paid, and neither is what nobody can tell")
    func refusedRowsHoldTheirItems() throws {
        func open(after refused: ExtractRow..., force: Bool = false) throws -> [String: Int64] {
            let fixture = try BookFixture()
            try fixture.importExtract((1...6).map { fixture.item("I\($0)") } + [fixture.item("J1", of: "A2")], on: -1)
            try fixture.importExtract((1...4).map { fixture.item("I\($0)") } + refused, on: 0, force: force)
            return try fixture.open().merging(fixture.open(account: "A2")) { $1 }
        }
        let account = AccountNumber("A1")
        let named = try open(after: .refused(account: account, company: "", item: "I5"))
        #expect(Set(named.keys) == ["I1", "I2", "I3", "I4", "I5"])
        let someOfAccount = try open(after: .refused(account: account, company: "", item: nil))
        #expect(Set(someOfAccount.keys) == ["I1", "I2", "I3", "I4", "I5", "I6"])
        let anybody = try open(after: .refused(account: nil, company: "", item: "I5"))
        #expect(Set(anybody.keys) == ["I1", "I2", "I3", "I4", "I5", "I6", "J1"])
        // By force what nobody can tell holds nothing; what a row names it names all the same.
        let forced = try open(
            after: .refused(account: nil, company: "", item: "I6"), .refused(account: account, company: "", item: "I5"),
            force: true)
        #expect(Set(forced.keys) == ["I1", "I2", "I3", "I4", "I5"])
    }

    @Test(
        "A full extract that would clear most of the book, an empty one and an older one are refused and change nothing"
    )
    func guards() throws {
        let fixture = try BookFixture()
        let rows = (1...8).map { fixture.item("I\($0)") }
        try fixture.importExtract(rows, on: -1)
        #expect(throws: BookError.refused(.wouldClear(items: 7, of: 8))) {
            try fixture.importExtract([fixture.item("I1")])
        }
        #expect(throws: BookError.refused(.empty)) { try fixture.importExtract([]) }
        #expect(throws: BookError.refused(.olderThanLast(day: fixture.day(-5), last: fixture.day(-1)))) {
            try fixture.importExtract(rows, on: -5)
        }
        #expect(try fixture.open().count == 8)
        #expect(try fixture.book.about().entries == 1)
        try fixture.importExtract([fixture.item("I1")], force: true)
        #expect(try fixture.open().count == 1)
    }

    @Test("An item that opens again takes back what was assumed")
    func reopened() throws {
        let fixture = try BookFixture()
        let other = fixture.item("I2")
        try fixture.importExtract([fixture.item("I1"), other], on: -3)
        try fixture.importExtract([fixture.item("I1", open: 30_000), other], on: -2)
        try fixture.importExtract([fixture.item("I1", open: 90_000), other], on: -1)
        #expect(try fixture.open() == ["I1": 90_000, "I2": 100_000])
        try fixture.importExtract([fixture.item("I1", amount: 120_000, open: 120_000), other], on: 0)
        #expect(try fixture.open()["I1"] == 120_000)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Money is counted once: extract and payments file agree in either order", arguments: [true, false])
    func countedOnce(paymentsFirst: Bool) throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")], on: -2)
        let steps: [() throws -> Void] = [
            {
                try fixture.importExtract(
                    [fixture.payment(60_000, on: -1, item: "I1", reference: "P1")], .payments, on: -1)
            },
            { try fixture.importExtract([fixture.item("I1", open: 40_000), fixture.item("I2")], on: -1) },
        ]
        for step in paymentsFirst ? steps : steps.reversed() { try step() }
        #expect(try fixture.open() == ["I1": 40_000, "I2": 100_000])
        #expect(try fixture.balance() == 140_000)
        let dossier = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        #expect(dossier.receipts.map(\.amount.minor) == [60_000])
        #expect(dossier.receipts.first?.isStated == true)
        #expect(try fixture.verified().isEmpty)
    }

    @Test("The same payments again change nothing, and two equal ones of a day stay two")
    func payments() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")], on: -2)
        let twice = [fixture.payment(20_000, on: -1, item: "I1"), fixture.payment(20_000, on: -1, item: "I1")]
        #expect(try fixture.importExtract(twice, .payments).counts.paymentsNew == 2)
        #expect(try fixture.importExtract(twice, .payments).counts.changesNothing)
        #expect(try fixture.open() == ["I1": 60_000])
    }

    @Test("Too much paid, an unknown invoice and no invoice become unapplied cash; another currency is refused")
    func unapplied() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")], on: -2)
        var foreign = PaymentRow(
            line: 9, account: AccountNumber("A1"), item: "I1", day: fixture.day(-1), currency: .usd, amount: 5)
        foreign.currency = try #require(Currency("EUR"))
        let receipt = try fixture.importExtract(
            [
                fixture.payment(130_000, on: -1, item: "I1", reference: "P1"),
                fixture.payment(7_000, on: -1, item: "I9", reference: "P2"),
                fixture.payment(500, on: -1, reference: "P3"), .payment(foreign),
            ], .payments)
        #expect(receipt.rejects.map(\.line) == [9])
        #expect(try fixture.balance() == -(30_000 + 7_000 + 500))
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A returned payment opens its item again")
    func returned() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")], on: -3)
        try fixture.importExtract([fixture.payment(100_000, on: -2, item: "I1", reference: "P1")], .payments, on: -2)
        #expect(try fixture.open().isEmpty)
        try fixture.importExtract([fixture.payment(-100_000, on: -1, item: "I1", reference: "R1")], .payments, on: -1)
        #expect(try fixture.open() == ["I1": 100_000])
    }

    @Test("A history says how they pay, and yields the state of any past day")
    func history() throws {
        let fixture = try BookFixture()
        try fixture.importExtract(
            (0..<6).map { fixture.item("H\($0)", due: -200 + $0 * 20, settled: -190 + $0 * 20) } + [fixture.item("I1")],
            .invoiceHistory)
        #expect(try fixture.open() == ["I1": 100_000])
        #expect(try fixture.open(on: -195) == ["H0": 100_000, "H1": 100_000])
        let dossier = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        #expect(dossier.facts.accounts[0].behaviour.signedLate == 100)
        let before = try fixture.book.dossier(
            of: AccountNumber("A1"), asOf: Moment(at: BookFixture.now, day: fixture.day(-169)))
        #expect(before.facts.accounts[0].behaviour.payments == 2)
    }

    @Test("A call rests its payer until the follow-up, and is in the journal word for word")
    func record() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows.map(\.payer.text) == ["A1"])
        let call = fixture.call(.noAnswer, next: 5, note: "Grüße, \"Zoë\" 你好")
        #expect(try fixture.book.record([call], seen: nil) == .saved(2))
        #expect(try fixture.book.record([call], seen: nil) == .saved(2))
        let page = try fixture.book.queue(QueueQuery(moment: fixture.moment, later: true))
        #expect(page.rows.isEmpty)
        #expect(page.later.map(\.wakes) == [fixture.day(5)])
        #expect(page.later.map(\.reason) == ["follow-up: see"])
        #expect(try fixture.book.journal(JournalQuery(payer: AccountNumber("A1"))).map(\.text) == [call.text])
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Who hasn't seen the newest entry is told what it is, and nothing is written")
    func stale() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        _ = try fixture.book.record([fixture.call()], seen: 0)
        guard case .stale(let newer) = try fixture.book.record([fixture.call()], seen: 0) else {
            Issue.record("written over somebody else's call")
            return
        }
        #expect(newer.map(\.seq) == [2])
        #expect(try fixture.book.about().entries == 2)
    }

    @Test("A call that was taken back counts no more, and the journal keeps both")
    func undo() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")])
        _ = try fixture.book.record([fixture.call(.noAnswer, next: 5)], seen: nil)
        let undo = NewEntry(
            id: fixture.newID(), payer: AccountNumber("A1"), at: BookFixture.now, day: BookFixture.today,
            author: "tester",
            act: .undo, undoes: 2)
        _ = try fixture.book.record([undo], seen: nil)
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows.count == 1)
        let dossier = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        #expect(dossier.undone == [2])
        #expect(dossier.history.map(\.seq) == [3, 2])
        #expect(try fixture.verified().isEmpty)
        var wrong = undo
        wrong.id = fixture.newID()
        wrong.undoes = 1
        #expect(throws: BookError.self) { try fixture.book.record([wrong], seen: nil) }
    }

    @Test("The stored order and a ranking from nothing are the same, row by row")
    func sameOrder() throws {
        let fixture = try BookFixture()
        let rows = (0..<60).map { nth in
            fixture.item(
                "I\(nth)", of: "A\(nth % 25)", amount: Int64(1_000 * (nth * 7919 % 97) + 500),
                due: -(nth * 13 % 140) + 10)
        }
        try fixture.importExtract(rows)
        for account in [3, 7, 11] {
            _ = try fixture.book.record([fixture.call(.noAnswer, of: "A\(account)", next: account)], seen: nil)
        }
        let stored = try fixture.book.queue(QueueQuery(moment: fixture.moment, later: true))
        #expect(stored.rows.count > 10)
        let overview = try fixture.book.overview(at: fixture.moment)
        #expect(overview.tasks[.call]?.payers == stored.total)
        #expect(overview.cells.values.reduce(0) { $0 + $1.payers } == stored.total)
        for cell in MatrixCell.allCases {
            var query = QueueQuery(moment: fixture.moment)
            query.cell = cell
            #expect(try fixture.book.queue(query).total == overview.cells[cell]?.payers ?? 0)
        }
        try fixture.book.rankAll(for: fixture.day(-1)) { _, _ in }
        let computed = try fixture.book.queue(QueueQuery(moment: fixture.moment, later: true))
        #expect(computed.rows == stored.rows)
        #expect(Set(computed.later) == Set(stored.later))
        #expect(computed.batches == stored.batches)
    }

    @Test("Nothing that came after leaks into a past day's queue")
    func noLeak() throws {
        let fixture = try BookFixture()
        try fixture.importExtract(
            [fixture.item("I1", due: -50), fixture.item("I2", of: "A2", due: -50, settled: -10)], .invoiceHistory)
        let past = Moment(at: BookFixture.now, day: fixture.day(-20))
        let before = try fixture.book.queue(QueueQuery(moment: past))
        _ = try fixture.book.record([fixture.call(.noAnswer, next: 5)], seen: nil)
        try fixture.importExtract([fixture.payment(50_000, on: -1, item: "I1", reference: "P")], .payments)
        let after = try fixture.book.queue(QueueQuery(moment: past))
        #expect(before.rows.count == 2)
        #expect(after.rows == before.rows)
    }

    @Test("One payer with several accounts stands once in the queue, with the family's money")
    func family() throws {
        let fixture = try BookFixture()
        var branch = CustomerRow(line: 2, number: AccountNumber("A2"))
        branch.payer = AccountNumber("A1")
        branch.name = "Branch"
        branch.contacts = [Contact(name: "Jo", phone: "+1 555 0100")]
        try fixture.importExtract([.customer(branch)], .customers)
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2")])
        let rows = try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows
        #expect(rows.map(\.payer.text) == ["A1"])
        #expect(rows.first?.standing.figures.first?.collectable == 200_000)
        let dossier = try fixture.book.dossier(of: AccountNumber("A2"), asOf: fixture.moment)
        #expect(dossier.facts.accounts.map(\.account.number.text) == ["A1", "A2"])
        #expect(dossier.contacts.map(\.contact.name) == ["Jo"])
        #expect(try fixture.book.find("branch", limit: 5).map(\.account.text) == ["A2"])
        #expect(try fixture.book.find("I2", limit: 5).map(\.matched) == ["I2"])
        #expect(try fixture.book.find("5550100", limit: 5).map(\.account.text) == ["A2"])
        #expect(try fixture.book.find("100%", limit: 5).isEmpty)
    }

    @Test("Every word ever noted is found by its beginning, also the one of a moment ago")
    func findsNotes() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2")])
        func note(_ id: String, _ account: String, _ text: String) throws {
            let entry = NewEntry(
                id: id, payer: AccountNumber(account), at: BookFixture.now, day: BookFixture.today, author: "me",
                text: text, act: .note(NoteRecord()))
            _ = try fixture.book.record([entry], seen: nil)
        }
        try note("n1", "A1", "She looks for the Lieferschein of INV-77, page two.")
        #expect(try fixture.book.find("liefer", limit: 5).map(\.account.text) == ["A1"])
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
        try note("n2", "A2", "Lieferschein sent again; die Prüfung läuft.")
        #expect(try fixture.book.find("liefer", limit: 5).map(\.account.text) == ["A2", "A1"])
        #expect(try fixture.book.find("inv-77", limit: 5).map(\.account.text) == ["A1"])
        #expect(try fixture.book.find("pruf lauft", limit: 5).map(\.matched) == ["… sent again; die Prüfung läuft."])
        #expect(try fixture.book.find("\"inv* -77 (", limit: 5).map(\.account.text) == ["A1"])
        #expect(try fixture.book.find("nothing", limit: 5).isEmpty)
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
        #expect(try fixture.book.find("liefer", limit: 5).map(\.account.text) == ["A2", "A1"])
    }

    @Test("An appointment rises above the queue five minutes before its minute, and not earlier")
    func appointment() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2", of: "A2", amount: 9_000_000)])
        var call = fixture.call(.callbackAgreed, next: nil)
        let minute = BookFixture.now.adding(seconds: 3600)
        call.act = .call(
            CallRecord(
                result: .callbackAgreed,
                followUps: [PlannedFollowUp(kind: .appointment, day: BookFixture.today, at: minute)]))
        _ = try fixture.book.record([call], seen: nil)
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows.map(\.payer.text) == ["A2"])
        let later = Moment(at: minute.adding(seconds: -299), day: BookFixture.today)
        #expect(try fixture.book.queue(QueueQuery(moment: later)).rows.map(\.payer.text) == ["A1", "A2"])
    }
}
