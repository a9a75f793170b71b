import Terminal

// The first start, without a book.
extension State {
    /// Nil for keys that the page has no use for.
    mutating func press(_ key: Key, on welcome: Welcome) -> [Effect]? {
        switch welcome.stage {
        case .choosing: choose(key, welcome)
        case .naming(let naming): name(key, naming)
        case .working: nil
        }
    }

    private mutating func choose(_ key: Key, _ welcome: Welcome) -> [Effect]? {
        var welcome = welcome
        switch key {
        case .character("i"), .enter:
            welcome.stage = .naming(Welcome.Naming())
            welcome.problem = nil
            opening = .welcome(welcome)
        case .character("d"): return run(.demo)
        case .character("q"): return [.quit]
        default: return nil
        }
        return []
    }

    private mutating func name(_ key: Key, _ naming: Welcome.Naming) -> [Effect]? {
        var naming = naming
        switch key {
        case .escape:
            opening = .welcome(Welcome())
            return []
        case .enter:
            return naming.field.isEmpty ? [] : run(.importing(path: naming.field.text))
        default:
            let before = naming.field.text
            guard naming.field.handle(key) else { return nil }
            return preview(&naming, before: before)
        }
    }

    mutating func paste(_ text: String, on welcome: Welcome) -> [Effect] {
        guard case .naming(var naming) = welcome.stage else { return [] }
        let before = naming.field.text
        naming.field.paste(text)
        return preview(&naming, before: before)
    }

    private mutating func preview(_ naming: inout Welcome.Naming, before: String) -> [Effect] {
        let path = naming.field.text
        if path != before { naming.forget() }
        opening = .welcome(Welcome(stage: .naming(naming)))
        return path == before || path.isEmpty ? [] : [.load(.preview(path: path))]
    }

    private mutating func run(_ child: Child) -> [Effect] {
        work = Work(child: child)
        opening = .welcome(Welcome(stage: .working))
        return [.run(child)]
    }
}
