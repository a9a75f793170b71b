import FileStore
import Foundation
import Receivables
import Testing

/// What several files would do one after the other, said beforehand (DOMAIN.md §7, `--dry-run`).
@Suite struct TrialTests {
    private func customer(_ number: String, terms days: Int) -> ExtractRow {
        var row = CustomerRow(line: 2, number: AccountNumber(number))
        row.terms = .net(days: days)
        return .customer(row)
    }

    /// A morning's files, each of which makes sense upon those before it only.
    private func morning(_ fixture: BookFixture) -> [DryRun<BookFixture.Rows>] {
        let undated = ItemRow(
            line: 3, account: AccountNumber("N1"), number: "N1-1", issued: fixture.day(-10), due: nil, currency: .usd,
            amount: 7_000)
        let note = NoteRow(
            line: 2, account: AccountNumber("N1"), day: fixture.day(-3), author: "jo", text: "Moved house")
        let extract: [ExtractRow] = [fixture.item("I2"), .item(undated)]
        return [
            fixture.trial([customer("N1", terms: 45)], .customers), fixture.trial(extract),
            // The same once more.
            fixture.trial(extract),
            fixture.trial(
                [fixture.payment(7_000, on: 0, item: "N1-1", of: "N1"), fixture.payment(100_000, on: 0)], .payments),
            fixture.trial([fixture.payment(7_000, on: 0, item: "N1-1", of: "N1")], .payments),
            fixture.trial([.note(note)], .notes), fixture.trial([.note(note)], .notes),
        ]
    }

    @Test("Each file is judged upon what those before it would do, and what is said comes true")
    func oneAfterTheOther() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")], on: -1)
        let before = try fixture.book.about()
        var dryRuns = morning(fixture)
        try fixture.book.dryRun(&dryRuns) { _, _, _ in }
        let receipts = try dryRuns.map { try #require($0.outcome).get() }
        #expect(receipts[1].dueSources == [.accountTerms: 1])
        #expect(
            receipts[2].counts.changesNothing && receipts[4].counts.changesNothing && receipts[6].counts.changesNothing)
        // The extract's item is there to be paid, and what it made of the other one is that payment.
        #expect(
            receipts[3].notices == ["1,000.00 USD of payments that name no item is what items fell by: counted once"])
        #expect(try fixture.book.about() == before)
        #expect(try fixture.open() == ["I1": 100_000, "I2": 100_000])

        for (nth, trial) in morning(fixture).enumerated() {
            var trial = trial
            let receipt = try fixture.book.importExtract(trial.extract, from: &trial.source, stamp: trial.stamp) {
                _, _ in
            }
            #expect(receipt == receipts[nth], "file \(nth)")
        }
        #expect(try fixture.verified().isEmpty)
    }

    @Test("A file that is refused, and may be, leaves nothing for those behind it, neither figures nor accounts")
    func refused() throws {
        let fixture = try BookFixture()
        try fixture.importExtract((1...9).map { fixture.item("I\($0)") }, on: -1)
        let (cut, late, empty) = ([fixture.item("J1", of: "B1")], [fixture.item("J2", of: "B2")], [ExtractRow]())
        let payment = [fixture.payment(500, on: 0, of: "B1")]
        let outcomes = try fixture.dryRun(
            fixture.trial(cut, mayBeRefused: true), fixture.trial(late, on: -2, mayBeRefused: true),
            fixture.trial(empty, mayBeRefused: true),
            fixture.trial(payment, .payments))
        #expect(outcomes[0] == .failure(.wouldClear(items: 9, of: 9)))
        #expect(outcomes[1] == .failure(.olderThanLast(day: fixture.day(-2), last: fixture.day(-1))))
        #expect(outcomes[2] == .failure(.empty))
        #expect(try outcomes[3]?.get() == fixture.importExtract(payment, .payments))
        #expect(try outcomes[3]?.get().counts.accountsNew == 1)
        #expect(throws: BookError.refused(.wouldClear(items: 9, of: 9))) {
            _ = try fixture.dryRun(
                fixture.trial(payment, .payments), fixture.trial(cut), fixture.trial(payment, .payments))
        }
        #expect(try fixture.verified().isEmpty)
    }

    @Test("While files are read others record; what another import brings meanwhile is seen")
    func others() throws {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1")], on: -1)
        let other = try FileBook(opening: fixture.path, patience: 0)
        var dryRuns = [
            fixture.trial((0..<6_000).map { fixture.item("J\($0)", of: "B\($0 % 9)") }, full: false),
            fixture.trial(
                [fixture.payment(100, on: 0, item: "K1")]
                    + (0..<6_000).map { fixture.payment($0, on: 0, reference: "P") }, .payments),
        ]
        var times = 0
        try fixture.book.dryRun(&dryRuns) { nth, _, _ in
            times += 1
            if times == 1 { #expect(try other.record([fixture.call()], seen: nil) == .saved(2)) }
            guard nth == 1, times == 2 else { return }
            // Behind the first file, and while the second is read.
            var item = fixture.trial([fixture.item("K1")], full: false)
            _ = try other.importExtract(item.extract, from: &item.source, stamp: item.stamp) { _, _ in }
        }
        #expect(try dryRuns[1].outcome?.get().notices.contains { $0.contains("the book doesn't hold") } == false)
        #expect(try dryRuns[0].outcome?.get().counts.itemsNew == 6_000)
        #expect(times > 4)
        #expect(try fixture.book.about().entries == 3)
    }

    @Test("Stopped at any step, the book is as it was and takes the files afterwards")
    func stopped() throws {
        struct Stop: Error {}
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I1"), fixture.item("I2")], on: -1)
        let before = try fixture.book.about()
        for step in 1...100 {
            var steps = 0
            var dryRuns = morning(fixture)
            do {
                try fixture.book.dryRun(&dryRuns) { _, _, _ in
                    steps += 1
                    if steps == step { throw Stop() }
                }
            } catch is Stop {
                #expect(try fixture.book.about() == before)
                continue
            }
            #expect(step > 7)
            break
        }
        for var trial in morning(fixture) {
            _ = try fixture.book.importExtract(trial.extract, from: &trial.source, stamp: trial.stamp) { _, _ in }
        }
        #expect(try fixture.verified().isEmpty)
    }
}
