import Foundation
import Testing

@testable import Runtime

@Suite struct OutboxTests {
    private func outbox(_ fixture: RuntimeFixture) throws -> Outbox {
        try Outbox(book: fixture.path, path: fixture.folder + "/outbox")
    }

    @Test("A message is in the outbox once its entry is recorded; a stop before that leaves it unsent")
    func settled() throws {
        let fixture = try RuntimeFixture()
        let outbox = try outbox(fixture)
        try outbox.put("words", id: "a")
        try outbox.put("words", id: "b")
        #expect(outbox.unsent().isEmpty)
        try outbox.settle { ids in Set(ids).intersection(["a"]) }
        #expect(outbox.unsent() == ["a"])
        #expect(access(outbox.waitingFile(of: "b"), F_OK) != 0)
        let mode = try FileManager.default.attributesOfItem(atPath: outbox.file(of: "a"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("Of two programs one gets a message; what the mail command refuses comes back")
    func handed() throws {
        let fixture = try RuntimeFixture()
        let outbox = try outbox(fixture)
        try outbox.put("words", id: "a")
        try outbox.release("a")
        #expect(outbox.handOver("a") != nil && outbox.handOver("a") == nil)
        #expect(outbox.isHanded("a") && outbox.unsent() == ["a"])
        outbox.giveBack("a")
        #expect(!outbox.isHanded("a"))
        #expect(try outbox.markSent("a") && !outbox.markSent("a"))
        #expect(outbox.unsent().isEmpty && !outbox.takeBack("a"))
    }

    @Test("An id is no way out of the folder")
    func names() throws {
        let fixture = try RuntimeFixture()
        let outbox = try outbox(fixture)
        try outbox.put("words", id: "../../x")
        #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder).sorted().contains("x.eml") == false)
        #expect(try outbox.release("../../x") == outbox.path + "/x.eml")
    }
}
