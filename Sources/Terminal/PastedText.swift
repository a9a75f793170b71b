enum PastedText {
    /// What was pasted, its line breaks as line feeds: terminals send CR for them, clipboards hold CR LF.
    /// Other controls stay: they are shown as marks, and it isn't for the terminal to change what was copied.
    ///
    /// - Parameter bytes: of UTF-8; what is none becomes U+FFFD.
    static func cleaned(_ bytes: [UInt8]) -> String {
        let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        guard bytes.contains(carriageReturn) else { return String(decoding: bytes, as: UTF8.self) }
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            if byte == carriageReturn || (byte == lineFeed && !afterReturn) {
                cleaned.append(lineFeed)
            } else if byte != lineFeed {
                cleaned.append(byte)
            }
            afterReturn = byte == carriageReturn
        }
        return String(decoding: cleaned, as: UTF8.self)
    }
}
