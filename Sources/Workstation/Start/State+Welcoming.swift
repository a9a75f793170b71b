import Terminal

// The first start, without a book.
extension State {
    /// Nil for keys that the page has no use for.
    mutating func press(_ key: Key, on welcome: Welcome) -> [Effect]? {
        guard case .choosing = welcome.stage else { return nil }
        switch key {
        case .character("i"), .enter:
            opening = .welcome(Welcome())
            return openImport()
        case .character("d"):
            work = Work(child: .demo)
            opening = .welcome(Welcome(stage: .working))
            return [.run(.demo)]
        case .character("q"): return [.quit]
        default: return nil
        }
    }
}
