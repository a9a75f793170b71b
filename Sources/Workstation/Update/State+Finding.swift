import Receivables
import Terminal

// Finding an account, or taking up what is parked.
extension State {
    /// Characters of a draft that can't be read.
    private static let textShown = 100_000

    mutating func startFind() -> [Effect] {
        if case .find = overlay { return [] }
        overlay = .find(FindPane(.open))
        return []
    }

    mutating func press(_ key: Key, on find: FindPane) -> [Effect]? {
        var find = find
        if find.text != nil { return press(key, reading: find) }
        if key == .escape { return leaveFind(find) }
        let rows = find.rows(parked: parked, unreadable: unreadableDrafts)
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

    /// A draft that can't be read, as text.
    private mutating func press(_ key: Key, reading find: FindPane) -> [Effect] {
        var find = find
        if key == .escape || key == .character("q") {
            find.text = nil
        } else if let movement = Movement(readingKey: key) {
            let height = abovePageHeight
            find.scroll.move(movement.distance(height: height), count: find.text?.count ?? 0, height: height)
        }
        overlay = .find(find)
        return []
    }

    mutating func search(_ find: FindPane) -> [Effect] {
        var find = find
        if find.words.isEmpty { find.clear() }
        overlay = .find(find)
        return find.words.isEmpty ? [] : [.load(.find(find.words, limit: FindPane.limit))]
    }

    private mutating func pick(_ row: FindPane.Row, _ find: FindPane) -> [Effect] {
        if case .unreadable(let draft) = row {
            var find = find
            let words = ["\(draft.file) can't be read: \(draft.reason). It is kept as it is:", ""]
            // What is longer than a note ever was is read with another program.
            let text = draft.text.prefix(State.textShown)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            find.text = (words + text.map(String.init)).flatMap { Line($0).wrapped(to: aboveWidth).map(\.plain) }
            find.scroll = Scroll()
            overlay = .find(find)
            return []
        }
        overlay = nil
        switch row {
        case .unreadable: return []
        case .draft(let draft): return open(draft.account, name: draft.name, then: .resume(draft.id))
        case .account(let found):
            if case .inbound = find.purpose {
                return open(found.account, name: found.name, then: .inboundCall)
            }
            return open(found.account, name: found.name, then: .show)
        }
    }
}
