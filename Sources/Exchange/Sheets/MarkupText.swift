import Sheets

/// The text of a page or of a workbook in XML, as UTF-8.
struct MarkupText {
    private let blocks: TextBlocks

    /// - Parameters:
    ///   - said: the encoding that the user names; nil leaves it to the bytes, then to what the text says of itself.
    ///   - watch: called with how many more bytes of the disk were read; may throw to stop.
    init(_ path: String, encoding said: TextEncoding?, watch: @escaping (Int) throws -> Void) throws {
        let file = try ByteFile(path: path, isRaw: true)
        var before = 0
        file.watch = { done in
            try watch(done - before)
            before = done
        }
        let survey = try ByteSurvey(
            of: file, path: path, encoding: said, isMarkup: true, declared: try MarkupText.named(in: file))
        file.expected = file.contents(hash: survey.hash)
        blocks = TextBlocks(file: file, path: path, spelling: survey.spelling)
    }

    func give(to reader: any MarkupReader) throws {
        try blocks.forEach { try reader.feed($0) }
        try reader.finish()
    }

    private struct Enough: Error {}

    /// `<meta charset="windows-1252">` and `<?xml version="1.0" encoding="windows-1252"?>`.
    private static func named(in file: ByteFile) throws -> TextEncoding? {
        var start = ""
        do {
            try file.forEachBlock { block in
                start = String(decoding: block.prefix(4096), as: UTF8.self).lowercased()
                throw Enough()
            }
        } catch is Enough {}
        for word in ["charset=", "encoding="] {
            guard let found = start.firstRange(of: word) else { continue }
            let name = start[found.upperBound...].drop { "\"' ".contains($0) }.prefix { !"\"' />;?".contains($0) }
            if let encoding = TextEncoding(name: String(name)) { return encoding == .utf8 ? nil : encoding }
        }
        return nil
    }
}
