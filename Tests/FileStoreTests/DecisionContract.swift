import FileStore
import Foundation
import GRDB
import Receivables
import Testing

/// Who leaves the caller's queue to be decided about, and how an older book is upgraded.
@Suite struct DecisionContract {
    let fixture: BookFixture

    /// Two payers, of whom A2 pays what falls due; payments are known for a year.
    init() throws {
        fixture = try BookFixture()
        let paid = (0..<40).map {
            fixture.item("P\($0)", of: "A2", amount: 10_000, due: -400 + $0 * 9, settled: -390 + $0 * 9, line: $0 + 9)
        }
        try fixture.importExtract(paid, .invoiceHistory, on: 0, full: false)
        try fixture.importExtract(
            [fixture.item("I1", amount: 300_000, due: -200), fixture.item("I2", of: "A2", due: -20)], on: 0)
        try fixture.book.rankAll(for: BookFixture.today) { _, _ in }
    }

    private func numbers(_ part: QueuePart, day: Int = 0) throws -> [String] {
        let moment = Moment(at: BookFixture.now, day: fixture.day(day))
        return try fixture.book.queue(part.narrowed(QueueQuery(moment: moment))).rows.map(\.payer.text)
    }

    private func record(_ act: Act, undoes: Int64? = nil, on day: Int = 0) throws -> Int64 {
        let entry = NewEntry(
            id: fixture.newID(), payer: AccountNumber("A1"), at: BookFixture.now, day: fixture.day(day), author: "ana",
            text: "", act: act,
            undoes: undoes)
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else { return 0 }
        return seq
    }

    @Test(
        """
        Half a year late without a payment leaves the calls for a batch and the resting page, as stored and as \
        computed
        """
    )
    func listed() throws {
        for day in [0, 1] {
            #expect(try numbers(.calls, day: day) == ["A2"])
            #expect(try numbers(.decisions, day: day) == ["A1"])
            let moment = Moment(at: BookFixture.now, day: fixture.day(day))
            let later = try fixture.book.queue(QueueQuery(moment: moment, later: true)).later
            #expect(later.map(\.payer.text) == ["A1"])
            #expect(later.first?.reason.hasPrefix("to decide: ") == true)
            #expect(try fixture.book.overview(at: moment, of: nil).tasks[.decision]?.payers == 1)
        }
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A decision is recorded with owner and review day, and rests until then; undone, it is to be decided again")
    func decided() throws {
        let seq = try record(.decision(PlannedDecision(.agency, owner: "maria", review: fixture.day(90))))
        #expect(try numbers(.decisions) == [])
        #expect(try numbers(.calls) == ["A2"])
        #expect(try numbers(.decisions, day: 90).contains("A1"))
        let dossier = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        #expect(dossier.facts.limits.decision?.words == "agency or lawyer, maria reviews on \(fixture.day(90).long)")
        #expect(dossier.standing.place == .rests(until: fixture.day(90), why: .decided(.agency, owner: "maria")))
        #expect(dossier.standing.next == NextAction(kind: .decision, on: fixture.day(90)))
        #expect(try fixture.verified().isEmpty)
        _ = try record(.undo, undoes: seq)
        #expect(try numbers(.decisions) == ["A1"])
        _ = try record(.decision(PlannedDecision(.keepCalling, review: fixture.day(30))))
        #expect(try Set(numbers(.calls)) == ["A1", "A2"])
        #expect(try numbers(.decisions, day: 30).contains("A1"))
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Everyone with something to ask for, by worth alone, whatever rests or is to be decided")
    func everyone() throws {
        _ = try record(.hold(PlannedHold(.factored, review: fixture.day(30))))
        var query = QueueQuery(moment: fixture.moment)
        query.everyone = true
        let rows = try fixture.book.queue(query).rows
        #expect(Set(rows.map(\.payer.text)) == ["A1", "A2"])
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.standing.worth >= $1.standing.worth })
    }

    @Test(
        """
        A book from before there was a worth is brought up to date, and everyone is ranked again when it is first \
        opened
        """
    )
    func upgraded() throws {
        let wanted = try fixture.book.queue(QueueQuery(moment: fixture.moment)).rows
        try fixture.book.close()
        let old = try DatabaseQueue(path: fixture.path)
        try old.write { db in
            try db.execute(
                sql: """
                    ALTER TABLE account DROP COLUMN payments;
                    ALTER TABLE tally DROP COLUMN parties;
                    ALTER TABLE standing DROP COLUMN worth;
                    ALTER TABLE standing DROP COLUMN broken;
                    DELETE FROM grdb_migrations WHERE identifier = '7 worth of calls';
                    UPDATE book SET value = '5 tries of a day' WHERE key = 'fold';
                    UPDATE book SET value = \
                    '{"habit":{"shareLate":1,"spread":2,"usual":1},"highStake":1,"largeItem":1,"rates":{}}'
                        WHERE key = 'portfolio';
                    PRAGMA user_version = 18;
                    """)
        }
        try old.close()
        let book = try FileBook(opening: fixture.path)
        #expect(try book.about().rankedDay == BookFixture.today)
        #expect(try !book.about().isOrderDue)
        #expect(try book.queue(QueueQuery(moment: fixture.moment)).rows == wanted)
        #expect(try book.verify { _, _ in }.problems == [])
        try book.close()
    }
}
