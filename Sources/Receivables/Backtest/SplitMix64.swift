/// Chance from a seed: the same seed gives the same numbers everywhere (SplitMix64, Steele et al. 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Creates a generator; equal seeds yield equal numbers.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Some of the places below a count, each once, in the order in which they were drawn.
    mutating func draw(_ wanted: Int, below count: Int) -> [Int] {
        // Places that were drawn are exchanged for ones from the end, which a short list remembers.
        var moved: [Int: Int] = [:]
        return (0..<min(wanted, count)).map { nth in
            let drawn = Int.random(in: nth..<count, using: &self)
            defer { moved[drawn] = moved[nth] ?? nth }
            return moved[drawn] ?? drawn
        }
    }
}
