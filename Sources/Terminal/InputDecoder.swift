import CTerminal

/// Makes events of what the terminal sends: bytes of UTF-8, and keys that curses has recognised.
///
/// It knows no terminal, so that every odd sequence is a plain test. A `Tty` feeds it all that has arrived, then
/// calls `endBatch`.
struct InputDecoder {
    /// A byte, or a code of `TerminalKey` from CTerminal.
    typealias Unit = Int32

    private(set) var events: [InputEvent] = []
    private var utf8 = UTF8Collector()
    /// What has been typed but not yet become keys: an accent may still join the letter before it.
    private var typed = String.UnicodeScalarView()
    private var escape = EscapeState.none
    private var pasted: [UInt8]?
    /// How many bytes of the paste came since one that may begin a key.
    private var plainPasted = 0

    private enum EscapeState {
        case none
        /// Esc has come; alone it is a key, together with what follows it may be Alt or a sequence.
        case begun
        /// Inside a sequence that curses made no key of: it doesn't know it, or hasn't seen it. What isn't known is
        /// skipped to its end, rather than typed into a note.
        case sequence(parameters: [UInt8])
        /// One more character belongs to it (`ESC O x`).
        case lastOfSequence
    }

    /// Whether a paste has begun and its end hasn't come yet.
    var isPasting: Bool { pasted != nil }

    /// Whether a paste may be read around curses: enough of it came since the last escape character that curses holds
    /// nothing back to make a key of.
    var mayReadAround: Bool { pasted != nil && plainPasted > InputDecoder.longestKey }

    /// Whether what came last may be a key by itself or the beginning of more: only time tells.
    var mayBeWhole: Bool {
        switch escape {
        case .none: false
        case .begun, .lastOfSequence: true
        case .sequence(let parameters): parameters.isEmpty
        }
    }

    private static let longestKey = 32
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    /// - Parameter resized: the size by now, asked for when the terminal has changed it.
    mutating func feed(_ unit: Unit, resized: () -> Size) {
        switch unit {
        case Int32(TERMINAL_KEY_RESIZED.rawValue):
            settleTyped()
            events.append(.resize(resized()))
        case Int32(TERMINAL_KEY_PASTE_BEGIN.rawValue):
            finishEscape()
            beginPaste()
        case Int32(TERMINAL_KEY_PASTE_END.rawValue):
            endPaste()
        case 0..<256:
            if pasted != nil { return addPasted(UInt8(truncatingIfNeeded: unit)) }
            for scalar in utf8.add(UInt8(truncatingIfNeeded: unit)) { consume(scalar) }
        default:
            // Inside a paste, a recognised key is an escape sequence that somebody has put into the text.
            guard pasted == nil else { return }
            finishEscape()
            if let key = Key(terminalKey: unit) { emit(key) }
        }
    }

    private mutating func addPasted(_ byte: UInt8) {
        pasted?.append(byte)
        plainPasted = byte == 0x1B ? 0 : plainPasted + 1
        // Where curses got the rest of the end marker alone, it made no key of it.
        if let last = InputDecoder.pasteEnd.last, byte == last, let pasted, pasted.ends(with: InputDecoder.pasteEnd) {
            self.pasted?.removeLast(InputDecoder.pasteEnd.count)
            endPaste()
        }
    }

    /// More of a paste, as it was read around curses; its end, and what follows it, may be among it.
    mutating func feedPasted(_ bytes: UnsafeBufferPointer<UInt8>, resized: () -> Size) {
        guard let before = pasted?.count else { return }
        pasted?.append(contentsOf: bytes)
        // The end marker may have begun in the piece before.
        let from = max(0, before - InputDecoder.pasteEnd.count + 1)
        guard let end = pasted?.firstRange(of: InputDecoder.pasteEnd, from: from) else { return }
        let rest = pasted.map { Array($0[end.upperBound...]) } ?? []
        pasted?.removeSubrange(end.lowerBound...)
        endPaste()
        for byte in rest { feed(Unit(byte), resized: resized) }
    }

    /// Nothing more has arrived for now: what could still have grown into something else is final.
    mutating func endBatch() -> [InputEvent] {
        // No key begins like that, so that the rest of it is still on its way.
        if case .sequence(let parameters) = escape, !parameters.isEmpty {} else { finishEscape() }
        settleTyped()
        defer { events = [] }
        return events
    }

    private mutating func beginPaste() {
        settleTyped()
        pasted = []
        plainPasted = 0
    }

    /// Takes a paste as ended although its end marker is missing, so that the keyboard works again.
    mutating func endPaste() {
        guard let text = pasted else { return }
        pasted = nil
        events.append(.paste(PastedText.cleaned(text)))
    }

    private mutating func consume(_ scalar: Unicode.Scalar) {
        switch escape {
        case .none:
            takePlain(scalar)
        case .begun:
            escape = .none
            switch scalar {
            case "[": escape = .sequence(parameters: [])
            case "O": escape = .lastOfSequence
            case "\u{1B}":
                emit(.escape)
                escape = .begun
            case "\u{20}"..."\u{7E}", "\u{A0}"...: emit(.alt(Character(scalar)))
            default:
                emit(.escape)
                takePlain(scalar)
            }
        case .sequence(let parameters):
            escape = .none
            switch scalar {
            case "\u{20}"..."\u{3F}": escape = .sequence(parameters: parameters + [UInt8(ascii: scalar)])
            // It was cut off; what cut it off is a key.
            case ..."\u{1F}": takePlain(scalar)
            default: finish(KeySequence(introducer: "[", parameters: parameters, last: scalar))
            }
        case .lastOfSequence:
            escape = .none
            if scalar < "\u{20}" {
                takePlain(scalar)
            } else {
                finish(KeySequence(introducer: "O", parameters: [], last: scalar))
            }
        }
    }

    private mutating func finish(_ sequence: KeySequence) {
        if sequence.beginsPaste {
            beginPaste()
        } else if let key = sequence.key {
            emit(key)
        }
    }

    private mutating func takePlain(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x1B: escape = .begun
        case 0x0D, 0x0A: emit(.enter)
        case 0x09: emit(.tab)
        case 0x08, 0x7F: emit(.backspace)
        case 0x00: emit(.control(" "))
        case 0x01...0x1A: emit(.control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60)))))
        case 0x1C...0x1F: emit(.control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40)))))
        default: typed.append(scalar)
        }
    }

    private mutating func emit(_ key: Key) {
        settleTyped()
        events.append(.key(key))
    }

    private mutating func settleTyped() {
        guard !typed.isEmpty else { return }
        events += String(typed).map { .key(.character($0)) }
        typed = String.UnicodeScalarView()
    }

    private mutating func finishEscape() {
        if case .begun = escape { emit(.escape) }
        escape = .none
    }
}

extension [UInt8] {
    fileprivate func ends(with wanted: [UInt8]) -> Bool { suffix(wanted.count).elementsEqual(wanted) }

    fileprivate func firstRange(of wanted: [UInt8], from start: Int) -> Range<Int>? {
        var place = start
        while let next = self[place...].firstIndex(of: wanted[0]) {
            guard next + wanted.count <= count else { return nil }
            if self[next..<next + wanted.count].elementsEqual(wanted) { return next..<next + wanted.count }
            place = next + 1
        }
        return nil
    }
}

extension Key {
    /// The key of a code from CTerminal, or nil for one that is of no use.
    fileprivate init?(terminalKey code: Int32) {
        let functions = Int32(TERMINAL_KEY_FUNCTION.rawValue)
        if code > functions, code <= functions + 24 {
            self = .function(Int(code - functions))
            return
        }
        switch TerminalKey(UInt32(code)) {
        case TERMINAL_KEY_UP: self = .up
        case TERMINAL_KEY_DOWN: self = .down
        case TERMINAL_KEY_LEFT: self = .left
        case TERMINAL_KEY_RIGHT: self = .right
        case TERMINAL_KEY_HOME: self = .home
        case TERMINAL_KEY_END: self = .end
        case TERMINAL_KEY_PAGE_UP: self = .pageUp
        case TERMINAL_KEY_PAGE_DOWN: self = .pageDown
        case TERMINAL_KEY_INSERT: self = .insert
        case TERMINAL_KEY_DELETE: self = .delete
        case TERMINAL_KEY_BACKSPACE: self = .backspace
        case TERMINAL_KEY_ENTER: self = .enter
        case TERMINAL_KEY_BACK_TAB: self = .backTab
        case TERMINAL_KEY_WORD_LEFT: self = .wordLeft
        case TERMINAL_KEY_WORD_RIGHT: self = .wordRight
        default: return nil
        }
    }
}
