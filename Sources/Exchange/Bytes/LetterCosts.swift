/// How surprising letters are in a language, in bits: what `letter-costs.txt` says.
struct LetterCosts: Sendable {
    /// By the letter and the one before it; a word begins after, and ends with, a low line.
    private var pairs: [UInt64: UInt8] = [:]
    /// Letters that are in some pair.
    private var letters: Set<Unicode.Scalar> = []
    /// Characters of languages without an alphabet.
    private var characters: [Unicode.Scalar: UInt8] = [:]

    /// A pair that its language has and hardly uses.
    static let seldom = 12
    /// A pair with a letter that its language doesn't have.
    static let foreign = 18
    /// Before the first letter of a word and behind its last.
    static let edge: Unicode.Scalar = "_"

    /// Bits of a letter in small, behind another.
    func cost(of letter: Unicode.Scalar, after before: Unicode.Scalar) -> Int {
        if let bits = pairs[LetterCosts.key(before, letter)] { return Int(bits) }
        let areKnown = [before, letter].allSatisfy { $0.isASCII || letters.contains($0) }
        return areKnown ? LetterCosts.seldom : LetterCosts.foreign
    }

    /// Bits of a character; nil for one that isn't common.
    func cost(of character: Unicode.Scalar) -> Int? { characters[character].map(Int.init) }

    /// The costs of a language by its code: `pl`.
    static func of(_ language: String) -> LetterCosts { all[language] ?? LetterCosts() }

    private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
        UInt64(first.value) << 32 | UInt64(second.value)
    }

    private mutating func add(pair: String, bits: UInt8) {
        let scalars = Array(pair.unicodeScalars)
        guard scalars.count == 2 else { return }
        pairs[LetterCosts.key(scalars[0], scalars[1])] = bits
        letters.formUnion(scalars.filter { !$0.isASCII })
    }

    private static let all: [String: LetterCosts] = {
        var all: [String: LetterCosts] = [:]
        for line in WordLines(PackageResources.letter_costs_txt).lines {
            let subject = line.subject.split(separator: "-")
            guard subject.count == 2, let bits = UInt8(subject[1]) else { continue }
            var costs = all.removeValue(forKey: line.language) ?? LetterCosts()
            for word in line.words {
                if subject[0] == "pairs" {
                    costs.add(pair: word, bits: bits)
                } else {
                    for scalar in word.unicodeScalars { costs.characters[scalar] = bits }
                }
            }
            all[line.language] = costs
        }
        return all
    }()
}
