extension CallResult {
    /// What somebody has to say about it in words of their own (DOMAIN.md §5, "needs"). Who wants documents and names
    /// none gets a statement.
    public var question: String? {
        switch self {
        case .willCheck: "what they will check"
        case .refuses: "the reason they give"
        case .someoneElse: "who it is, and on which number"
        default: nil
        }
    }
}
