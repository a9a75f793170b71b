/// Makes scalars of bytes that come one at a time. What isn't UTF-8 becomes U+FFFD, and nothing after it is lost.
struct UTF8Collector {
    private var bytes: [UInt8] = []
    private var wanted = 0

    /// The scalars that are complete with this byte: mostly one or none; two if it cuts another off.
    mutating func add(_ byte: UInt8) -> [Unicode.Scalar] {
        if byte & 0xC0 == 0x80 {
            guard wanted > 0 else { return [SafeText.mark] }
            bytes.append(byte)
            return bytes.count == wanted ? [finish()] : []
        }
        let cutOff: [Unicode.Scalar] = wanted > 0 ? [SafeText.mark] : []
        bytes = []
        wanted = UTF8Collector.length(startingWith: byte)
        switch wanted {
        case 0: return cutOff + [SafeText.mark]
        case 1:
            wanted = 0
            return cutOff + [Unicode.Scalar(byte)]
        default:
            bytes = [byte]
            return cutOff
        }
    }

    private mutating func finish() -> Unicode.Scalar {
        defer {
            bytes = []
            wanted = 0
        }
        let decoded = String(decoding: bytes, as: UTF8.self).unicodeScalars
        // Overlong forms and surrogates decode to several replacements: they are one.
        return decoded.count == 1 ? decoded[decoded.startIndex] : SafeText.mark
    }

    private static func length(startingWith byte: UInt8) -> Int {
        switch byte {
        case ..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }
}
