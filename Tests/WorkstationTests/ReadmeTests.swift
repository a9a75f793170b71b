import Foundation
import Testing
import Workstation

@Suite struct ReadmeTests {
    @Test("The README's table of keys is the one that the commands make")
    func keys() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let table = KeyList(.standard).markdown.trimmingCharacters(in: .newlines)
        #expect(readme.contains(table), "make it anew with: duly keys --markdown")
    }
}
