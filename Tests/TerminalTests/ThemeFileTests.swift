import Glibc
import Testing

@testable import Terminal

/// The themes that ship, read without a TOML library: one entry a line.
@Suite("Theme files")
struct ThemeFileTests {
    private static let names = ["dark", "light", "high-contrast", "colour-blind", "mono", "ascii"]

    @Test("Every theme that ships names every style, with a mark for every meaning", arguments: names)
    func complete(name: String) throws {
        let (entries, glyphs) = Self.parts(of: try Self.contents(name))
        #expect(Set(entries.keys) == Set(Style.allCases.map(\.name)))
        let theme = try Theme(name: name, entries: entries, glyphs: glyphs)
        for style: Style in [.selected, .overdue, .soon, .good, .promised, .disputed, .structured, .alert] {
            #expect(!theme[style].mark.isEmpty, "\(style.name) has no mark")
        }
    }

    @Test("The ASCII theme draws nothing but ASCII")
    func ascii() throws {
        let (entries, glyphs) = Self.parts(of: try Self.contents("ascii"))
        let theme = try Theme(name: "ascii", entries: entries, glyphs: glyphs)
        #expect(theme.glyphs == .ascii)
        #expect(Style.allCases.allSatisfy { theme[$0].mark.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test("The monochrome theme names no colour")
    func mono() throws {
        let (entries, _) = Self.parts(of: try Self.contents("mono"))
        let theme = try Theme(name: "mono", entries: entries)
        #expect(
            theme
                == {
                    var same = theme.withoutColours; same.name = "mono"; return same
                }())
    }

    private struct Unreadable: Error {}

    private static func contents(_ name: String) throws -> String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        guard let file = fopen("/\(root)/themes/\(name).toml", "r") else { throw Unreadable() }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private static func parts(of text: String) -> ([String: ThemeEntry], [String: String]) {
        var entries: [String: ThemeEntry] = [:]
        var glyphs: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("[") {
            let key = String(line.prefix { $0 != " " })
            // What stands between quotes: the values, in order.
            let values = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            if line.contains("{") {
                entries[key] = ThemeEntry(style: values.first, mark: values.count > 1 ? values[1] : nil)
            } else {
                glyphs[key] = values.first
            }
        }
        return (entries, glyphs)
    }
}
