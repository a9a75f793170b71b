/// Turns the blocks of any encoding into UTF-8, keeping what a block leaves unfinished.
struct BlockDecoder {
    private var means: Means
    private let leavesNulsOut: Bool

    private enum Means {
        case table
        case utf16(UTF16Decoder)
        case mixed(MixedDecoder)
        case iconv(IconvDecoder)
    }

    /// Returns nil for what the system can't decode.
    init?(_ spelling: TextSpelling) {
        leavesNulsOut = spelling.hasNuls
        switch spelling.encoding {
        case .windows1252: means = .table
        case .utf16LittleEndian: means = .utf16(UTF16Decoder(isLittleEndian: true))
        case .utf16BigEndian: means = .utf16(UTF16Decoder(isLittleEndian: false))
        case .mixed: means = .mixed(MixedDecoder())
        default:
            guard let decoder = IconvDecoder(spelling.encoding) else { return nil }
            means = .iconv(decoder)
        }
    }

    mutating func decode(_ block: UnsafeRawBufferPointer) -> DecodedText {
        var text = DecodedText()
        text.bytes.reserveCapacity(block.count + block.count / 4)
        switch means {
        case .table: Windows1252.decode(block, into: &text)
        case .utf16(var decoder):
            decoder.decode(block, into: &text)
            means = .utf16(decoder)
        case .mixed(var decoder):
            decoder.decode(block, into: &text)
            means = .mixed(decoder)
        case .iconv(let decoder): decoder.decode(block, into: &text)
        }
        if leavesNulsOut { text.leaveNulsOut() }
        return text
    }

    /// What a file that ends within a character leaves over.
    mutating func finish() -> DecodedText {
        var text = DecodedText()
        switch means {
        case .table: break
        case .utf16(var decoder):
            decoder.finish(into: &text)
            means = .utf16(decoder)
        case .mixed(var decoder):
            decoder.finish(into: &text)
            means = .mixed(decoder)
        case .iconv(let decoder): decoder.finish(into: &text)
        }
        return text
    }
}
