extension String {
    /// With every control character, and every mark that reorders text, as a visible sign: words from a file can
    /// neither move a cursor nor ring nor set a colour (ARCHITECTURE.md §8). Line feeds stay where `keepingLines`.
    func visible(keepingLines: Bool = false) -> String {
        guard unicodeScalars.contains(where: { $0.isHarmful }) else { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if !scalar.isHarmful || (keepingLines && scalar == "\n") {
                text.append(scalar)
            } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
                text.append(picture)
            } else {
                text.append(scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}")
            }
        }
        return String(text)
    }
}

extension Unicode.Scalar {
    /// C0, DEL, C1, line and paragraph separators, bidirectional marks and overrides.
    var isHarmful: Bool {
        switch value {
        case 0...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x61C: true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// As a message quotes it: visible, and not too long.
    var quotable: String {
        let text = self.text.visible()
        return text.count > 40 ? text.prefix(39) + "…" : text
    }
}
