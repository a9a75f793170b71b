import Terminal

// The palette of commands.
extension State {
    mutating func openPalette() -> [Effect] {
        overlay = .palette(Palette())
        return []
    }

    mutating func press(_ key: Key, on palette: Palette) -> [Effect]? {
        var palette = palette
        switch key {
        case .escape: overlay = nil
        case .enter:
            guard let command = palette.selected else { return [] }
            // A command that wants words is written out first, and so is one that nobody has named.
            guard !palette.isGuess, !command.needsWords || !palette.words.isEmpty else {
                palette.complete()
                overlay = .palette(palette)
                return []
            }
            overlay = nil
            guard command.scope.includes(place) || command.scope == .panes else {
                notice = .plain("\(command.name.rawValue) works in: \(command.scope.title)")
                return []
            }
            guard let effects = run(command, palette.words) else {
                overlay = .palette(palette)
                return []
            }
            return effects
        case .tab:
            palette.complete()
            overlay = .palette(palette)
        default:
            if let movement = Movement(key) {
                palette.cursor.move(
                    movement.distance(height: aboveHeight), count: palette.matches.count, height: aboveHeight)
            } else {
                let before = palette.field.text
                guard palette.field.handle(key) else { return nil }
                if palette.field.text != before { palette.cursor = ListCursor() }
            }
            overlay = .palette(palette)
        }
        return []
    }
}
