import FileStore
import Foundation
import Receivables
import Terminal
import Testing

@testable import Runtime

@Suite struct DraftKeeperTests {
    private func draft(_ text: String, id: String = "d1") -> Draft {
        Draft(id: id, account: AccountNumber("A1"), name: "Acme", note: text)
    }

    @Test("A draft is on disk within 250 ms of the first key, as it was last typed")
    func saved() throws {
        let fixture = try RuntimeFixture()
        let keeper = DraftKeeper(try DraftFolder(fixture.folder + "/drafts"))
        let before = MonotonicClock.now
        keeper.put(draft("first"))
        let due = try #require(keeper.deadline)
        #expect(due > before && due <= MonotonicClock.now + 250_000_000)
        keeper.put(draft("second"))
        #expect(keeper.deadline == due)
        #expect(keeper.work(before).isEmpty)
        guard case .saved(let id) = try #require(keeper.work(due).first) else { return #expect(Bool(false)) }
        #expect(id == "d1" && keeper.deadline == nil)
        #expect(keeper.contents().drafts.map(\.note) == ["second"])
    }

    @Test("A draft that can't be written is said so and tried again; one that is deleted isn't written")
    func failing() throws {
        let fixture = try RuntimeFixture()
        let folder = fixture.folder + "/drafts"
        let keeper = DraftKeeper(try DraftFolder(folder))
        try FileManager.default.removeItem(atPath: folder)
        keeper.put(draft("typed"))
        guard case .failed(_, let sentence) = try #require(keeper.work(nil).first) else { return #expect(Bool(false)) }
        #expect(!sentence.isEmpty && keeper.deadline != nil)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(keeper.work(nil).count == 1)
        #expect(keeper.contents().drafts.map(\.note) == ["typed"])
        keeper.put(draft("more"))
        keeper.delete("d1")
        #expect(keeper.work(nil).isEmpty && keeper.contents().drafts.isEmpty)
    }
}
