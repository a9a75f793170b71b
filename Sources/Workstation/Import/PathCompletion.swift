/// The files whose names begin as somebody has begun to type one.
public struct PathCompletion: Sendable, Hashable {
    /// What had been typed.
    public var typed: String
    /// Each as it would be typed, in the order of their names; a folder ends with `/`.
    public var matches: [String]

    /// Creates a completion of what was typed.
    public init(typed: String, matches: [String]) {
        self.typed = typed
        self.matches = matches
    }

    /// What was typed, and as much more as all of them share.
    var shared: String {
        guard let first = matches.first else { return typed }
        return matches.dropFirst().reduce(first) { shared, name in
            String(zip(shared, name).prefix { $0 == $1 }.map(\.0))
        }
    }
}
