import Foundation
import Testing

/// SECURITY.md promises nothing that no test holds.
@Suite struct SecurityTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("Each promise of SECURITY.md names its tests, and those are there")
    func namedTests() throws {
        let text = try String(contentsOf: SecurityTests.root.appendingPathComponent("SECURITY.md"), encoding: .utf8)
        let promises = text.components(separatedBy: "\n- ").dropFirst()
        #expect(promises.count >= 8)
        let tests = SecurityTests.root.appendingPathComponent("Tests").path
        let sources = try FileManager.default.subpathsOfDirectory(atPath: tests).filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOfFile: tests + "/" + $0, encoding: .utf8) }
        for promise in promises {
            let named = promise.matches(of: /`(\w+Tests)\.(\w+)`/)
            #expect(!named.isEmpty, "no test: \(promise)")
            for name in named {
                let isThere = sources.contains { source in
                    (source.contains("struct \(name.1)") || source.contains("class \(name.1)"))
                        && source.contains("func \(name.2)(")
                }
                #expect(isThere, "there is no \(name.1).\(name.2)")
            }
        }
    }
}
