import Terminal

/// All keys and commands, those of the pane that has the keyboard first.
struct HelpPage: Overlay {
    private var scroll = Scroll()

    func title(in state: State) -> String { CommandSentences.keysAndCommands }

    func hints(in state: State) -> [OverlayHint] { [.scroll, .back] }

    func draw(on canvas: inout Canvas, in state: State) {
        canvas.draw(lines(width: canvas.columns, in: state), scroll)
    }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        scroll.move(movement, count: lines(width: state.overlayWidth, in: state).count, height: state.overlayPageRows)
        return .stays
    }

    private func lines(width: Int, in state: State) -> [Line] {
        KeyList(state.desk.bindings).lines(width: width, at: state.panePlace)
    }
}

extension State {
    mutating func openHelp() -> [Effect] {
        overlay = HelpPage()
        return []
    }
}
