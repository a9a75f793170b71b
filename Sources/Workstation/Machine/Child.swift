/// Long work is done by the same program as a child process (ARCHITECTURE.md §1, "No threads").
public enum Child: Sendable, Hashable {
    case morning
    case importing(ImportRequest)
    /// A look at what an import would do; changes nothing.
    case looking(request: ImportRequest, number: Int)
    /// Writes how a file is read as a profile; changes nothing else.
    case keepingProfile(request: ImportRequest, name: String, replaces: Bool)
    case demo
    /// Replays the past; changes nothing.
    ///
    /// - Parameter strategy: a file with a strategy to compare with the one in force; empty for none.
    case backtesting(strategy: String, number: Int)
}

extension Child {
    /// Whether it replays the past.
    public var isBacktest: Bool { if case .backtesting = self { true } else { false } }

    /// Whether the book is another one when it is done.
    public var changesBook: Bool {
        switch self {
        case .morning, .importing, .demo: true
        case .looking, .keepingProfile, .backtesting: false
        }
    }
}

/// How a child process ended: well, or with the sentence that says why not.
public enum ChildOutcome: Sendable, Hashable {
    case done
    case failed(String)
}
