import Foundation
import Testing
import Workstation

@Suite struct UserGuideTests {
    @Test("The user guide's table of keys is the one that the commands make")
    func keys() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appendingPathComponent("docs/USER-GUIDE.md"), encoding: .utf8)
        let table = KeyList(.standard).markdown.trimmingCharacters(in: .newlines)
        #expect(guide.contains(table), "make it anew with: duly keys --markdown")
    }
}
