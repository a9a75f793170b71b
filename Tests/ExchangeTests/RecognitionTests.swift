import Exchange
import Foundation
import Testing

/// What exports of many systems hold, against what is right for them.
struct RecognitionTests {
    private static let sharedCases = ExtractCase.all(
        "shared-exports.tsv",
        folder: URL(filePath: SharedData.folder).deletingLastPathComponent().appending(path: "cases/exports").path())
    private static let ownCases = ExtractCase.all("expected.tsv", folder: ExtractCase.ownFolder)

    @Test("An export of this project's own is read rightly, or asked about", arguments: ownCases)
    func own(_ export: ExtractCase) { check(export) }

    @Test("A real system's export is read rightly, or asked about", arguments: sharedCases)
    func shared(_ export: ExtractCase) { check(export) }

    private func check(_ export: ExtractCase) {
        switch export.outcome() {
        case .right: break
        case .asked(let words): Issue.record("asked: \(words)")
        case .wrong(let words): Issue.record("wrong: \(words)")
        case .silent(let words): Issue.record("SILENTLY WRONG: \(words)")
        }
    }

    @Test("Nothing is wrong without a word; the score of `make recognition`")
    func score() {
        for (name, cases) in [("own", RecognitionTests.ownCases), ("shared", RecognitionTests.sharedCases)]
        where !cases.isEmpty {
            let outcomes = cases.map { $0.outcome() }
            func count(_ isOne: (ExtractCase.Outcome) -> Bool) -> Int { outcomes.count(where: isOne) }
            let right = count { $0 == .right }
            let asked = count { if case .asked = $0 { true } else { false } }
            let wrong = count { if case .wrong = $0 { true } else { false } }
            let silent = count { if case .silent = $0 { true } else { false } }
            print(
                "recognition of \(name): \(cases.count) files, \(right) right, \(asked) asked, \(wrong) wrong, "
                    + "\(silent) silently wrong")
            #expect(silent == 0)
        }
    }
}
