import Receivables
import Terminal

// Structured lines begun by a key: what a form would be elsewhere, with the text of the note around it.
extension State {
    /// `/promise all ▏INV-2210`: the day is typed between.
    mutating func beginPromise() -> [Effect] {
        let items = markedNumbers
        return beginLine(
            items.isEmpty ? "/promise " : "/promise all ",
            behind: items.isEmpty ? "" : " " + items.joined(separator: " "))
    }

    mutating func beginDispute() -> [Effect] {
        let items = markedNumbers
        return beginLine("/dispute " + items.map { $0 + " " }.joined())
    }

    mutating func beginFollowUp() -> [Effect] { beginLine("/next ") }

    /// Numbers of the marked items, else of the one under the cursor of the list.
    private var markedNumbers: [String] {
        guard let list = account.open?.items else { return [] }
        if !list.marked.isEmpty { return list.markedItems.map(\.number) }
        guard place == .items, list.items.indices.contains(list.cursor.index) else { return [] }
        return [list.items[list.cursor.index].number]
    }

    /// Whole lines at the end of the note, the cursor on a new one below them.
    mutating func addLines(_ lines: String) -> [Effect] { beginLine(lines + "\n") }

    /// A line of its own at the end of the note, the cursor before `tail`.
    mutating func beginLine(_ head: String, behind tail: String = "") -> [Effect] {
        var effects: [Effect] = []
        if let wrapUp = note?.wrapUp { note?.stage = .writing(left: wrapUp) }
        if note == nil { effects = startNote() }
        guard note != nil else { return effects }
        let context = noteContext
        _ = note?.edit(in: context) { editor in
            editor.moveToEnd()
            let isFresh = editor.isEmpty || editor.text.hasSuffix("\n")
            editor.insert((isFresh ? "" : "\n") + head + tail)
            editor.moveCursor(to: editor.count - tail.count)
            return true
        }
        focus = .note
        return effects
    }
}
