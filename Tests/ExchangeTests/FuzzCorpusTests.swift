import Foundation
import ImportChecks
import Testing

/// What the fuzzer starts from and what it once found, asked again of every build; `make fuzz` looks for more.
struct FuzzCorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzz/Corpus").path()

    private static let files: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test func thereIsACorpus() { #expect(FuzzCorpusTests.files.count > 20) }

    @Test("Whatever the bytes, an import gives rows that add up or says why not", arguments: files)
    func replayed(_ file: String) throws {
        let bytes = try Data(contentsOf: URL(filePath: FuzzCorpusTests.folder + "/" + file))
        #expect(try ImportCheck.broken(by: Array(bytes)) == nil)
        // Cut anywhere, a file is another file.
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(try ImportCheck.broken(by: Array(bytes.prefix(length))) == nil, "the first \(length) bytes")
        }
    }

    @Test("The files of real quirks hold it too, under every choice of options", .enabled(if: SharedData.isThere))
    func quirks() throws {
        for quirk in Quirk.all where quirk.file != "94_big_3000_rows.csv" {
            let bytes = try Data(contentsOf: URL(filePath: SharedData.path("quirks/" + quirk.file)))
            for choice in [UInt8(0), 48, 64] {
                #expect(try ImportCheck.broken(by: [choice] + bytes) == nil, "\(quirk.file), \(choice)")
            }
        }
    }
}
