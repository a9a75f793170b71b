extension TextEditor {
    /// Does what a key means in a text field: writing, moving, deleting, undoing. False for a key that means
    /// nothing here, so that its sender can use it.
    ///
    /// - Parameters:
    ///   - key: the key that was pressed.
    ///   - size: the field's, for moving by rows and pages and for scrolling.
    public mutating func handle(_ key: Key, in size: Size) -> Bool {
        guard edit(key) || move(key, in: size) else { return false }
        settle(in: size)
        return true
    }

    private mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .enter: insert("\n")
        case .backspace: deleteBackward()
        case .delete, .control("d"): deleteForward()
        case .control("w"), .alt("\u{7F}"): deleteWordBackward()
        case .alt("d"): deleteWordForward()
        case .control("k"): killToEndOfLine()
        case .control("u"): killToStartOfLine()
        case .control("y"): yank()
        case .control("_"): undo()
        case .alt("_"): redo()
        default: return false
        }
        return true
    }

    private mutating func move(_ key: Key, in size: Size) -> Bool {
        switch key {
        case .left, .control("b"): moveLeft()
        case .right, .control("f"): moveRight()
        case .wordLeft, .alt("b"): moveWordLeft()
        case .wordRight, .alt("f"): moveWordRight()
        case .home, .control("a"): moveToStartOfLine()
        case .end, .control("e"): moveToEndOfLine()
        case .up, .control("p"): move(rows: -1, columns: size.columns)
        case .down, .control("n"): move(rows: 1, columns: size.columns)
        case .pageUp: move(rows: -max(1, size.rows - 1), columns: size.columns)
        case .pageDown: move(rows: max(1, size.rows - 1), columns: size.columns)
        default: return false
        }
        return true
    }
}
