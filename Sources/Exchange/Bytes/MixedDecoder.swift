/// Reads a file that several programs wrote into: what is valid UTF-8 stays, every other byte is Windows-1252.
struct MixedDecoder {
    /// Bytes of a sequence that isn't complete yet.
    private var sequence: [UInt8] = []
    private var check = UTF8Check()
    /// Characters of more than one byte that were valid UTF-8.
    private(set) var sequences = 0

    mutating func decode(_ block: UnsafeRawBufferPointer, into text: inout DecodedText) {
        for byte in block {
            if byte < 0x80, sequence.isEmpty {
                text.bytes.append(byte)
            } else {
                add(byte, to: &text)
            }
        }
    }

    mutating func finish(into text: inout DecodedText) {
        for byte in sequence { Windows1252.add(byte, to: &text) }
        (sequence, check) = ([], UTF8Check())
    }

    private mutating func add(_ byte: UInt8, to text: inout DecodedText) {
        check.add(byte)
        guard check.isValid else {
            let stray = sequence
            (sequence, check) = ([], UTF8Check())
            guard !stray.isEmpty else { return Windows1252.add(byte, to: &text) }
            for byte in stray { Windows1252.add(byte, to: &text) }
            // It may begin a sequence of its own.
            if byte < 0x80 { text.bytes.append(byte) } else { add(byte, to: &text) }
            return
        }
        sequence.append(byte)
        guard check.isComplete else { return }
        if sequence.count > 1 { sequences += 1 }
        text.bytes.append(contentsOf: sequence)
        sequence.removeAll(keepingCapacity: true)
    }
}
