/// `_x000D_` in texts of workbooks stands for a sign that XML doesn't hold: ECMA-376 part 1, 22.9.2.19.
enum EscapedText {
    /// Puts the signs themselves in their places.
    ///
    /// - Parameter start: where the text begins in the bytes.
    static func decode(_ text: inout [UInt8], from start: Int) {
        guard let first = text[start...].firstIndex(of: 0x5F), isEscape(text, first) || hasEscape(text, first) else {
            return
        }
        var decoded: [UInt8] = []
        var place = start
        while place < text.count {
            if isEscape(text, place), let scalar = scalar(text, place) {
                decoded += Unicode.UTF8.encode(scalar).map(Array.init) ?? []
                place += 7
            } else {
                decoded.append(text[place])
                place += 1
            }
        }
        text.replaceSubrange(start..., with: decoded)
    }

    private static func hasEscape(_ text: [UInt8], _ start: Int) -> Bool {
        text.indices[start...].contains { isEscape(text, $0) }
    }

    /// `_xHHHH_`
    private static func isEscape(_ text: [UInt8], _ place: Int) -> Bool {
        text[place] == 0x5F && place + 7 <= text.count && text[place + 1] == 0x78 && text[place + 6] == 0x5F
            && scalar(text, place) != nil
    }

    private static func scalar(_ text: [UInt8], _ place: Int) -> Unicode.Scalar? {
        let digits = text[(place + 2)..<(place + 6)]
        // `Int` would take a sign.
        guard digits.allSatisfy({ $0 &- 0x30 <= 9 || ($0 | 0x20) &- 0x61 <= 5 }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    }
}
