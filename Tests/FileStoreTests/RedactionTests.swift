import FileStore
import Foundation
import GRDB
import Receivables
import Testing

@Suite struct RedactionTests {
    private static let secret = "zanzibar"

    /// A book with a call whose words are in every place that takes some.
    private func told(indexed: Bool) throws -> (BookFixture, seq: Int64) {
        let fixture = try BookFixture()
        try fixture.importExtract([fixture.item("I-1"), fixture.item("I-2", of: "A2")])
        try fixture.book.rankAll(for: fixture.day(0)) { _, _ in }
        var call = CallRecord(
            result: .willCheck, contact: "Jane", followUps: [PlannedFollowUp(day: fixture.day(3), why: "why zanzibar1")]
        )
        call.agreed.disputes = [
            PlannedDispute(
                item: ItemKey(account: AccountNumber("A1"), company: "", number: "I-1"), reason: .price, owner: "ben",
                due: fixture.day(5),
                text: "dispute zanzibar2")
        ]
        call.agreed.feedback = ["feedback zanzibar3"]
        call.broke = BrokenRules([ContactRule.deskHours], because: "because zanzibar4")
        let entry = NewEntry(
            id: fixture.newID(), payer: AccountNumber("A1"), at: BookFixture.now, day: BookFixture.today,
            author: "tester",
            text: "note zanzibar5", act: .call(call))
        guard case .saved(let seq) = try fixture.book.record([entry], seen: nil) else {
            throw BookError.unknownEntry(0)
        }
        if indexed { try fixture.book.rankAll(for: fixture.day(0)) { _, _ in } }
        _ = try fixture.book.record([fixture.call(of: "A2", note: "something else")], seen: nil)
        return (fixture, seq)
    }

    private func stamp(_ fixture: BookFixture) -> Stamp {
        Stamp(id: fixture.newID(), at: BookFixture.now, day: BookFixture.today, author: "tester")
    }

    @Test("Words that are erased are in no byte of the book any more, and the chain holds", arguments: [true, false])
    func erased(indexed: Bool) throws {
        let (fixture, seq) = try told(indexed: indexed)
        let queue = try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 10)).rows.map(\.payer)
        let erasure = try fixture.book.redact(seq, stamp: stamp(fixture))
        #expect(erasure.areBytesGone)
        #expect(try fixture.verified().isEmpty)
        for file in try FileManager.default.contentsOfDirectory(atPath: fixture.folder) {
            let bytes = try #require(FileManager.default.contents(atPath: fixture.folder + "/" + file))
            #expect(bytes.range(of: Data(RedactionTests.secret.utf8)) == nil, "\(file)")
        }
        #expect(try fixture.book.find(RedactionTests.secret, limit: 9).isEmpty)
        let entries = try fixture.book.journal(JournalQuery())
        #expect(entries.first { $0.seq == seq }?.text == "")
        #expect(entries.contains { $0.seq == erasure.entry && $0.act.plainText == "erased the words of entry \(seq)" })
        let dossier = try fixture.book.dossier(of: AccountNumber("A1"), asOf: fixture.moment)
        #expect(dossier.facts.followUps.map(\.day) == [fixture.day(3)])
        #expect(dossier.facts.followUps.map(\.why) == [""])
        #expect(dossier.facts.commitments.disputes.map(\.text) == [""])
        #expect(try fixture.book.queue(QueueQuery(moment: fixture.moment, limit: 10)).rows.map(\.payer) == queue)
    }

    @Test("What holds no words is not erased, and nothing is erased twice")
    func nothingToErase() throws {
        let (fixture, seq) = try told(indexed: true)
        let erasure = try fixture.book.redact(seq, stamp: stamp(fixture))
        #expect(try fixture.book.redact(seq, stamp: stamp(fixture)).entry == erasure.entry)
        for entry in [1, erasure.entry] {
            #expect(throws: BookError.cannotRedact(entry, why: "it holds no words of a person")) {
                _ = try fixture.book.redact(entry, stamp: stamp(fixture))
            }
        }
        #expect(throws: BookError.unknownEntry(99)) { _ = try fixture.book.redact(99, stamp: stamp(fixture)) }
        #expect(try fixture.verified().isEmpty)
    }

    @Test("Only an entry that was erased may lack its words, and may hold no others", arguments: [true, false])
    func forged(isRedacted: Bool) throws {
        let (fixture, seq) = try told(indexed: true)
        if isRedacted { _ = try fixture.book.redact(seq, stamp: stamp(fixture)) }
        try fixture.book.close()
        let raw = try DatabaseQueue(path: fixture.path)
        let words = isRedacted ? "other words" : ""
        let trigger = try #require(
            try raw.read { db in
                try String.fetchOne(db, sql: "SELECT sql FROM sqlite_schema WHERE name = 'entry_is_never_changed'")
            })
        try raw.writeWithoutTransaction { db in
            #expect(throws: DatabaseError.self) {
                try db.execute(sql: "UPDATE entry SET text = ? WHERE seq = ?", arguments: [words, seq])
            }
            try db.execute(sql: "DROP TRIGGER entry_is_never_changed")
            try db.execute(sql: "UPDATE entry SET text = ? WHERE seq = ?", arguments: [words, seq])
            try db.execute(sql: trigger)
        }
        try raw.close()
        let problems = try FileBook(opening: fixture.path).verify { _, _ in }.problems
        #expect(problems.contains { $0.location == "entry \(seq)" && $0.kind == .journal })
    }
}
