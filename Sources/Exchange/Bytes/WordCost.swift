/// How surprising a word is, in bits, in the one of some languages that it fits best.
struct WordCost {
    let languages: [LetterCosts]

    /// A letter of ASCII behind another, in any language.
    static let asciiBits = 4
    /// A word of two scripts, such as Latin and Cyrillic.
    private static let mixedScripts = 12
    /// A capital behind a small letter; half of it for the last of several capitals before a small letter.
    private static let oddCapital = 20

    /// - Returns: bits of what is ASCII, and of the rest.
    func cost(_ word: [Unicode.Scalar], _ kinds: [Script]) -> (ascii: Int, telling: Int) {
        if word.allSatisfy(\.isASCII) { return (word.count * WordCost.asciiBits, 0) }
        let small = word.map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 }
        let letters = [LetterCosts.edge] + small + [LetterCosts.edge]
        var ascii = 0
        for (place, letter) in letters.enumerated().dropFirst().dropLast() {
            if letter.isASCII, letters[place - 1].isASCII { ascii += WordCost.asciiBits }
        }
        let best = languages.map { telling(letters, $0) }.min() ?? LetterCosts.foreign * word.count
        return (ascii, best + irregularities(word, kinds))
    }

    private func telling(_ letters: [Unicode.Scalar], _ language: LetterCosts) -> Int {
        var bits = 0
        for place in 1..<letters.count where !letters[place].isASCII || !letters[place - 1].isASCII {
            bits += language.cost(of: letters[place], after: letters[place - 1])
        }
        return bits
    }

    private func irregularities(_ word: [Unicode.Scalar], _ kinds: [Script]) -> Int {
        var bits = 0
        for place in word.indices.dropFirst() where !word[place].isASCII || !word[place - 1].isASCII {
            let (before, letter) = (word[place - 1].properties, word[place].properties)
            if kinds[place] != kinds[place - 1] { bits += WordCost.mixedScripts }
            if before.isLowercase, letter.isUppercase { bits += WordCost.oddCapital }
        }
        for place in word.indices.dropFirst().dropLast() {
            let three = word[(place - 1)...(place + 1)]
            guard !three.allSatisfy(\.isASCII), word[place - 1].properties.isUppercase,
                word[place].properties.isUppercase, word[place + 1].properties.isLowercase
            else { continue }
            bits += WordCost.oddCapital / 2 - 2
        }
        return bits
    }
}
