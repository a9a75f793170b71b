/// Takes HTML apart into tags and text, block by block, and stumbles over nothing: what browsers forgive is forgiven.
struct HTMLTokens {
    enum Token {
        /// A tag's name in lower case, `/` before it for an end, and all that stands between its brackets.
        case tag(String, [UInt8])
        case text(UInt8)
    }

    private enum State {
        case text
        /// A `<` may begin a tag.
        case opened
        case tag
        case quoted(UInt8)
        case comment
        /// Up to an end tag of this name nothing is text: a script.
        case raw([UInt8])
    }

    private var state = State.text
    private var tag: [UInt8] = []
    /// How much of what ends a comment or a script was met.
    private var matched = 0

    /// Of a longer tag only the start is looked at.
    private static let longestTag = 4096
    private static let commentEnd = Array("-->".utf8)

    mutating func feed(_ block: UnsafeBufferPointer<UInt8>, _ take: (Token) throws -> Void) rethrows {
        for byte in block { try feed(byte, take) }
    }

    @inline(__always)
    private mutating func feed(_ byte: UInt8, _ take: (Token) throws -> Void) rethrows {
        switch state {
        case .text:
            if byte == 0x3C { state = .opened } else { try take(.text(byte)) }
        case .opened: try open(byte, take)
        case .tag:
            if byte == 0x3E { return try close(take) }
            if byte == 0x22 || byte == 0x27, tag.last(where: { $0 > 0x20 }) == 0x3D { state = .quoted(byte) }
            append(byte)
            if tag.elementsEqual("!--".utf8) { (state, matched) = (.comment, 0) }
        case .quoted(let quote):
            if byte == quote { state = .tag }
            append(byte)
        case .comment:
            // `--->` ends one as well.
            if byte == 0x2D, matched == 2 { return }
            matched = byte == HTMLTokens.commentEnd[matched] ? matched + 1 : byte == 0x2D ? 1 : 0
            if matched == 3 { state = .text }
        case .raw(let end):
            matched = (byte | (matched > 1 ? 0x20 : 0)) == end[matched] ? matched + 1 : byte == 0x3C ? 1 : 0
            if matched == end.count {
                tag = Array(end.dropFirst())
                state = .tag
            }
        }
    }

    private mutating func open(_ byte: UInt8, _ take: (Token) throws -> Void) rethrows {
        let isLetter = (0x61...0x7A).contains(byte | 0x20)
        guard isLetter || byte == 0x2F || byte == 0x21 || byte == 0x3F else {
            state = .text
            try take(.text(0x3C))
            return try feed(byte, take)
        }
        state = .tag
        tag.removeAll(keepingCapacity: true)
        append(byte)
    }

    private mutating func close(_ take: (Token) throws -> Void) rethrows {
        state = .text
        let name = tag.enumerated().prefix { $0 == 0 && $1 == 0x2F || $1 > 0x20 && $1 != 0x2F }.map(\.element)
        let word = String(decoding: name, as: UTF8.self).lowercased()
        // Excel's own tags have a prefix that no one else has: `x:worksheet`.
        if ["script", "style", "title", "xml"].contains(word), tag.last != 0x2F {
            (state, matched) = (.raw(Array("</\(word)".utf8)), 0)
        }
        try take(.tag(word, tag))
    }

    private mutating func append(_ byte: UInt8) { if tag.count < HTMLTokens.longestTag { tag.append(byte) } }

    /// The number that Excel (`x:num="1234.5"`) and LibreOffice (`sdval="1234.5"`) store in a cell's tag.
    static func storedNumber(in tag: [UInt8]) -> [UInt8]? {
        guard tag.contains(0x3D) else { return nil }
        let text = String(decoding: tag, as: UTF8.self).lowercased()
        for name in ["x:num=", "sdval="] {
            guard let found = text.firstRange(of: name) else { continue }
            let value = text[found.upperBound...].drop { $0 == "\"" || $0 == "'" }
            return Array(value.prefix { !"\"' \n\r\t/>".contains($0) }.utf8)
        }
        return nil
    }

    /// A whole number among a tag's attributes; 1 where it isn't there.
    static func number(_ name: String, in tag: [UInt8], most: Int) -> Int {
        let text = String(decoding: tag, as: UTF8.self).lowercased()
        guard let found = text.firstRange(of: name) else { return 1 }
        let rest = text[found.upperBound...].drop { " =\"'\n\r\t".contains($0) }
        return min(max(1, Int(rest.prefix { $0.isASCII && $0.isNumber }.prefix(6)) ?? 1), most)
    }
}
