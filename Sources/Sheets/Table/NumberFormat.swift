/// What a number format makes of a number: ECMA-376 part 1, 18.8.30 and 18.8.31.
enum NumberFormat: Hashable, Sendable {
    case general
    /// A day, perhaps with a time.
    case day
    /// A time of day or a length of time.
    case time
    /// So many digits at least behind a text, as `"D"00000` has it.
    case padded(Int, after: [UInt8])
    /// Money; the text says which, as a cell would: `EUR`, or the sign that several currencies share.
    case money([UInt8])
    /// Hundredths: 0.05 is shown as 5 %.
    case percent

    /// A format that Excel knows by its number; the rest are in the workbook. Those of money show the
    /// reader's own currency, which tells nothing.
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
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
        switch String(code)?.lowercased() {
        case "general date", "short date", "medium date", "long date": self = .day
        case "short time", "medium time", "long time": self = .time
        case "percent": self = .percent
        case "euro currency": self = .money(Array("EUR".utf8))
        default: self = NumberFormat(FormatParts(code))
        }
    }

    private init(_ parts: FormatParts) {
        let signs = parts.signs
        self = .general
        if signs.starts(with: "general".utf8) || signs.starts(with: "standard".utf8) { return }
        if let money = parts.currency {
            self = .money(money)
            return
        }
        if !signs.isEmpty, signs.allSatisfy({ $0 == 0x30 }) {
            // `0` is a whole number; one that is padded, or begins with a text, is a number of something.
            if signs.count > 1 || !parts.prefix.isEmpty { self = .padded(signs.count, after: parts.prefix) }
            return
        }
        if signs.last == 0x25, signs.dropLast().allSatisfy({ [0x30, 0x2E, 0x23].contains($0) }) {
            self = .percent
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
}
