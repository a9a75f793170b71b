import Receivables
import Terminal

// Keys for what lies above the panes. Nil: it has no use for the key.
extension State {
    mutating func pressAbove(_ key: Key) -> [Effect]? {
        switch overlay {
        case .find(let find): press(key, on: find)
        case .palette(let palette): press(key, on: palette)
        case .help(let scroll): press(key, onHelp: scroll)
        case .reasons(let reasons): press(key, on: reasons)
        case .rests(let list): press(key, on: list)
        case .question(let question): press(key, on: question)
        case nil: nil
        }
    }

    mutating func pasteAbove(_ text: String) -> [Effect] {
        switch overlay {
        case .find(var find):
            find.field.paste(text)
            return search(find)
        case .palette(var palette):
            palette.field.paste(text)
            palette.cursor = ListCursor()
            overlay = .palette(palette)
        default: break
        }
        return []
    }

    // MARK: Find

    mutating func startFind() -> [Effect] {
        if case .find = overlay { return [] }
        overlay = .find(FindPane(.open))
        return []
    }

    private mutating func press(_ key: Key, on find: FindPane) -> [Effect]? {
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

    private mutating func search(_ find: FindPane) -> [Effect] {
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
                return open(found.account, name: found.name, then: .call(.inbound))
            }
            return open(found.account, name: found.name, then: .show)
        }
    }

    // MARK: Palette

    mutating func openPalette() -> [Effect] {
        overlay = .palette(Palette())
        return []
    }

    private mutating func press(_ key: Key, on palette: Palette) -> [Effect]? {
        var palette = palette
        switch key {
        case .escape: overlay = nil
        case .enter:
            guard let command = palette.selected else { return [] }
            overlay = nil
            guard command.scope.includes(place) || command.scope == .panes else {
                notice = .plain("\(command.name.rawValue) works in: \(command.scope.title)")
                return []
            }
            return run(command)
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

    // MARK: Pages to read

    mutating func openHelp() -> [Effect] {
        overlay = .help(Scroll())
        return []
    }

    private mutating func press(_ key: Key, onHelp scroll: Scroll) -> [Effect]? {
        var scroll = scroll
        guard let movement = Movement(readingKey: key) else { return closes(key) }
        scroll.move(movement.distance(height: aboveHeight), count: KeyList(desk.bindings).lines.count, height: aboveHeight)
        overlay = .help(scroll)
        return []
    }

    private mutating func press(_ key: Key, on reasons: ReasonsPane) -> [Effect]? {
        var reasons = reasons
        guard let movement = Movement(readingKey: key) else { return closes(key) }
        reasons.scroll.move(movement.distance(height: aboveHeight), count: reasons.lines.count, height: aboveHeight)
        overlay = .reasons(reasons)
        return []
    }

    private mutating func press(_ key: Key, on list: RestList) -> [Effect]? {
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
    private mutating func closes(_ key: Key) -> [Effect]? {
        guard key == .character("q") || key == .escape else { return nil }
        overlay = nil
        return []
    }

    // MARK: Questions

    private mutating func press(_ key: Key, on question: Question) -> [Effect]? {
        switch key {
        case .character("n"), .character("q"), .escape:
            overlay = nil
            return []
        case .character("y"), .enter:
            overlay = nil
            switch question.answer {
            case .quit: return leave()
            case .undo(let entry): return undo(entry)
            case .discard: return discard()
            }
        default: return nil
        }
    }

    mutating func askToQuit() -> [Effect] {
        let drafts = drafts
        guard !drafts.isEmpty else { return [.quit] }
        overlay = .question(
            Question(
                title: drafts.count == 1 ? "Leave? A draft is kept" : "Leave? \(drafts.count) drafts are kept",
                lines: drafts.map(State.words(for:)), yes: "leave", answer: .quit))
        return []
    }

    mutating func askToDiscard() -> [Effect] {
        guard let note else { return [] }
        overlay = .question(
            Question(
                title: "Throw this note away?", lines: [State.words(for: note.draft(at: now))], yes: "throw away",
                answer: .discard))
        return []
    }

    private mutating func discard() -> [Effect] {
        guard let note else { return [] }
        self.note = nil
        if focus == .note { focus = .account }
        return (note.isWaiting ? [.stopWaiting(id: note.id)] : []) + [.deleteDraft(id: note.id)]
    }

    /// `Northwind Traders: call 00:03:12, "Spoke to Jane"`
    static func words(for draft: Draft) -> String {
        let what = draft.callStarted == nil ? "note" : "call \(CallClock.text(draft.talked))"
        let first = draft.note.split(whereSeparator: \.isNewline).first.map { ", \u{201C}\($0)\u{201D}" } ?? ""
        return "\(draft.name): \(what)\(first)"
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
