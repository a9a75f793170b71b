import Foundation

/// Turns bytes of an encoding into UTF-8 by the system's iconv, block by block.
///
/// What can't be decoded becomes U+FFFD and is counted; a character that a block leaves unfinished waits for the next.
final class IconvDecoder {
    private let descriptor: iconv_t
    private let encoding: TextEncoding
    /// The beginning of a character.
    private var carried: [UInt8] = []
    private var room: [UInt8] = []

    /// Returns nil where the system's iconv doesn't know the encoding.
    init?(_ encoding: TextEncoding) {
        guard let descriptor = iconv_open("UTF-8", encoding.iconvName), descriptor != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.descriptor = descriptor
        self.encoding = encoding
    }

    deinit { iconv_close(descriptor) }

    /// Decodes all of a short text.
    static func text(of bytes: [UInt8], in encoding: TextEncoding) -> String? {
        guard let decoder = IconvDecoder(encoding) else { return nil }
        var text = DecodedText()
        bytes.withUnsafeBytes { decoder.decode($0, into: &text) }
        decoder.finish(into: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// Adds what a block holds.
    func decode(_ block: UnsafeRawBufferPointer, into text: inout DecodedText) {
        guard !carried.isEmpty else { return convert(block, into: &text) }
        var joined = carried
        carried = []
        joined.append(contentsOf: block)
        joined.withUnsafeBytes { convert($0, into: &text) }
    }

    /// The text has ended: what is left of a character is none.
    func finish(into text: inout DecodedText) {
        if !carried.isEmpty { text.addFault() }
        carried = []
    }

    private func convert(_ block: UnsafeRawBufferPointer, into text: inout DecodedText) {
        guard let base = block.baseAddress, !block.isEmpty else { return }
        // iconv takes bytes that it might change, and doesn't.
        let start = UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: CChar.self))
        var input: UnsafeMutablePointer<CChar>? = start
        var left = block.count
        if room.isEmpty { room = [UInt8](repeating: 0, count: 64 * 1024) }
        while left > 0 {
            let (code, made) = room.withUnsafeMutableBytes { output in
                var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
                var free = output.count
                let result = iconv(descriptor, &input, &left, &target, &free)
                return (result == -1 ? errno : 0, output.count - free)
            }
            text.bytes.append(contentsOf: room[..<made])
            guard code != 0, code != E2BIG else { continue }
            let place = block.count - left
            if code == EINVAL {
                carried = Array(block[place...])
                return
            }
            text.addFault()
            let skipped = min(left, faultLength(block[place...]))
            left -= skipped
            input = start + place + skipped
        }
    }

    /// The bytes of what can't be decoded: a lead byte takes its trail byte with it, so that the next character isn't
    /// cut in two.
    private func faultLength(_ rest: Slice<UnsafeRawBufferPointer>) -> Int {
        guard encoding.isDoubleByte, rest.count > 1, rest[rest.startIndex] > 0x80, rest[rest.startIndex] < 0xFF else {
            return 1
        }
        return rest[rest.startIndex + 1] >= 0xA1 ? 2 : 1
    }
}
