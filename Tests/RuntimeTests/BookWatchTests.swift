import FileStore
import Foundation
import Receivables
import Testing

@testable import Runtime

@Suite struct BookWatchTests {
    private func isReady(_ descriptor: Int32) -> Bool {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wait, 1, 1_000) == 1
    }

    @Test("What another program commits is seen once; what we commit is not")
    func commits() throws {
        let fixture = try RuntimeFixture()
        let watch = try #require(BookWatch(fixture.book))
        _ = try fixture.book.record([fixture.note("ours", id: "a")], seen: nil)
        #expect(!watch.hasChanged())
        let other = try FileBook(opening: fixture.path)
        _ = try other.record([fixture.note("theirs", id: "b")], seen: nil)
        #expect(isReady(watch.descriptor))
        #expect(watch.hasChanged())
        #expect(!watch.hasChanged() && !watch.hasLostItsBook())
    }

    @Test("A book that is moved away is missed, and that is said once")
    func moved() throws {
        let fixture = try RuntimeFixture()
        let watch = try #require(BookWatch(fixture.book))
        try FileManager.default.moveItem(atPath: fixture.path, toPath: fixture.folder + "/other.duly")
        #expect(isReady(watch.descriptor))
        _ = watch.hasChanged()
        #expect(watch.hasLostItsBook() && !watch.hasLostItsBook())
    }
}
