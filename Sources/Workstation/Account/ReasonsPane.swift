import Receivables
import Terminal

/// The reasons of a standing, as they were when it was asked for.
struct ReasonsPane: Overlay {
    let name: String
    let standing: Standing
    private var scroll = Scroll()

    init(name: String, standing: Standing) {
        self.name = name
        self.standing = standing
    }

    func title(in state: State) -> String { ReasonSentences.why(name) }

    func hints(in state: State) -> [OverlayHint] { [.scroll, .back] }

    func draw(on canvas: inout Canvas, in state: State) { canvas.draw(lines(width: canvas.columns), scroll) }

    mutating func press(_ key: Key, in state: State) -> OverlayResponse? {
        guard let movement = Movement(readingKey: key) else { return closed(by: key) }
        scroll.move(movement, count: lines(width: state.overlayWidth).count, height: state.overlayPageRows)
        return .stays
    }
}

extension State {
    mutating func showReasons() -> [Effect] {
        guard let customer = selectedCustomer else { return [] }
        if let open = account.open, isOpen(customer) {
            overlay = ReasonsPane(name: open.name, standing: open.dossier.standing)
        } else if let row = queue.selected {
            overlay = ReasonsPane(name: row.name, standing: row.standing)
        }
        return []
    }
}
