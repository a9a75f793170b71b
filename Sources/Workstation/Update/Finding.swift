import Receivables
import Terminal

// Finding an account, or taking up what is parked.
extension State {
    mutating func startFind() -> [Effect] {
        if case .find = overlay { return [] }
        overlay = .find(FindPane(.open))
        return []
    }

    mutating func press(_ key: Key, on find: FindPane) -> [Effect]? {
        var find = find
        if key == .escape { return leaveFind(find) }
        let rows = find.rows(parked: parked)
        if key == .enter {
            guard rows.indices.contains(find.cursor.index) else { return [] }
            return pick(rows[find.cursor.index], find)
        }
        if let movement = Movement(key) {
            find.cursor.move(movement.distance(height: aboveHeight), count: rows.count, height: aboveHeight)
            overlay = .find(find)
            return []
        }
        let before = find.words
        guard find.field.handle(key) else { return nil }
        overlay = .find(find)
        return find.words == before ? [] : search(find)
    }

    mutating func search(_ find: FindPane) -> [Effect] {
        var find = find
        if find.words.isEmpty { find.clear() }
        overlay = .find(find)
        return find.words.isEmpty ? [] : [.load(.find(find.words, limit: FindPane.limit))]
    }

    private mutating func pick(_ row: FindPane.Row, _ find: FindPane) -> [Effect] {
        overlay = nil
        switch row {
        case .draft(let draft): return open(draft.account, name: draft.name, then: .resume(draft.id))
        case .account(let found):
            if case .inbound = find.purpose {
                return open(found.account, name: found.name, then: .inboundCall)
            }
            return open(found.account, name: found.name, then: .show)
        }
    }
}
