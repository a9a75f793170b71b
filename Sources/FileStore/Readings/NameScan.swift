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
    /// The name and number being looked at, their capitals and accents taken off.
    private let name = Letters()
    private let number = Letters()

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
        let rows = try RawStatement(db, "SELECT id, number, name FROM account")
        while try rows.step() { scan.look(at: rows.int(0), number: rows.bytes(1), name: rows.bytes(2)) }
        return scan.best
    }

    private mutating func look(
        at id: Int64, number numberBytes: UnsafeBufferPointer<UInt8>, name nameBytes: UnsafeBufferPointer<UInt8>
    ) {
        name.fold(nameBytes)
        number.fold(numberBytes)
        guard let rank = rank(Text(name.letters), Text(number.letters)) else { return }
        if best.count == limit, let last = best.last, !isBetter(rank, than: last) { return }
        let place = best.firstIndex { isBetter(rank, than: $0) } ?? best.count
        best.insert(Hit(id: id, rank: rank, name: Array(name.letters)), at: place)
        if best.count > limit { best.removeLast() }
    }

    private func isBetter(_ rank: Rank, than hit: Hit) -> Bool {
        rank != hit.rank ? rank < hit.rank : name.letters.lexicographicallyPrecedes(hit.name)
    }

    private func rank(_ name: Text, _ number: Text) -> Rank? {
        if name.matches(phrase, at: 0) || number.matches(phrase, at: 0) { return .begins }
        var worst = Rank.begins
        for word in words {
            guard let rank = NameScan.rank(of: word, name, number) else { return nil }
            worst = max(worst, rank)
        }
        // All words are there, in another order or with others between them.
        return max(worst, .wordsBegin)
    }

    private static func rank(of word: Word, _ name: Text, _ number: Text) -> Rank? {
        if number.matches(word.letters, at: 0) { return .begins }
        let first = word.letters.first ?? 0
        var found: Rank?
        for place in 0..<name.count {
            let startsWord = place == 0 || !name.isLetter(at: place - 1)
            if name[place] == first, name.matches(word.letters, at: place) {
                if startsWord { return .begins }
                found = .anywhere
            } else if found == nil, startsWord, word.mayBeWrong, name.nearlyMatches(word.letters, at: place) {
                found = .oneLetterWrong
            }
        }
        return found == .anywhere || !number.contains(word.letters) ? found : .anywhere
    }

    private static func plain(_ text: String) -> [UInt8] {
        var text = text
        let letters = Letters()
        text.withUTF8 { letters.fold($0) }
        return Array(letters.letters)
    }
}

/// Letters of a name that are compared without copying them.
private struct Text {
    private let letters: UnsafeBufferPointer<UInt8>

    init(_ letters: UnsafeBufferPointer<UInt8>) { self.letters = letters }

    var count: Int { letters.count }
    @inline(__always) subscript(place: Int) -> UInt8 { letters[place] }

    @inline(__always)
    func isLetter(at place: Int) -> Bool {
        let byte = letters[place]
        return (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }

    /// Whether it goes on at a place with a word, from some letter of it on.
    @inline(__always)
    func matches(_ word: [UInt8], at place: Int, from start: Int = 0) -> Bool {
        let length = word.count - start
        guard length >= 0, place + length <= count else { return false }
        var offset = 0
        while offset < length {
            if word[start + offset] != letters[place + offset] { return false }
            offset += 1
        }
        return true
    }

    func contains(_ word: [UInt8]) -> Bool {
        var place = 0
        while place + word.count <= count {
            if letters[place] == word[0], matches(word, at: place) { return true }
            place += 1
        }
        return false
    }

    /// Whether it goes on at a place with the word but for one letter.
    func nearlyMatches(_ word: [UInt8], at place: Int) -> Bool {
        guard word.count > 1, place + 1 < count else { return false }
        // With one letter wrong, one of the first two is where it should be, or next to it.
        let (first, second) = (letters[place], letters[place + 1])
        guard word[0] == first || word[1] == second || word[0] == second || word[1] == first else { return false }
        var same = 0
        while same < word.count, place + same < count, word[same] == letters[place + same] { same += 1 }
        let here = place + same
        // Wrong, missing, too many.
        if matches(word, at: here + 1, from: same + 1) || matches(word, at: here + 1, from: same)
            || matches(word, at: here, from: same + 1)
        {
            return true
        }
        // Swapped.
        guard same + 1 < word.count, here + 1 < count, word[same] == letters[here + 1], word[same + 1] == letters[here]
        else { return false }
        return matches(word, at: here + 2, from: same + 2)
    }
}

/// Room for the letters of one name after another. A class, for it owns memory that is used again for every name.
private final class Letters {
    private let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 512)
    private var count = 0

    deinit { room.deallocate() }

    /// Good until the next is folded.
    var letters: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: room[..<count]) }

    /// Small letters, and those of Western Europe without their accents: `MÜLLER` is `muller`. What doesn't fit is cut
    /// off.
    func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
        count = 0
        var place = 0
        while place < bytes.count, count < room.count {
            let byte = bytes[place]
            place += 1
            if byte < 0x80 {
                room[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            } else if byte == 0xC3, place < bytes.count {
                // U+00C0 to U+00FF; capitals come 32 before small letters.
                room[count] = Letters.accented[Int(bytes[place] & 0x1F)]
                place += 1
            } else {
                room[count] = byte
            }
            count += 1
        }
    }

    /// À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö × Ø Ù Ú Û Ü Ý Þ ß
    private static let accented = Array("aaaaaaaceeeeiiiidnooooo*ouuuuyts".utf8)
}
