import Encoding

extension String {
    /// With every harmful scalar as a visible sign: words from a file can neither move a cursor nor ring nor set a
    /// colour, and nothing hides in them (ARCHITECTURE.md §8). Line feeds stay where `keepingLines`.
    func visible(keepingLines: Bool = false) -> String {
        guard unicodeScalars.contains(where: \.isHarmful) else { return self }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let staysALine = keepingLines && scalar == "\n"
            text.append(staysALine ? scalar : HarmfulScalar.sign(for: scalar) ?? scalar)
        }
        return String(text)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// As a message quotes it: visible, and not too long.
    var quotable: String {
        let text = self.text.visible()
        return text.count > 40 ? text.prefix(39) + "…" : text
    }
}

extension Unicode.Scalar {
    /// Whether it must not be shown as it is.
    var isHarmful: Bool { HarmfulScalar.sign(for: self) != nil }
}
