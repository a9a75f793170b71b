import Receivables

/// Makes new inputs out of known ones, as fuzzers do: bytes are changed, left out, doubled, and put in from others.
struct Mutator {
    private let corpus: [[UInt8]]
    private var chance: SplitMix64
    /// Bytes at which readers turn.
    private static let turns: [UInt8] = [
        0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x20, 0x22, 0x27, 0x28, 0x2C, 0x2D, 0x2E, 0x2F, 0x30, 0x39, 0x3A, 0x3B, 0x3D,
        0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x7F, 0x80, 0xC3, 0xE2, 0xEF, 0xF0, 0xFF,
    ]
    private static let most = 2_048

    /// - Parameter corpus: not empty.
    init(_ corpus: [[UInt8]], seed: UInt64) {
        self.corpus = corpus
        chance = SplitMix64(seed: seed)
    }

    mutating func next() -> [UInt8] {
        var input = any()
        for _ in 0..<Int.random(in: 1...6, using: &chance) { change(&input) }
        return Array(input.prefix(Mutator.most))
    }

    private mutating func any() -> [UInt8] { corpus[Int.random(in: corpus.indices, using: &chance)] }

    private mutating func change(_ input: inout [UInt8]) {
        let place = Int.random(in: 0...input.count, using: &chance)
        let end = min(input.count, place + Int.random(in: 1...12, using: &chance))
        switch Int.random(in: 0..<7, using: &chance) {
        case 0: if place < input.count { input[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance) }
        case 1: input.removeSubrange(place..<end)
        case 2: input.insert(contentsOf: input[place..<end], at: place)
        case 3: input.insert(turn(), at: place)
        case 4: if place < input.count { input[place] = turn() }
        case 5:
            // A number where a number is, larger than any.
            let digits = String(
                UInt64.random(in: .min ... .max, using: &chance) >> UInt64.random(in: 0..<64, using: &chance))
            input.replaceSubrange(place..<end, with: digits.utf8)
        default:
            let other = any()
            let from = Int.random(in: 0...other.count, using: &chance)
            let count = min(other.count - from, Int.random(in: 1...40, using: &chance))
            input.insert(contentsOf: other[from..<from + count], at: place)
        }
    }

    private mutating func turn() -> UInt8 {
        Mutator.turns[Int.random(in: Mutator.turns.indices, using: &chance)]
    }
}
