/// What a word of a header speaks of: a line of `column-words.txt`.
enum HeaderConcept: String, CaseIterable {
    case party, supplier, account, number, name, invoice, document, date, due, issue, booking, amount, total, open,
        paid, status,
        type, terms
    case currency, local, tax, net, discount, settled, disputed, writtenoff, retained, age, days, debit, credit, order
    case part, year, fiscal, contact, phone, email, limit, note, other, filler
}

/// A header taken apart into its words, and what each may speak of: `total_open_amount` is total, open and amount;
/// `Förfallodatum` is due and date.
struct HeaderWords {
    /// A word by what it may speak of; empty for one that no one knows.
    let words: [Set<HeaderConcept>]

    init(_ header: String) {
        let parts = HeaderWords.parts(of: header)
        var words: [Set<HeaderConcept>] = []
        var place = 0
        while place < parts.count {
            // `do zapłaty` and `written off` are one word each.
            let joined = [3, 2].first { count in
                place + count <= parts.count && HeaderWords.stems[parts[place..<(place + count)].joined()] != nil
            }
            let count = joined ?? 1
            let part = parts[place..<(place + count)].joined()
            words += HeaderWords.cover(part[...], in: HeaderWords.stems) ?? [[]]
            place += count
        }
        self.words = words
    }

    /// Words in small letters without accents; figures alone say nothing.
    static func parts(of header: String) -> [String] {
        var parts: [String] = []
        var current = ""
        var lastWasSmall = false
        for character in header {
            if character.isLetter {
                // `dueDate`, `ACCOUNT_REF`.
                if character.isUppercase, lastWasSmall { (parts, current) = (parts + [current], "") }
                current.append(character)
                lastWasSmall = character.isLowercase
            } else {
                if character == "#" || character == "№" || character == "°" || character == "º" {
                    current += current.isEmpty ? "no" : "o"
                }
                (parts, current, lastWasSmall) = (parts + [current], "", false)
            }
        }
        return (parts + [current]).map { HeaderName($0).text }.filter { !$0.isEmpty }
    }

    /// What a table says of the stems that a word is made of; nil for a word that has something else in it. Stems alone
    /// are tried before stems with endings: `Kundenr` is kunde + nr, and not kunden + r.
    private static func cover<Meaning>(_ word: Substring, in stems: [String: Meaning]) -> [Meaning]? {
        cover(word, in: stems, longestEnding: 0) ?? cover(word, in: stems, longestEnding: 3)
    }

    private static func cover<Meaning>(
        _ word: Substring, in stems: [String: Meaning], longestEnding: Int
    ) -> [Meaning]? {
        if let whole = stems[String(word)] { return [whole] }
        let letters = word.utf8.count
        guard letters >= 3 else { return nil }
        for length in stride(from: min(letters - 1, longestStem), through: 3, by: -1) {
            guard let end = word.utf8.index(word.startIndex, offsetBy: length, limitedBy: word.endIndex),
                let meaning = stems[String(word[..<end])]
            else { continue }
            let rest = word[end...]
            for ending in 0...longestEnding where ending <= rest.utf8.count {
                let next = rest.dropFirst(ending)
                if next.isEmpty { return [meaning] }
                if next.utf8.count >= 2, let following = cover(next, in: stems, longestEnding: longestEnding) {
                    return [meaning] + following
                }
            }
        }
        return nil
    }

    private static let stems: [String: Set<HeaderConcept>] = {
        var stems: [String: Set<HeaderConcept>] = [:]
        for line in WordLines(PackageResources.column_words_txt).lines {
            guard let concept = HeaderConcept(rawValue: line.subject) else { continue }
            for stem in line.words {
                stems[stem, default: []].insert(concept)
                // An invoice is one kind of document: what fits invoices fits these, not as well.
                if concept == .document { stems[stem, default: []].insert(.invoice) }
            }
        }
        return stems
    }()

    /// The languages in which all words of a header are known.
    static func languages(of header: String) -> Set<String> {
        let parts = parts(of: header)
        guard !parts.isEmpty else { return [] }
        var shared: Set<String>?
        for part in parts {
            guard let stems = cover(part[...], in: stemLanguages), let first = stems.first else { return [] }
            let found = stems.dropFirst().reduce(first) { $0.intersection($1) }
            shared = shared?.intersection(found) ?? found
        }
        return shared ?? []
    }

    private static let stemLanguages: [String: Set<String>] = {
        var stems: [String: Set<String>] = [:]
        for line in WordLines(PackageResources.column_words_txt).lines {
            for stem in line.words { stems[stem, default: []].insert(line.language) }
        }
        return stems
    }()

    private static let longestStem = stems.keys.map(\.utf8.count).max() ?? 0
}
