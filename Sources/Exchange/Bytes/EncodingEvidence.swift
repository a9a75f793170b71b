/// Which encoding makes sense of a file that isn't UTF-8.
///
/// Each candidate decodes a sample of the file, and the one wins whose text is the least surprising: letters as they
/// follow each other in a language, common characters of the Far East, no word of two scripts, no capitals within
/// words, no signs within words. Candidates that give the same text don't compete.
struct EncodingEvidence {
    /// Readings that fit, the best first; more than one where they are close, or where none fits well.
    private(set) var readings: [EncodingReading] = []
    /// Whether the best fits as text of its languages does.
    private(set) var fits = false

    /// The encoding, where nothing comes close.
    var encoding: TextEncoding? { fits && readings.count == 1 ? readings[0].encoding : nil }

    /// A reading that is worse by as many bits is right in less than one of five hundred files.
    private static let margin = 9
    private static let mostReadings = 4

    private struct Candidate {
        let encoding: TextEncoding
        let texts: [String]
        let bits: Int
        let fits: Bool
    }

    init(_ sample: EncodingSample) {
        let hasSequences = sample.cells.contains { cell in
            var decoder = MixedDecoder()
            var text = DecodedText()
            cell.bytes.withUnsafeBytes { decoder.decode($0, into: &text) }
            return decoder.sequences > 0
        }
        let candidates = TextEncoding.guessed.filter { hasSequences || $0 != .mixed && $0 != .utf8 }
            .compactMap { EncodingEvidence.candidate($0, sample) }
            .sorted { $0.bits < $1.bits }
        guard let best = candidates.first else { return }
        fits = best.fits
        var kept: [Candidate] = []
        for candidate in candidates where !kept.contains(where: { $0.texts == candidate.texts }) {
            guard kept.count < EncodingEvidence.mostReadings,
                !fits || candidate.bits - best.bits < EncodingEvidence.margin
            else { break }
            kept.append(candidate)
        }
        let shown = EncodingEvidence.tellingCell(kept.map(\.texts), count: sample.cells.count)
        readings = kept.map { candidate in
            EncodingReading(
                encoding: candidate.encoding,
                example: Sighting(text: candidate.texts[shown], line: sample.cells[shown].line))
        }
    }

    private static func candidate(_ encoding: TextEncoding, _ sample: EncodingSample) -> Candidate? {
        guard let texts = texts(sample, encoding) else { return nil }
        var cost = TextCost(encoding)
        for text in texts { cost.add(text) }
        let headers = texts.reduce(into: Set<String>()) { $0.formUnion(knownHeaders($1)) }
        return Candidate(
            encoding: encoding, texts: texts, bits: cost.bits + encoding.prior - headers.count * 10,
            fits: cost.isUsual || !headers.isEmpty)
    }

    private static func texts(_ sample: EncodingSample, _ encoding: TextEncoding) -> [String]? {
        guard var decoder = BlockDecoder(TextSpelling(encoding: encoding)) else { return nil }
        return sample.cells.map { cell in
            let text = cell.bytes.withUnsafeBytes { decoder.decode($0).bytes } + decoder.finish().bytes
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// Names of columns with letters beyond ASCII: hardly any other encoding makes one.
    private static func knownHeaders(_ text: String) -> [String] {
        text.split(separator: "|").filter { name in
            name.unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isAlphabetic }
                && name.unicodeScalars.contains { !$0.isASCII }
        }.map { HeaderName(String($0)).text }.filter { ColumnNames.all.contains($0) }
    }

    /// The cell that shows best how the readings differ.
    private static func tellingCell(_ texts: [[String]], count: Int) -> Int {
        (0..<count).max { first, second in
            let counts = [first, second].map { place in Set(texts.map { $0[place] }).count }
            return counts[0] < counts[1] || counts[0] == counts[1] && first > second
        } ?? 0
    }
}

/// What a cell says in an encoding.
public struct EncodingReading: Sendable, Hashable {
    /// The encoding by which it was read.
    public var encoding: TextEncoding
    /// A cell that another encoding reads otherwise.
    public var example: Sighting
}

extension TextCost {
    /// Whether the text is as surprising as texts of its languages usually are. A language that isn't known, such as
    /// Hebrew or Latvian, costs half as much again, however it is read. Short texts may be odd.
    var isUsual: Bool {
        // UTF-8 is no chance, though characters may be cut in two.
        guard telling > 0, encoding != .utf8 else { return true }
        let (usual, slack) =
            encoding.isDoubleByte
            ? (15, 12) : scripts.contains(.cyrillic) || scripts.contains(.greek) ? (6, 5) : (12, 6)
        return tellingBits <= usual * telling + slack
    }
}
