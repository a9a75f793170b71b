import Receivables
import Terminal

// Pages over the panes that are only read.
extension State {
    mutating func openHelp() -> [Effect] {
        overlay = .help(Scroll())
        return []
    }

    mutating func press(_ key: Key, onHelp scroll: Scroll) -> [Effect]? {
        var scroll = scroll
        guard let movement = Movement(readingKey: key) else { return closes(key) }
        let count = KeyList(desk.bindings).lines(width: aboveWidth, at: panePlace).count
        scroll.move(movement.distance(height: abovePageHeight), count: count, height: abovePageHeight)
        overlay = .help(scroll)
        return []
    }

    mutating func press(_ key: Key, on reasons: ReasonsPane) -> [Effect]? {
        var reasons = reasons
        guard let movement = Movement(readingKey: key) else { return closes(key) }
        reasons.scroll.move(
            movement.distance(height: abovePageHeight), count: reasons.lines(width: aboveWidth).count,
            height: abovePageHeight)
        overlay = .reasons(reasons)
        return []
    }

    mutating func press(_ key: Key, on list: RestList) -> [Effect]? {
        var list = list
        if key == .enter, let row = list.selected {
            overlay = nil
            return open(row.payer, name: row.name, then: .show)
        }
        guard let movement = Movement(readingKey: key) else { return closes(key) }
        list.cursor.move(
            movement.distance(height: aboveHeight), count: list.rows?.count ?? 0, height: aboveHeight)
        overlay = .rests(list)
        return []
    }

    /// A page that is only read is left with `q` too.
    mutating func closes(_ key: Key) -> [Effect]? {
        guard key == .character("q") || key == .escape else { return nil }
        overlay = nil
        return []
    }
}
