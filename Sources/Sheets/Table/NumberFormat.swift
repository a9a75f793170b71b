/// What a number format makes of a number: ECMA-376 part 1, 18.8.30 and 18.8.31.
enum NumberFormat: Hashable, Sendable {
    case general
    /// A day, perhaps with a time.
    case day
    /// A time of day or a length of time.
    case time
    /// So many digits at least, as `00000` has it.
    case padded(Int)

    /// A format that Excel knows by its number; the rest are in the workbook.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .day
        case 18...21, 32...35, 45...47, 55, 56: self = .time
        default: self = .general
        }
    }

    /// The longest that is looked at; Excel allows 255 letters.
    private static let longest = 1024

    /// - Parameter code: such as `[$-407]dd/mm/yyyy;@` or `"K" 00000`.
    init(code: String) {
        let code = code.utf8.prefix(NumberFormat.longest)
        let signs = NumberFormat.signs(code)
        switch String(code)?.lowercased() {
        case "general date", "short date", "medium date", "long date": self = .day
        case "short time", "medium time", "long time": self = .time
        default: self = NumberFormat(signs: signs)
        }
    }

    private init(signs: [UInt8]) {
        self = .general
        if signs.starts(with: "general".utf8) || signs.starts(with: "standard".utf8) { return }
        if !signs.isEmpty, signs.allSatisfy({ $0 == 0x30 }) {
            // `0` is a whole number; one that is padded is a number of something.
            if signs.count > 1 { self = .padded(signs.count) }
            return
        }
        func has(_ letters: String) -> Bool { letters.utf8.contains { signs.contains($0) } }
        // Digits stand in a date only behind the point of its seconds.
        guard !has("#?@"), !NumberFormat.hasDigits(signs) else { return }
        if has("ydeg") {
            self = .day
        } else if has("hs") {
            self = .time
        } else if has("m") {
            self = .day
        }
    }

    private static func hasDigits(_ signs: [UInt8]) -> Bool {
        guard let zero = signs.firstIndex(of: 0x30) else { return false }
        return zero == 0 || signs[zero - 1] != 0x2E || !signs[..<zero].contains(0x73)
    }

    /// The signs of the first section that mean something: without texts, colours, conditions and gaps, in lower case.
    private static func signs(_ code: Substring.UTF8View) -> [UInt8] {
        var signs: [UInt8] = []
        var rest = code
        while let byte = rest.popFirst() {
            switch byte {
            case 0x3B: return signs
            // `\x`, `_x` and `*x`: a letter as it is, a gap as wide, a letter repeated.
            case 0x5C, 0x5F, 0x2A: rest = rest.dropFirst()
            case 0x22: rest = rest.drop { $0 != 0x22 }.dropFirst()
            case 0x5B:
                let inside = rest.prefix { $0 != 0x5D }
                rest = rest.dropFirst(inside.count + 1)
                // `[h]`, `[mm]` and `[ss]` count hours, minutes and seconds.
                let letters = Set(inside.map { $0 | 0x20 })
                if letters.count == 1, let letter = letters.first, [0x68, 0x6D, 0x73].contains(letter) {
                    signs += [letter] + (letter == 0x6D ? [0x68] : [])
                }
            case 0x41...0x5A: signs.append(byte | 0x20)
            default: signs.append(byte)
            }
        }
        return signs
    }
}
