/// A table of words as `column-names.txt` and its neighbours have it: lines `subject language: words`, where a line
/// that begins with a space goes on with the one before it, and `#` begins a remark.
struct WordLines {
    /// In the order of the file.
    let lines: [(subject: String, language: String, words: [String])]

    private let bySubject: [String: [Int]]

    init(_ bytes: [UInt8]) {
        var lines: [(subject: String, language: String, words: [String])] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix(" "), !lines.isEmpty {
                lines[lines.count - 1].words += line.split(separator: " ").map(String.init)
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let head = line[..<colon].split(separator: " ").map(String.init)
            guard head.count == 2 else { continue }
            let words = line[line.index(after: colon)...].split(separator: " ").map(String.init)
            lines.append((head[0], head[1], words))
        }
        self.lines = lines
        bySubject = Dictionary(grouping: lines.indices) { lines[$0].subject }
    }

    /// The words of a subject in all languages, or in all but one.
    func names(_ subject: String, except language: String? = nil) -> [String] {
        (bySubject[subject] ?? []).map { lines[$0] }.filter { $0.language != language }.flatMap(\.words)
    }
}
