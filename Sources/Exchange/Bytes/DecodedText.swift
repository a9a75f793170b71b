/// UTF-8 that a decoder made, and what it couldn't decode.
struct DecodedText {
    var bytes: [UInt8] = []
    /// How many characters couldn't be decoded; each stands as U+FFFD.
    private(set) var faults = 0
    /// Where in `bytes` the first of them stands.
    private(set) var firstFault: Int?

    mutating func addFault() {
        faults += 1
        if firstFault == nil { firstFault = bytes.count }
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }

    mutating func add(_ scalar: Unicode.Scalar) {
        bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    }

    /// Takes out bytes of zero, which are no text.
    mutating func leaveNulsOut() {
        if let fault = firstFault { firstFault = fault - bytes[..<fault].count { $0 == 0 } }
        bytes.removeAll { $0 == 0 }
    }
}
