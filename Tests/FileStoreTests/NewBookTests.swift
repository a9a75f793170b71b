import FileStore
import Foundation
import Receivables
import Testing

/// A new book is there whole or not at all.
@Suite("A new book")
struct NewBookTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "duly-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] }

    private func make(_ name: String = "book.duly") throws -> FileBook {
        try FileBook(creating: folder + "/" + name, rules: Rules(base: .usd), id: "test")
    }

    @Test("It takes its place when it is whole, for its owner alone, and leaves nothing beside itself")
    func whole() throws {
        let book = try make()
        try book.close()
        #expect(names == ["book.duly"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/book.duly")[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("What is in its place stays, be it a book, another file or a link that leads nowhere")
    func taken() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/book.duly"))
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/link.duly", withDestinationPath: folder + "/nowhere")
        for name in ["book.duly", "link.duly"] {
            #expect(throws: BookError.alreadyExists(path: folder + "/" + name)) { try make(name) }
        }
        #expect(names == ["book.duly", "link.duly"])
        #expect(try String(contentsOfFile: folder + "/book.duly", encoding: .utf8) == "mine")
    }

    @Test("What somebody left who was killed while making it goes away; what another makes at this moment stays")
    func leftovers() throws {
        let ended = Process()
        ended.executableURL = URL(fileURLWithPath: "/bin/true")
        try ended.run()
        ended.waitUntilExit()
        let left = ["book.duly.new-\(ended.processIdentifier)", "book.duly.new-\(ended.processIdentifier)-wal"]
        // The first of all processes lives as long as the machine does.
        for name in left + ["book.duly.new-1", "book.duly.newest"] {
            try Data().write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        try make().close()
        #expect(names == ["book.duly", "book.duly.new-1", "book.duly.newest"])
    }

    @Test("Where it can't be made, the error names its own place, and nothing is left")
    func impossible() throws {
        #expect(
            throws: BookError.cannotCreate(path: folder + "/none/book.duly", why: "there is no folder \(folder)/none")
        ) {
            try make("none/book.duly")
        }
        #expect(names.isEmpty)
    }
}
