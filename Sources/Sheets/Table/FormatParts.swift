/// The first section of a number format, taken apart: the others are for negative numbers, zero and texts.
struct FormatParts {
    /// What means something: without texts, colours, conditions and gaps, in lower case.
    private(set) var signs: [UInt8] = []
    /// The text before the first digit.
    private(set) var prefix: [UInt8] = []
    /// The text of a cell for the currency that the format shows; nil where it shows none that is known.
    private(set) var currency: [UInt8]?

    init(_ code: Substring.UTF8View) {
        var rest = code
        while let byte = rest.popFirst() {
            switch byte {
            case 0x3B: return
            // `\x`: a letter as it is.
            case 0x5C:
                add(text: rest.prefix(1))
                rest = rest.dropFirst()
            // `_x` and `*x`: a gap as wide, a letter repeated.
            case 0x5F, 0x2A: rest = rest.dropFirst()
            case 0x22:
                let text = rest.prefix { $0 != 0x22 }
                rest = rest.dropFirst(text.count + 1)
                add(text: text)
            case 0x5B:
                let inside = rest.prefix { $0 != 0x5D }
                rest = rest.dropFirst(inside.count + 1)
                add(bracket: inside)
            case 0x24: note("$")
            case 0x41...0x5A: signs.append(byte | 0x20)
            case 0x80...:
                // A sign of money needs no quotes: `€ #,##0.00`.
                let text = [byte] + rest.prefix { $0 & 0xC0 == 0x80 }
                rest = rest.dropFirst(text.count - 1)
                note(String(decoding: text, as: UTF8.self))
                signs += text
            default: signs.append(byte)
            }
        }
    }

    private mutating func add(text: Substring.UTF8View) {
        note(String(text) ?? "")
        if signs.isEmpty { prefix += text }
    }

    private mutating func add(bracket inside: Substring.UTF8View) {
        if inside.first == 0x24 {
            // `[$€-407]`: a currency and the country whose it is.
            let parts = inside.dropFirst().split(separator: 0x2D, maxSplits: 1, omittingEmptySubsequences: false)
            note(parts.first.flatMap { String($0) } ?? "", country: parts.count > 1 ? String(parts[1]) : nil)
            return
        }
        // `[h]`, `[mm]` and `[ss]` count hours, minutes and seconds.
        let letters = Set(inside.map { $0 | 0x20 })
        if letters.count == 1, let letter = letters.first, [0x68, 0x6D, 0x73].contains(letter) {
            signs += [letter] + (letter == 0x6D ? [0x68] : [])
        }
    }

    private mutating func note(_ text: String, country: String? = nil) {
        currency = currency ?? FormatCurrency.text(for: text, country: country).map { Array($0.utf8) }
    }
}
