@testable import Terminal

/// What holds for any bytes from a terminal: however they are split on the way, they are the same keys, and none acts
/// on a text so that it can't be taken back.
public enum KeyCheck {
    /// - Parameter bytes: as a terminal sends them; the first ones of a long input are split everywhere.
    /// - Returns: what does not hold, or nil.
    public static func broken(by bytes: [UInt8]) -> String? {
        let whole = read([bytes[...]])
        for split in 1..<max(1, min(bytes.count, 120)) {
            // Esc alone is a key; only time tells it from the beginning of something longer.
            guard !isOpen(bytes[..<split]) else { continue }
            let parts = read([bytes[..<split], bytes[split...]])
            if parts != whole { return "split after \(split) bytes, other keys: \(parts) for \(whole)" }
            let pieces = readPasted(bytes, from: split)
            if pieces != whole { return "read around curses after \(split) bytes, other keys: \(pieces) for \(whole)" }
        }
        if !bytes.contains(0x1B), let broken = brokenText(bytes, whole) { return broken }
        return brokenEditor(whole)
    }

    private static func read(_ batches: [ArraySlice<UInt8>]) -> [InputEvent] {
        var decoder = InputDecoder()
        var events: [InputEvent] = []
        for batch in batches {
            for byte in batch { decoder.feed(InputDecoder.Unit(byte), resized: { size }) }
            events += decoder.endBatch()
        }
        decoder.endPaste()
        return merged(events + decoder.endBatch())
    }

    /// The same, with what comes after a place read in one piece if a paste is going on there.
    private static func readPasted(_ bytes: [UInt8], from place: Int) -> [InputEvent] {
        var decoder = InputDecoder()
        for byte in bytes[..<place] { decoder.feed(InputDecoder.Unit(byte), resized: { size }) }
        if decoder.isPasting {
            bytes[place...].withUnsafeBufferPointer { decoder.feedPasted($0, resized: { size }) }
        } else {
            for byte in bytes[place...] { decoder.feed(InputDecoder.Unit(byte), resized: { size }) }
        }
        decoder.endPaste()
        return merged(decoder.endBatch())
    }

    private static let size = Size(columns: 80, rows: 24)

    private static func isOpen(_ bytes: ArraySlice<UInt8>) -> Bool {
        var decoder = InputDecoder()
        for byte in bytes { decoder.feed(InputDecoder.Unit(byte), resized: { size }) }
        return decoder.mayBeWhole
    }

    /// With the letters that were typed as one text: an accent that comes later joins its letter there.
    private static func merged(_ events: [InputEvent]) -> [InputEvent] {
        var merged: [InputEvent] = []
        var typed = ""
        func settle() {
            if !typed.isEmpty { merged.append(.paste("typed: " + typed)) }
            typed = ""
        }
        for event in events {
            if case .key(.character(let character)) = event {
                typed.append(character)
            } else {
                settle()
                merged.append(event)
            }
        }
        settle()
        return merged
    }

    /// Without escape characters what is typed is what was sent, if it is UTF-8.
    private static func brokenText(_ bytes: [UInt8], _ events: [InputEvent]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard Array(text.utf8) == bytes else { return nil }
        let typed = events.compactMap {
            if case .paste(let text) = $0 { String(text.unicodeScalars.dropFirst(7)) } else { nil }
        }
        let sent = text.unicodeScalars.split { $0.value < 0x20 || $0.value == 0x7F }.map(String.init)
        return typed == sent ? nil : "typed \(typed) for \(sent)"
    }

    /// An editor takes whatever comes, and takes it back.
    private static func brokenEditor(_ events: [InputEvent]) -> String? {
        var editor = TextEditor("one two\nthree")
        var field = LineEditor("one two")
        for event in events {
            switch event {
            case .key(let key):
                _ = editor.handle(key, in: size)
                _ = field.handle(key)
            case .paste(let text):
                editor.paste(text)
                field.paste(text)
            case .resize: break
            }
            guard (0...editor.count).contains(editor.cursor) else { return "the cursor is outside the text" }
            if field.text.contains(where: \.isNewline) { return "a field of two lines" }
        }
        _ = field.visible(columns: 20)
        while editor.undo() {}
        if editor.text != "one two\nthree" { return "what was typed can't be taken back: \(editor.text)" }
        return nil
    }
}
