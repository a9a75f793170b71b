import GRDB
import Receivables

/// Looks through the names and numbers of all accounts in one pass: a key waits for it, with 100,000 of them.
///
/// Names that begin with the words come first, then those of which every word begins a word, then those that have
/// them anywhere, then those in which a letter of a longer word is wrong, missing, too many or swapped.
struct NameScan {
    private let words: [Word]
    private let phrase: [UInt8]
    private let limit: Int
    private var best: [Hit] = []
    /// The name being looked at, its capitals and accents taken off.
    private var name: [UInt8] = []
    private var number: [UInt8] = []

    /// Smaller is better.
    enum Rank: Int, Comparable {
        case begins, wordsBegin, anywhere, oneLetterWrong

        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    struct Hit {
        var id: Int64
        var rank: Rank
        fileprivate var name: [UInt8]
    }

    private struct Word {
        var letters: [UInt8]
        /// Of short words each letter counts, and of numbers each digit.
        var mayBeWrong: Bool
    }

    init(_ words: [String], limit: Int) {
        self.words = words.map { word in
            let letters = NameScan.plain(word)
            let hasDigits = letters.contains { (0x30...0x39).contains($0) }
            return Word(letters: letters, mayBeWrong: letters.count >= NameScan.fewestLetters && !hasDigits)
        }
        phrase = NameScan.plain(words.joined(separator: " "))
        self.limit = limit
    }

    /// From so many letters on one of them may be wrong.
    private static let fewestLetters = 4

    /// The best of all accounts, best first, by name where they are as good.
    static func hits(_ words: [String], limit: Int, _ db: Database) throws -> [Hit] {
        var scan = NameScan(words, limit: limit)
        guard !scan.phrase.isEmpty else { return [] }
        let rows = try RawStatement(reusing: db, "SELECT id, number, name FROM account")
        while try rows.step() { scan.look(at: rows.int(0), number: rows.bytes(1), name: rows.bytes(2)) }
        return scan.best
    }

    private mutating func look(at id: Int64, number bytes: UnsafeBufferPointer<UInt8>, name nameBytes: UnsafeBufferPointer<UInt8>) {
        NameScan.fold(nameBytes, into: &name)
        NameScan.fold(bytes, into: &number)
        guard let rank else { return }
        if best.count == limit, let last = best.last, !isBetter(rank, than: last) { return }
        let place = best.firstIndex { isBetter(rank, than: $0) } ?? best.count
        best.insert(Hit(id: id, rank: rank, name: name), at: place)
        if best.count > limit { best.removeLast() }
    }

    private func isBetter(_ rank: Rank, than hit: Hit) -> Bool {
        rank != hit.rank ? rank < hit.rank : name.lexicographicallyPrecedes(hit.name)
    }

    private var rank: Rank? {
        if NameScan.matches(phrase, in: name, at: 0) || NameScan.matches(phrase, in: number, at: 0) { return .begins }
        var worst = Rank.begins
        for word in words {
            guard let rank = rank(of: word) else { return nil }
            worst = max(worst, rank)
        }
        // All words are there, in another order or with others between them.
        return max(worst, .wordsBegin)
    }

    private func rank(of word: Word) -> Rank? {
        var found = NameScan.contains(number, word.letters) ? Rank.anywhere : nil
        if NameScan.matches(word.letters, in: number, at: 0) { found = .begins }
        guard found != .begins, name.count >= word.letters.count - 1 else { return found }
        let first = word.letters.first ?? 0
        for place in name.indices {
            let startsWord = place == 0 || !NameScan.isLetter(name[place - 1])
            if name[place] == first, NameScan.matches(word.letters, in: name, at: place) {
                if startsWord { return .begins }
                found = .anywhere
            } else if found == nil, startsWord, word.mayBeWrong, NameScan.nearlyMatches(word.letters, in: name, at: place) {
                found = .oneLetterWrong
            }
        }
        return found
    }

    // MARK: Letters

    private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { matches(word, in: text, at: $0) }
    }

    @inline(__always)
    private static func matches(_ word: [UInt8], in text: [UInt8], at place: Int, from start: Int = 0) -> Bool {
        let length = word.count - start
        guard place >= 0, place + length <= text.count else { return false }
        var offset = 0
        while offset < length {
            if word[start + offset] != text[place + offset] { return false }
            offset += 1
        }
        return true
    }

    /// Whether the text at a place begins with the word but for one letter.
    private static func nearlyMatches(_ word: [UInt8], in text: [UInt8], at place: Int) -> Bool {
        var same = 0
        while same < word.count, place + same < text.count, word[same] == text[place + same] { same += 1 }
        let here = place + same
        // Wrong, missing, too many.
        if matches(word, in: text, at: here + 1, from: same + 1) || matches(word, in: text, at: here + 1, from: same)
            || matches(word, in: text, at: here, from: same + 1)
        {
            return true
        }
        // Swapped.
        guard same + 1 < word.count, here + 1 < text.count, word[same] == text[here + 1], word[same + 1] == text[here] else { return false }
        return matches(word, in: text, at: here + 2, from: same + 2)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    private static func plain(_ text: String) -> [UInt8] {
        var text = text, letters: [UInt8] = []
        text.withUTF8 { fold($0, into: &letters) }
        return letters
    }

    /// Small letters, and those of Western Europe without their accents: `MÜLLER` is `muller`.
    private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into letters: inout [UInt8]) {
        letters.removeAll(keepingCapacity: true)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte < 0x80 {
                letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            } else if byte == 0xC3, place < bytes.count {
                // U+00C0 to U+00FF; capitals come 32 before small letters.
                letters.append(accented[Int(bytes[place] & 0x1F)])
                place += 1
            } else {
                letters.append(byte)
            }
        }
    }

    /// À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö × Ø Ù Ú Û Ü Ý Þ ß
    private static let accented = Array("aaaaaaaceeeeiiiidnooooo*ouuuuyts".utf8)
}
