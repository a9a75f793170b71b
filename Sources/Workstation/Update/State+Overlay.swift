import Receivables
import Terminal

// Keys for what lies above the panes. Nil: it has no use for the key.
extension State {
    mutating func pressOverlay(_ key: Key) -> [Effect]? {
        switch overlay {
        case .find(let find): press(key, on: find)
        case .palette(let palette): press(key, on: palette)
        case .help(let scroll): press(key, onHelp: scroll)
        case .reasons(let reasons): press(key, on: reasons)
        case .rests(let list): press(key, on: list)
        case .returns(let list): press(key, on: list)
        case .handOffs(let list): press(key, on: list)
        case .parts(let list): press(key, on: list)
        case .offers(let list): press(key, on: list)
        case .question(let question): press(key, on: question)
        case .choice(let pane): press(key, on: pane)
        case .breach(let pane): press(key, on: pane)
        case .message(let pane): press(key, on: pane)
        case .reminders(let list): press(key, on: list)
        case .outbox(let list): press(key, on: list)
        case .importPage(let page): press(key, on: page)
        case .backtest(let page): press(key, on: page)
        case nil: nil
        }
    }

    mutating func pasteOverlay(_ text: String) -> [Effect] {
        switch overlay {
        case .find(var find):
            find.field.paste(text)
            return search(find)
        case .palette(var palette):
            palette.field.paste(text)
            palette.cursor = ListCursor()
            overlay = .palette(palette)
        case .breach(var pane):
            pane.field.paste(text)
            overlay = .breach(pane)
        case .importPage(let page): return paste(text, on: page)
        default: break
        }
        return []
    }
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
