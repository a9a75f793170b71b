import Foundation
import Settings
import Testing
import WordChecks

/// What the fuzzer of typed words and of users' files starts from, asked again of every build.
struct WordCorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzz/WordCorpus").path()

    private static let files: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test(
        "A table without a name, or a list that a brace closes, is refused with its place, not by an abort",
        arguments: [
            ("[!]", 1, 2), ("x = 1\n[[ . ]]", 2, 4), ("[.a]\nb = 1", 1, 2), ("a = \"\"\"\n[!]\n\"\"\"\n[,]", 4, 2),
            ("[{]", 1, 2), ("a = 1\r\n[!]\r\n", 2, 2), ("[é]", 1, 2), ("[[é]]\nb = 1", 1, 3), ("[\na = 1", 1, 2),
            ("[\r\na = 1", 1, 2), ("a = \"\u{301}\"\n[!]", 2, 2),
            ("a = [}", 1, 6), ("a = [\n  [ }]", 2, 5), ("a = {b = [}]}", 1, 11),
        ])
    func headers(text: String, line: Int, column: Int) {
        let error = #expect(throws: SettingsError.self) { try UserSettings.read(text, file: "config.toml") }
        #expect(error?.line == line && error?.mistakes.first?.column == column)
    }

    @Test func thereIsACorpus() { #expect(WordCorpusTests.files.count > 12) }

    @Test("Whatever the bytes, words and files are understood or refused in words", arguments: files)
    func replayed(_ file: String) throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: WordCorpusTests.folder + "/" + file)))
        #expect(WordCheck.broken(by: bytes) == nil)
        for length in stride(from: 1, to: bytes.count, by: 5) {
            #expect(WordCheck.broken(by: Array(bytes.prefix(length))) == nil, "the first \(length) bytes")
        }
        // Each as if it were of another kind.
        for kind in UInt8(0)...5 { #expect(WordCheck.broken(by: [kind] + bytes.dropFirst()) == nil, "as kind \(kind)") }
    }
}
