import FileStore
import Foundation
import GRDB
import Receivables
import Settings
import Testing
import Workstation

@testable import Runtime

@Suite struct BookQueriesTests {
    private func queries(_ book: FileBook?) -> BookQueries {
        BookQueries(book, settings: .standard) { DraftFolder.Contents() }
    }

    @Test("A record is saved, waits while another program writes, and waits where the book was replaced")
    func records() throws {
        let fixture = try RuntimeFixture()
        let queries = queries(fixture.book)
        guard case .saved = queries.record(fixture.note("one", id: "a"), seen: nil) else { return #expect(Bool(false)) }
        let other = try DatabaseQueue(path: fixture.path)
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(queries.record(fixture.note("two", id: "b"), seen: nil) == .busy)
            try db.execute(sql: "ROLLBACK")
        }
        try other.close()
        let copy = fixture.folder + "/copy.duly"
        try fixture.book.backup(to: copy)
        #expect(rename(copy, fixture.path) == 0)
        #expect(queries.record(fixture.note("three", id: "c"), seen: nil) == .replaced)
        unlink(fixture.path)
        guard case .failed(let sentence) = queries.record(fixture.note("four", id: "d"), seen: nil) else {
            return #expect(Bool(false))
        }
        #expect(sentence.contains("The book is gone: \(fixture.path)"))
    }

    @Test("What can't be answered is an event with the question and a sentence")
    func unanswered() throws {
        let fixture = try RuntimeFixture()
        for (queries, query) in [
            (queries(nil), Query.about),
            (queries(fixture.book), .dossier(AccountNumber("no one"), fixture.moment, .open)),
        ] {
            guard case .failed(let failure) = queries.answer(query) else { return #expect(Bool(false)) }
            #expect(!failure.sentence.isEmpty)
        }
        guard case .loaded(.about(let state)) = queries(fixture.book).answer(.about) else {
            return #expect(Bool(false))
        }
        #expect(state.accounts == 0)
    }
}
