import FileStore
import Foundation
import Receivables
import Testing

/// Drafts on disk, whole and damaged.
@Suite final class DraftFolderTests {
    private let folder: DraftFolder

    init() throws { folder = try DraftFolder(NSTemporaryDirectory() + "duly-drafts-" + UUID().uuidString) }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    private func draft(_ id: String = "d-1") -> Draft {
        Draft(
            id: id, account: AccountNumber("C1"), name: "Alder", note: "half a note", cursor: 4,
            callStarted: Instant(milliseconds: 1_790_000_000_000), talked: 61, result: .noAnswer,
            broke: BrokenRules([ContactRule](), because: "they asked for it"), isParked: true, seen: 7)
    }

    private func put(_ bytes: [UInt8], as name: String = "d-1.json") throws {
        try Data(bytes).write(to: URL(filePath: folder.path + "/" + name))
    }

    @Test("What is saved comes back, for its owner alone, and nothing else is left in the folder")
    func saved() throws {
        try folder.save(draft())
        try folder.save(draft("d-2"))
        let contents = folder.contents()
        #expect(Set(contents.drafts) == [draft(), draft("d-2")] && contents.unreadable.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["d-1.json", "d-2.json"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder.file("d-1"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("A link in a draft's place is not written through, and not read")
    func links() throws {
        let precious = folder.path + "/precious"
        try put(Array("precious".utf8), as: "precious")
        try FileManager.default.createSymbolicLink(atPath: folder.file("d-1"), withDestinationPath: precious)
        #expect(folder.contents().unreadable.map(\.reason) == ["it is a link"])
        try folder.save(draft())
        #expect(try String(contentsOfFile: precious, encoding: .utf8) == "precious")
        #expect(folder.contents().drafts == [draft()])
    }

    static let damages: [(String, String, String)] = [
        ("\"talked\":61", "\"talked\":\(Int64.max)", "talked is 9223372036854775807 seconds"),
        ("\"talked\":61", "\"talked\":-1", "talked is -1 seconds"),
        ("\"talked\":61", "\"talked\":\(Int64.min)", "talked is -9223372036854775808 seconds"),
        ("\"talked\":61", "\"talked\":1e300", "it is not a draft, or a part of it is missing"),
        ("\"cursor\":4", "\"cursor\":-4", "the cursor is at -4"),
        ("\"cursor\":4", "\"cursor\":\(Int64.max)", "the cursor is at 9223372036854775807"),
        ("1790000000000", "\(Int64.max)", "the call began at no day of a calendar"),
        ("1790000000000", "\(Int64.min)", "the call began at no day of a calendar"),
        ("\"seen\":7", "\"seen\":-7", "the entry seen is -7"),
        ("\"id\":\"d-1\"", "\"id\":\"d-9\"", "its name is not that of the draft in it"),
        ("\"id\":\"d-1\"", "\"id\":\"\"", "it has no id"),
        ("half a note", "half\u{0}a note", "line 1, column "),
        ("\"note\"", "\"nota\"", "it is not a draft, or a part of it is missing"),
    ]

    @Test("A damaged draft is named with what is wrong, kept as it is, and its text can be read", arguments: damages)
    func damaged(part: String, by other: String, reason: String) throws {
        try folder.save(draft())
        let whole = try String(contentsOfFile: folder.file("d-1"), encoding: .utf8)
        #expect(whole.contains(part))
        let text = whole.replacingOccurrences(of: part, with: other)
        try put(Array(text.utf8))
        let contents = folder.contents()
        #expect(contents.drafts.isEmpty)
        let found = try #require(contents.unreadable.first)
        #expect(
            found.file == folder.file("d-1") && found.reason.hasPrefix(reason) && found.text == text, "\(found.reason)")
        #expect(try String(contentsOfFile: folder.file("d-1"), encoding: .utf8) == text)
    }

    @Test("Whatever bytes are cut, changed or put in, a draft is either read within its limits or named")
    func fuzzed() throws {
        try folder.save(draft())
        let whole = Array(try Data(contentsOf: URL(filePath: folder.file("d-1"))))
        var random = SeededGenerator(seed: 20_261_120)
        for round in 0..<2_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch round % 4 {
                case 0: bytes.removeSubrange(place...)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 2: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
                default: bytes[place] = Array("-0123456789{}[]\",:e.".utf8).randomElement(using: &random) ?? 0x30
                }
            }
            try put(bytes)
            let contents = folder.contents()
            #expect(contents.drafts.count + contents.unreadable.count == 1)
            #expect(contents.drafts.allSatisfy { $0.damage == nil })
        }
    }

    @Test("What a kill left half written goes with the next start; the draft of before stays")
    func leftovers() throws {
        try folder.save(draft())
        try put([], as: "d-1.json.new-4194304-7")
        #expect(try DraftFolder(folder.path).contents().drafts == [draft()])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["d-1.json"])
    }

    @Test("A pipe and a folder among the drafts are named, and nothing waits for them")
    func noFiles() throws {
        mkfifo(folder.file("pipe"), 0o600)
        mkdir(folder.file("folder"), 0o700)
        #expect(
            folder.contents().unreadable.map(\.reason) == ["it is not an ordinary file", "it is not an ordinary file"])
    }
}

/// The same numbers at every run.
private struct SeededGenerator: RandomNumberGenerator {
    var seed: UInt64

    mutating func next() -> UInt64 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (seed >> 33) ^ (seed << 31)
    }
}
