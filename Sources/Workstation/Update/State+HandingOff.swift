import Receivables
import Terminal

// Hand-off lists: shown, and written as a message or a list for whoever has to act (DOMAIN.md §4).
extension State {
    mutating func showHandOffs() -> [Effect] {
        let list = HandOffList()
        overlay = .handOffs(list)
        return [.load(.handOffs(query(of: list)))]
    }

    private func query(of list: HandOffList) -> HandOffQuery { HandOffQuery(moment: moment, all: list.all) }

    mutating func handle(handOffs cases: [HandOffCase], _ query: HandOffQuery) {
        guard case .handOffs(var list) = overlay, list.all == query.all else { return }
        list.rows = cases
        list.cursor.go(to: list.cursor.index, count: cases.count, height: aboveHeight)
        overlay = .handOffs(list)
    }

    mutating func press(_ key: Key, on list: HandOffList) -> [Effect]? {
        var list = list
        switch key {
        case .enter: return write(list, asMessage: true)
        case .character("y"): return write(list, asMessage: false)
        case .character("o"):
            guard let row = list.selected else { return [] }
            overlay = nil
            return open(row.account, name: row.name, then: .show)
        case .character("a"):
            list.all.toggle()
            list.rows = nil
            list.cursor = ListCursor()
            overlay = .handOffs(list)
            return [.load(.handOffs(query(of: list)))]
        default: break
        }
        guard let movement = Movement(readingKey: key) else { return closes(key) }
        list.cursor.move(movement.distance(height: aboveHeight), count: list.rows?.count ?? 0, height: aboveHeight)
        overlay = .handOffs(list)
        return []
    }

    /// All that is shown for whoever the selected case is for.
    private mutating func write(_ list: HandOffList, asMessage: Bool) -> [Effect] {
        guard let row = list.selected else { return [] }
        var wanted = query(of: list)
        wanted.recipient = row.recipient
        return [.writeHandOff(HandOffRequest(query: wanted, recipient: row.recipient, isMessage: asMessage))]
    }
}
