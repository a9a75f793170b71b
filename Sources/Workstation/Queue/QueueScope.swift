import Receivables

/// Whose part of the queue is on screen (DOMAIN.md §5, "Portfolio and cover").
enum QueueScope: String, Sendable, Hashable, CaseIterable {
    /// The accounts that the ERP says are the author's.
    case mine
    /// Those of whom the author covers today.
    case covered
    case all
}

extension State {
    /// The scopes that have something in them.
    var scopes: [QueueScope] {
        guard let book else { return [.all] }
        return QueueScope.allCases.filter { scope in
            switch scope {
            case .mine: book.hasPortfolio(desk.author)
            case .covered: !book.covered(by: desk.author, on: today).isEmpty
            case .all: true
            }
        }
    }

    /// Whose accounts a scope is; nil for everybody's.
    func people(in scope: QueueScope) -> [String]? {
        switch scope {
        case .mine: [desk.author]
        case .covered: book?.covered(by: desk.author, on: today) ?? []
        case .all: nil
        }
    }

    /// For whom appointments ring here.
    var ringsFor: [String]? { book?.people(of: desk.author, on: today) }

    /// Who covers, and until when, is asked of the book each time: a cover ends by itself.
    mutating func lookWhose() {
        if !scopes.contains(queue.scope ?? .all) { queue.scope = nil }
        let scope = queue.scope ?? scopes.first ?? .all
        queue.scope = scope
        queue.people = people(in: scope)
    }
}
