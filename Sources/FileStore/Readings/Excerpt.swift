import Foundation

/// The part of a note that shows why it was found.
struct Excerpt {
    let text: String

    /// How many characters stand before the word that was found.
    private static let lead = 20
    private static let length = 70

    /// - Parameter words: as typed; a note's word that begins with one of them is where the excerpt looks.
    init(of note: String, around words: [String]) {
        let flat = note.split(whereSeparator: \.isWhitespace)
        let prefixes = words.map(Excerpt.plain)
        let hit = flat.firstIndex { word in
            let word = Excerpt.plain(String(word)).drop { !$0.isLetter && !$0.isNumber }
            return prefixes.contains { word.hasPrefix($0) }
        }
        var start = hit ?? 0
        var before = 0
        while start > 0, before + flat[start - 1].count < Excerpt.lead {
            start -= 1
            before += flat[start].count + 1
        }
        let rest = flat[start...].joined(separator: " ")
        let shown = rest.prefix(Excerpt.length)
        text = (start > 0 ? "… " : "") + shown + (shown.count < rest.count ? " …" : "")
    }

    /// As the index reads words: without case and accents.
    private static func plain(_ word: String) -> String {
        word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
