import Receivables
import Terminal
import Testing
import Workstation

@testable import Runtime

/// What is put off by the loop: records that wait for the book, and readings that a key goes before.
@Suite struct WaitingTests {
    @Test("A record that waits is taken when it is due, once, in order; one that is given up is not")
    func records() throws {
        let fixture = try RuntimeFixture()
        var waiting = WaitingRecords()
        #expect(waiting.deadline == nil)
        for id in ["a", "b", "c"] { waiting.add(fixture.note("", id: id), seen: 4) }
        waiting.remove("b")
        let early = waiting.takeDue(0)
        #expect(early == nil)
        let later = try #require(waiting.deadline) + 1_000_000_000
        let taken = (0..<3).map { _ in waiting.takeDue(later) }
        #expect(taken.map { $0?.entry.id } == ["a", "c", nil])
        #expect(taken[0]?.seen == 4 && waiting.deadline == nil)
    }

    @Test("Of words typed fast only the last are looked for; rows near the cursor wait, the first page doesn't")
    func readings() throws {
        let fixture = try RuntimeFixture()
        var pending = PendingQueries()
        let queries: [Query] = [
            .find("no", limit: 9), .find("nord", limit: 9), .queue(QueueQuery(moment: fixture.moment, limit: 20)),
            .queue(QueueQuery(moment: fixture.moment, limit: 20, offset: 20)), .about,
        ]
        let arePutOff = queries.map { pending.postpone($0) }
        #expect(arePutOff == [true, true, false, true, false])
        #expect(pending.deadline != nil)
        let found = [pending.takeFind(), pending.takeFind()]
        #expect(found == [queries[1], nil])
        let rows = [pending.takeRows(), pending.takeRows()]
        #expect(rows == [queries[3], nil] && pending.deadline == nil)
    }
}
