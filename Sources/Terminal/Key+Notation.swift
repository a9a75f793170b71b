// Keys as text, both ways: `jj<enter><F8><C-x>`. Writing a key gives what reading it takes.
extension Key {
    /// Names of keys that don't write, the preferred one first.
    private static let names: [(Key, [String])] = [
        (.enter, ["enter", "cr", "return"]), (.escape, ["esc", "escape"]), (.tab, ["tab"]),
        (.backTab, ["S-tab", "backtab"]), (.backspace, ["backspace", "bs"]), (.delete, ["delete", "del"]),
        (.insert, ["insert", "ins"]), (.up, ["up"]), (.down, ["down"]), (.left, ["left"]), (.right, ["right"]),
        (.home, ["home"]), (.end, ["end"]), (.pageUp, ["pageup", "pgup"]), (.pageDown, ["pagedown", "pgdn"]),
        (.wordLeft, ["C-left"]), (.wordRight, ["C-right"]),
        (.character(" "), ["space"]), (.character("<"), ["lt"]), (.character(">"), ["gt"]),
    ]

    /// The keys of a script. `<name>` is a key by name, `<F8>`, `<C-x>` (Ctrl), `<A-x>` or `<M-x>` (Alt);
    /// everything else writes itself, and `<lt>` writes `<`. Names are the same in upper and lower case.
    ///
    /// - Throws: `KeyNotationError` with the column, counted from 1 by Characters.
    public static func parse(_ script: String) throws(KeyNotationError) -> [Key] {
        var keys: [Key] = []
        var rest = script[...]
        var column = 1
        while let character = rest.first {
            guard character == "<" else {
                keys.append(.character(character))
                rest.removeFirst()
                column += 1
                continue
            }
            guard let close = rest.firstIndex(of: ">") else { throw .unclosed(column: column) }
            let name = rest[rest.index(after: rest.startIndex)..<close]
            guard let key = Key(named: name) else { throw .unknown(String(name), column: column) }
            keys.append(key)
            column += name.count + 2
            rest = rest[rest.index(after: close)...]
        }
        return keys
    }

    private init?(named name: Substring) {
        let lower = name.lowercased()
        if let known = Key.names.first(where: { $0.1.contains { $0.lowercased() == lower } }) {
            self = known.0
        } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...24).contains(number) {
            self = .function(number)
        } else if lower.hasPrefix("c-"), let key = Key.single(lower.dropFirst(2)) {
            self = .control(key)
        } else if lower.hasPrefix("a-") || lower.hasPrefix("m-"), let key = Key.single(name.dropFirst(2)) {
            self = .alt(key)
        } else {
            return nil
        }
    }

    /// What stands behind a modifier: one character, or the name of one that can't be written there.
    private static func single(_ text: Substring) -> Character? {
        if text.count == 1 { return text.first }
        guard case .character(let character) = Key(named: text) else { return nil }
        return character
    }
}

extension Key: CustomStringConvertible {
    /// The notation that `parse` reads: `j`, `<F8>`, `<C-x>`.
    public var description: String {
        if let known = Key.names.first(where: { $0.0 == self }) { return "<\(known.1[0])>" }
        switch self {
        case .character(let character): return String(character)
        case .function(let number): return "<F\(number)>"
        case .control(let character): return "<C-\(Key.written(character))>"
        case .alt(let character): return "<A-\(Key.written(character))>"
        default: return "<?>"
        }
    }

    private static func written(_ character: Character) -> String {
        let name = names.first { $0.0 == .character(character) }?.1[0]
        return name ?? String(character)
    }

    /// How a key is named to people, in hints and on the help page: `F8`, `Enter`, `Ctrl-X`, `j`.
    public var label: String {
        switch self {
        case .character(" "): return "Space"
        case .character(let character): return String(character)
        case .function(let number): return "F\(number)"
        case .control(let character): return "Ctrl-" + Key.labelled(character)
        case .alt(let character): return "Alt-" + Key.labelled(character)
        case .escape: return "Esc"
        case .backTab: return "Shift-Tab"
        case .backspace: return "Backspace"
        case .pageUp: return "PageUp"
        case .pageDown: return "PageDown"
        case .wordLeft: return "Ctrl-Left"
        case .wordRight: return "Ctrl-Right"
        default:
            let name = String(describing: self).dropFirst().dropLast()
            return name.prefix(1).uppercased() + name.dropFirst()
        }
    }

    private static func labelled(_ character: Character) -> String {
        character == " " ? "Space" : character.uppercased()
    }
}

/// What is wrong with a key script.
public enum KeyNotationError: Error, Hashable, CustomStringConvertible {
    /// A `<` without its `>`.
    case unclosed(column: Int)
    case unknown(String, column: Int)
}
