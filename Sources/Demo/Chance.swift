import Receivables

/// A seeded source of chance: the same seed gives the same book everywhere.
public struct Chance: RandomNumberGenerator, Sendable {
    private var numbers: SplitMix64

    /// Creates a source; equal seeds yield equal books.
    public init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    /// The next 64 bits.
    public mutating func next() -> UInt64 { numbers.next() }

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True so many times in a hundred.
    mutating func percent(_ share: Int) -> Bool { int(1...100) <= share }

    mutating func pick<Element>(_ list: [Element]) -> Element { list[int(0...list.count - 1)] }

    /// About normal around `mean`: the sum of four dice, rarely beyond 2.5 × `spread`.
    mutating func around(_ mean: Int, spread: Int) -> Int {
        guard spread > 0 else { return mean }
        let dice = (0..<4).reduce(0) { sum, _ in sum + int(-spread...spread) }
        return mean + dice * 2 / 3
    }

    /// A size that is small as a rule and large now and then: `base` doubled up to `most` times.
    mutating func skewed(base: Int, most: Int) -> Int {
        var size = base
        for _ in 0..<most where percent(42) { size *= 2 }
        return size + int(0...size)
    }

    mutating func hexadecimal() -> String {
        let digits = String(next(), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
