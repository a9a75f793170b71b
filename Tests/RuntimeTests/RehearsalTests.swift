import FileStore
import Receivables
import Terminal
import Testing
import Workstation

@testable import Runtime

@Suite struct RehearsalTests {
    @Test("Keys lead to a screen, and the book stays as it was")
    func keys() throws {
        let fixture = try RuntimeFixture()
        let head = try fixture.book.about().head
        var rehearsal = try Rehearsal(
            try FileBook(opening: fixture.path, asRehearsal: true), path: fixture.path,
            size: Size(columns: 80, rows: 24), asOf: nil, user: UserConfiguration())
        for key in try Key.parse("?") { rehearsal.feed(.key(key)) }
        #expect(rehearsal.screen.text.contains("book.duly"), "\(rehearsal.screen.text)")
        #expect(try fixture.book.about().head == head)
        #expect(throws: CommandFailure.self) {
            try Rehearsal(
                fixture.book, path: fixture.path, size: Size(columns: 80, rows: 24), asOf: "soon",
                user: UserConfiguration())
        }
    }
}
