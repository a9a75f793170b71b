import Sheets

extension UnsafeBufferPointer<UInt8> {
    /// The text, without the apostrophe that exporters put before `=`, `+`, `-` and `@` against formulas, without the
    /// formula around `="0047"`, and with `&#039;` as the sign that it stands for.
    var unguardedText: String {
        guard count > 1 else { return text }
        if self[0] == 0x27, [0x3D, 0x2B, 0x2D, 0x40].contains(self[1]) { return Cell(rebasing: dropFirst()).text }
        if isApostropheNumber { return Cell(rebasing: dropFirst()).text }
        if let plain = quotedByFormula { return plain.text }
        return contains(0x26) && contains(0x3B) ? HTMLEntities.decoded(text) : text
    }

    /// Figures behind the apostrophe by which a spreadsheet keeps them a text: `'0047`.
    var isApostropheNumber: Bool {
        count > 1 && self[0] == 0x27 && dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Of `="0047"` what stands in the quotes; nil for any other text.
    var quotedByFormula: Cell? {
        guard count > 3, self[0] == 0x3D, self[1] == 0x22, self[count - 1] == 0x22 else { return nil }
        let inner = self[2..<(count - 1)]
        return inner.contains(0x22) || inner.contains(0x28) ? nil : Cell(rebasing: inner)
    }

    /// Whether these are the bytes of a text.
    func isText(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { $0.count == count && $0.elementsEqual(self) }
    }
}
