import Terminal

/// A movement in a list or on a page.
enum Movement: Sendable, Hashable {
    case up, down, pageUp, pageDown, first, last

    /// How far it goes, on a page of so many rows.
    func distance(height: Int) -> Int {
        switch self {
        case .up: -1
        case .down: 1
        case .pageUp: -max(1, height - 1)
        case .pageDown: max(1, height - 1)
        case .first: -Movement.allTheWay
        case .last: Movement.allTheWay
        }
    }

    private static let allTheWay = 1 << 30
}

extension Movement {
    /// The keys that move in a list below a field.
    init?(_ key: Key) {
        switch key {
        case .up, .control("p"): self = .up
        case .down, .control("n"): self = .down
        case .pageUp: self = .pageUp
        case .pageDown: self = .pageDown
        default: return nil
        }
    }

    /// The keys that move on a page without a field.
    init?(readingKey key: Key) {
        switch key {
        case .character("k"): self = .up
        case .character("j"): self = .down
        case .character("g"), .home: self = .first
        case .character("G"), .end: self = .last
        case .character(" "), .control("d"): self = .pageDown
        case .control("u"): self = .pageUp
        default:
            guard let movement = Movement(key) else { return nil }
            self = movement
        }
    }
}
