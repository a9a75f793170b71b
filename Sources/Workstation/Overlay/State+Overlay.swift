import Receivables
import Terminal

// What lies over the panes gets keys, pasted text and events before the panes do.
extension State {
    /// Returns nil if nothing lies over the panes, or if it ignores the key.
    mutating func pressOverlay(_ key: Key) -> [Effect]? { changeOverlay { $0.press(key, in: $1) } }

    mutating func pasteOverlay(_ text: String) -> [Effect] {
        changeOverlay { .stays($0.paste(text, in: $1)) } ?? []
    }

    /// Returns nil if the event is not meant for what lies over the panes.
    mutating func offerToOverlay(_ event: Event) -> [Effect]? { changeOverlay { $0.handle(event, in: $1) } }

    private mutating func changeOverlay(_ change: (inout any Overlay, State) -> OverlayResponse?) -> [Effect]? {
        guard var changed = overlay else { return nil }
        // Out of the state meanwhile, so that it is changed in place: it may hold thousands of rows.
        overlay = nil
        switch change(&changed, self) {
        case nil:
            overlay = changed
            return nil
        case .stays(let effects, let notice):
            overlay = changed
            if let notice { self.notice = notice }
            return effects
        case .closes(let then): return then(&self)
        }
    }

    /// Runs a command. What lay over the panes before is told if it is not on the screen any more.
    mutating func runOverOverlay(_ command: Command) -> [Effect] {
        guard let before = overlay else { return run(command) ?? [] }
        let effects = run(command) ?? []
        if let overlay, Swift.type(of: overlay) == Swift.type(of: before) { return effects }
        return effects + before.replaced(in: &self)
    }
}
