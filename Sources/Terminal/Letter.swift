/// A Character of a text being edited, with what wrapping asks about it again and again.
struct Letter: Equatable, Sendable {
    enum Kind: Sendable {
        case newline, blank, wordPart, other
    }

    let character: Character
    let kind: Kind
    /// Cells when drawn on its own.
    let cells: UInt8

    init(_ character: Character) {
        self.character = character
        // Most of what is typed; asking Unicode about it would cost a microsecond a letter.
        if let ascii = character.asciiValue, ascii != 0x0A, ascii != 0x0D, ascii >= 0x20 {
            let isAlphanumeric = (0x30...0x39).contains(ascii) || (0x41...0x5A).contains(ascii & ~0x20)
            kind = ascii == 0x20 ? .blank : isAlphanumeric ? .wordPart : .other
            cells = 1
        } else if character.isNewline {
            kind = .newline
            cells = 0
        } else {
            kind = character.isWhitespace ? .blank : character.isLetter || character.isNumber ? .wordPart : .other
            cells = UInt8(min(CellWidth.of(character), 255))
        }
    }
}

extension [Letter] {
    /// Where the word left of an offset begins: blanks and signs are skipped, then the word itself.
    func wordStart(before offset: Int) -> Int {
        var at = offset
        while at > 0, self[at - 1].kind != .wordPart { at -= 1 }
        while at > 0, self[at - 1].kind == .wordPart { at -= 1 }
        return at
    }

    /// Where the word right of an offset ends.
    func wordEnd(after offset: Int) -> Int {
        var at = offset
        while at < count, self[at].kind != .wordPart { at += 1 }
        while at < count, self[at].kind == .wordPart { at += 1 }
        return at
    }

    func lineStart(at offset: Int) -> Int {
        var at = offset
        while at > 0, self[at - 1].kind != .newline { at -= 1 }
        return at
    }

    func lineEnd(at offset: Int) -> Int {
        var at = offset
        while at < count, self[at].kind != .newline { at += 1 }
        return at
    }
}
