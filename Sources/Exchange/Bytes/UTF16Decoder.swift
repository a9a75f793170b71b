/// Turns UTF-16 into UTF-8; what is no character becomes U+FFFD.
struct UTF16Decoder {
    let isLittleEndian: Bool
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

    mutating func decode(_ block: UnsafeRawBufferPointer, into text: inout DecodedText) {
        for byte in block {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            add(isLittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte), to: &text)
        }
    }

    mutating func finish(into text: inout DecodedText) {
        if highSurrogate != nil || oddByte != nil { text.addFault() }
        (highSurrogate, oddByte) = (nil, nil)
    }

    private mutating func add(_ unit: UInt16, to text: inout DecodedText) {
        if let high = highSurrogate {
            highSurrogate = nil
            if UTF16.isTrailSurrogate(unit) {
                let scalar = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                return Unicode.Scalar(scalar).map { text.add($0) } ?? text.addFault()
            }
            text.addFault()
        }
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else {
            Unicode.Scalar(unit).map { text.add($0) } ?? text.addFault()
        }
    }
}
