/// One of several ways in which words may be meant, to be chosen by a key or typed in full.
public struct Choice: Hashable, Sendable {
    /// As a person reads it: `Mon 30 Nov 2026`.
    public var shown: String
    /// All the words, written so that they can only mean this.
    public var words: String

    /// Creates one way to read the words.
    public init(_ shown: String, words: String) {
        self.shown = shown
        self.words = words
    }
}

extension [Substring] {
    /// With some words in the place of others; behind all the rest where those don't stand there.
    func replacing(_ typed: String, with words: String) -> String {
        func plain(_ word: Substring) -> String {
            let lower = word.lowercased()
            return lower.hasSuffix(",") ? String(lower.dropLast()) : lower
        }
        let wanted = typed.split(separator: " ").map(plain)
        let starts = indices.filter {
            $0 + wanted.count <= count && self[$0..<($0 + wanted.count)].map(plain) == wanted
        }
        guard let start = starts.first, !wanted.isEmpty else {
            return (self + [Substring(words)]).joined(separator: " ")
        }
        return (self[..<start] + [Substring(words)] + self[(start + wanted.count)...]).joined(separator: " ")
    }
}

extension DayProblem {
    /// The readings to choose from, each as the words that were typed with that day in them.
    public func choices(in words: [Substring]) -> [Choice] {
        guard case .twoReadings(let typed, let readings) = self else { return [] }
        return readings.map { Choice($0.shown, words: words.replacing(typed, with: $0.words)) }
    }
}

extension AgreementProblem {
    /// What there is to choose from, each as the words that were typed with that choice in them; empty where nothing
    /// is.
    public func choices(in words: [Substring]) -> [Choice] {
        switch self {
        case .day(let problem): problem.choices(in: words)
        case .severalItems(let word, let items):
            items.map { Choice($0.shown, words: words.replacing(word, with: $0.name)) }
        case .whichItem(let items):
            items.map { Choice($0.shown, words: ([Substring($0.name)] + words).joined(separator: " ")) }
        case .noReason:
            DisputeReason.allCases.map {
                Choice($0.rawValue, words: (words + [Substring($0.rawValue)]).joined(separator: " "))
            }
        case .unknownReason(let typed):
            DisputeReason.allCases.map { Choice($0.rawValue, words: words.replacing(typed, with: $0.rawValue)) }
        default: []
        }
    }
}
