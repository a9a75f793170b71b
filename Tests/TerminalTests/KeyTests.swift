import Testing

@testable import Terminal

@Suite("Keys as text")
struct KeyTests {
    @Test(
        "A script is read key by key",
        arguments: [
            ("", []), ("jj<enter>", [Key.character("j"), .character("j"), .enter]),
            ("<F8>n", [.function(8), .character("n")]), ("<C-x><A-x><M-X>", [.control("x"), .alt("x"), .alt("X")]),
            ("<esc>/<lt>", [.escape, .character("/"), .character("<")]),
            ("a>b", [.character("a"), .character(">"), .character("b")]),
            ("<S-Tab><BS><PgDn>", [.backTab, .backspace, .pageDown]), ("<C-left><c-RIGHT>", [.wordLeft, .wordRight]),
            ("e\u{301}漢", [.character("e\u{301}"), .character("漢")]), ("<C-space>", [.control(" ")]),
        ])
    func parsing(script: String, keys: [Key]) throws {
        #expect(try Key.parse(script) == keys)
    }

    @Test("What is written is what is read")
    func roundTrip() throws {
        let keys: [Key] = [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .wordLeft, .wordRight, .function(1), .function(12), .control("a"), .control("_"),
            .control(" "), .alt("x"), .alt("<"), .alt(">"), .character(" "), .character("<"), .character(">"),
            .character("é"),
        ]
        for key in keys { #expect(try Key.parse(key.description) == [key]) }
        #expect(try Key.parse(keys.map(\.description).joined()) == keys)
    }

    @Test(
        "A script that can't be read says where",
        arguments: [
            ("jj<ent", KeyNotationError.unclosed(column: 3)), ("é<entre>", .unknown("entre", column: 2)),
            ("<enter><F99>", .unknown("F99", column: 8)), ("<>", .unknown("", column: 1)),
        ])
    func errors(script: String, error: KeyNotationError) {
        #expect(throws: error) { try Key.parse(script) }
    }

    @Test(
        "People read another name than scripts do",
        arguments: [
            (Key.function(8), "F8"), (.control("x"), "Ctrl-X"), (.enter, "Enter"), (.character("j"), "j"),
            (.delete, "Delete"),
            (.character(" "), "Space"), (.up, "Up"), (.escape, "Esc"),
        ])
    func labels(key: Key, label: String) {
        #expect(key.label == label)
    }
}
