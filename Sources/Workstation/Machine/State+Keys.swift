import Receivables
import Terminal

extension State {
    /// A key goes to what lies above the panes, else to the table of commands, else into the note.
    mutating func press(_ key: Key) -> [Effect] {
        notice = nil
        sitting.key(at: now)
        if overlay != nil {
            if let effects = pressOverlay(key) { return effects }
        } else if case .welcome(let welcome) = opening {
            if let effects = press(key, on: welcome) { return effects }
        } else if note?.wrapUp != nil {
            if let effects = pressOnWrapUp(key) { return effects }
        }
        if let command = desk.bindings.command(for: key, at: place) {
            return runOverOverlay(command)
        }
        if place == .note {
            if key == .enter, let pane = choiceAtCursor {
                overlay = pane
                return []
            }
            if type(key) { return [] }
        }
        sayWhatWorks(insteadOf: key)
        return []
    }

    /// A key without a meaning says which have one.
    private mutating func sayWhatWorks(insteadOf key: Key) {
        let keys = Footer(self).keysHere
        guard !keys.isEmpty else { return }
        notice = .plain(AvailabilitySentences.keyDoesNothing(key.label, keys: keys))
    }

    /// - Returns: whether the note had a use for the key.
    @discardableResult
    mutating func type(_ key: Key) -> Bool {
        let size = noteTextSize, context = noteContext
        return note?.edit(in: context) { $0.handle(key, in: size) } ?? false
    }

    /// In bytes.
    static let longestPaste = 100_000

    /// Whether letters go into the note now, whatever they are.
    public var writesNote: Bool { overlay == nil && hasBook && note?.wrapUp == nil && place == .note }

    /// Pasted text is text wherever text is taken, and nothing at all elsewhere.
    mutating func paste(_ text: String) -> [Effect] {
        // Longer than anybody reads before a call, and than a note can be worked on at once.
        if text.utf8.count > State.longestPaste { return [.keepPaste(text)] }
        if overlay != nil { return pasteOverlay(text) }
        if !hasBook { return [] }
        if note?.wrapUp != nil {
            _ = typeOnWrapUp { field in
                field.paste(text)
                return true
            }
            return []
        }
        guard place == .note else {
            notice = .plain(AvailabilitySentences.pasteNeedsNote)
            return []
        }
        let context = noteContext
        _ = note?.edit(in: context) { editor in
            editor.paste(text)
            return true
        }
        return []
    }

    /// The note as it came back from the external editor.
    mutating func takeEdited(_ text: String, of id: String) -> [Effect] {
        // Editors end files with a line break; the note's own end is kept.
        let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
        guard note?.id == id else { return [] }
        let context = noteContext
        _ = note?.edit(in: context) { editor in
            if editor.text != trimmed { editor.replaceAll(with: trimmed) }
            return true
        }
        return []
    }

    mutating func editOutside() -> [Effect] {
        guard let note else { return [] }
        focus = .note
        return [.edit(id: note.id, text: note.text)]
    }
}
