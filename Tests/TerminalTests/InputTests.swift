import CTerminal
import Testing

@testable import Terminal

@Suite("Input from a terminal")
struct InputTests {
    /// What a batch of bytes becomes.
    private func events(_ batches: [UInt8]...) -> [InputEvent] {
        var decoder = InputDecoder()
        return batches.flatMap { batch in
            for byte in batch { decoder.feed(Int32(byte), resized: { Size(columns: 1, rows: 1) }) }
            return decoder.endBatch()
        }
    }

    private func keys(_ text: String) -> [InputEvent] { events(Array(text.utf8)) }

    private static let pasteBegin = Int32(TERMINAL_KEY_PASTE_BEGIN.rawValue)
    private static let pasteEnd = Int32(TERMINAL_KEY_PASTE_END.rawValue)

    @Test(
        "Bytes become keys",
        arguments: [
            ("aé漢", "aé漢"), ("\r\n\t", "<enter><enter><tab>"), ("\u{7F}\u{8}", "<backspace><backspace>"),
            ("\u{1}\u{1A}", "<C-a><C-z>"),
            ("\0\u{1F}", "<C-space><C-_>"), ("\u{1B}", "<esc>"), ("\u{1B}\u{1B}", "<esc><esc>"), ("\u{1B}x", "<A-x>"),
            ("\u{1B}\r", "<esc><enter>"),
        ])
    func bytes(text: String, script: String) throws {
        #expect(keys(text) == (try Key.parse(script)).map(InputEvent.key))
    }

    @Test(
        "A sequence nobody knows is skipped, not typed into a note",
        arguments: [
            "\u{1B}[99;5u", "\u{1B}[?1;2c", "\u{1B}Ox", "\u{1B}[<0;10;10M",
        ])
    func unknownSequence(sequence: String) {
        #expect(keys(sequence + "j") == [.key(.character("j"))])
    }

    @Test("The rest of a sequence that comes later is not typed into a note either")
    func lateSequence() {
        #expect(events(Array("\u{1B}[99".utf8), Array(";5uj".utf8)) == [.key(.character("j"))])
    }

    @Test("What cuts a sequence off is a key")
    func cutSequence() {
        #expect(keys("\u{1B}[9\rj") == [.key(.enter), .key(.character("j"))])
        #expect(keys("\u{1B}[9\u{1B}[Aj") == [.key(.up), .key(.character("j"))])
        #expect(keys("\u{1B}O\rj") == [.key(.enter), .key(.character("j"))])
    }

    @Test("A paste right behind a long one is a paste, and keys behind it are keys")
    func secondPaste() {
        var decoder = InputDecoder()
        let size = { Size(columns: 1, rows: 1) }
        decoder.feed(Self.pasteBegin, resized: size)
        let bytes = Array("first\u{1B}[201~\u{1B}[200~q second\u{1B}[201~\u{1B}[Aj".utf8)
        bytes.withUnsafeBufferPointer { decoder.feedPasted($0, resized: size) }
        let events = decoder.endBatch()
        #expect(events == [.paste("first"), .paste("q second"), .key(.up), .key(.character("j"))])
    }

    @Test("An accent that comes with its letter is one key")
    func accent() {
        #expect(keys("e\u{301}x") == [.key(.character("e\u{301}")), .key(.character("x"))])
    }

    @Test("What isn't UTF-8 becomes a mark, and nothing after it is lost")
    func invalid() {
        let mark = InputEvent.key(.character("\u{FFFD}"))
        #expect(events([0xFF, 0x61]) == [mark, .key(.character("a"))])
        #expect(events([0xC3, 0x61]) == [mark, .key(.character("a"))])
        #expect(events([0xE0, 0x80, 0x80, 0x61]) == [mark, .key(.character("a"))])
        #expect(events([0xC3], [0xA9]) == [.key(.character("é"))])
    }

    @Test("A paste is one event, even in pieces, and holds no commands")
    func paste() {
        var decoder = InputDecoder()
        let size = { Size(columns: 1, rows: 1) }
        decoder.feed(Self.pasteBegin, resized: size)
        for byte in "one\r\ntwo\r".utf8 { decoder.feed(Int32(byte), resized: size) }
        let beforeEnd = decoder.endBatch()
        #expect(beforeEnd == [])
        #expect(decoder.isPasting)
        for byte in "q\u{1B}".utf8 { decoder.feed(Int32(byte), resized: size) }
        decoder.feed(Int32(TERMINAL_KEY_UP.rawValue), resized: size)
        decoder.feed(Self.pasteEnd, resized: size)
        decoder.feed(Int32(UInt8(ascii: "j")), resized: size)
        let withEnd = decoder.endBatch()
        #expect(withEnd == [.paste("one\ntwo\nq\u{1B}"), .key(.character("j"))])
    }

    @Test("A long paste is read in large pieces: its end is found wherever a piece ends, and what follows are keys")
    func longPaste() {
        let size = { Size(columns: 1, rows: 1) }
        let text = String(repeating: "long ", count: 20)
        let bytes = Array((text + "\r\nline\u{1B}[201~j").utf8)
        for cut in text.utf8.count...bytes.count {
            var decoder = InputDecoder()
            decoder.feed(Self.pasteBegin, resized: size)
            for byte in bytes[..<40] { decoder.feed(Int32(byte), resized: size) }
            #expect(decoder.mayReadAround)
            bytes[40..<cut].withUnsafeBufferPointer { decoder.feedPasted($0, resized: size) }
            // The rest comes through curses, which has not seen the beginning of the end marker.
            for byte in bytes[cut...] { decoder.feed(Int32(byte), resized: size) }
            let events = decoder.endBatch()
            #expect(events == [.paste(text + "\nline"), .key(.character("j"))], "cut at \(cut)")
        }
    }

    @Test("After an escape character a paste goes through curses, which may hold a part of a key back")
    func escapeInPaste() {
        var decoder = InputDecoder()
        let size = { Size(columns: 1, rows: 1) }
        decoder.feed(Self.pasteBegin, resized: size)
        for byte in String(repeating: "x", count: 100).utf8 { decoder.feed(Int32(byte), resized: size) }
        decoder.feed(0x1B, resized: size)
        #expect(!decoder.mayReadAround)
    }

    @Test("Random bytes, however they are cut, are events and no crash")
    func randomBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var state = seed
        let size = { Size(columns: 80, rows: 24) }
        let codes = [
            Self.pasteBegin, Self.pasteEnd, 0x1B, 0x5B, 0x7E, Int32(TERMINAL_KEY_UP.rawValue),
            Int32(TERMINAL_KEY_RESIZED.rawValue),
        ]
        var decoder = InputDecoder()
        for _ in 0..<200_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let drawn = Int(state >> 33)
            if drawn % 11 == 0 {
                decoder.feed(codes[drawn / 11 % codes.count], resized: size)
            } else {
                decoder.feed(Int32(drawn % 256), resized: size)
            }
            if drawn % 97 == 0, decoder.mayReadAround {
                let piece = (0..<40).map { UInt8(truncatingIfNeeded: drawn >> ($0 % 24)) }
                piece.withUnsafeBufferPointer { decoder.feedPasted($0, resized: size) }
            }
            if drawn % 53 == 0 { _ = decoder.endBatch() }
        }
        decoder.endPaste()
        _ = decoder.endBatch()
        #expect(!decoder.isPasting, "seed \(seed)")
    }

    @Test("A paste whose end is lost gives the keyboard back")
    func lostEnd() {
        var decoder = InputDecoder()
        decoder.feed(Self.pasteBegin) { Size(columns: 1, rows: 1) }
        decoder.feed(Int32(UInt8(ascii: "x"))) { Size(columns: 1, rows: 1) }
        decoder.endPaste()
        let events = decoder.endBatch()
        #expect(events == [.paste("x")])
        #expect(!decoder.isPasting)
    }

    @Test("A new size comes between the keys before and after it")
    func resize() {
        var decoder = InputDecoder()
        let size = Size(columns: 100, rows: 30)
        for unit in [
            Int32(UInt8(ascii: "a")), Int32(TERMINAL_KEY_RESIZED.rawValue), Int32(TERMINAL_KEY_FUNCTION.rawValue) + 8,
        ] {
            decoder.feed(unit, resized: { size })
        }
        let events = decoder.endBatch()
        #expect(events == [.key(.character("a")), .resize(size), .key(.function(8))])
    }

    @Test(
        "Text for the clipboard is wrapped up as terminals expect it",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("€", "4oKs"),
        ])
    func clipboard(text: String, encoded: String) {
        #expect(Clipboard.sequence(for: text) == Array("\u{1B}]52;c;\(encoded)\u{7}".utf8))
        #expect(Clipboard.sequence(for: String(repeating: "x", count: 60_000)) == nil)
    }
}
