/// A key that was pressed.
public enum Key: Hashable, Sendable {
    /// A key that writes: a letter, a digit, a space.
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// An arrow to the left or right together with Ctrl (or Alt).
    case wordLeft, wordRight
    /// F1 is `function(1)`.
    case function(Int)
    /// A letter in lower case, or one of `@ [ \ ] ^ _` or a space, together with Ctrl.
    case control(Character)
    /// A character together with Alt. A terminal sends Esc and the character for it, so Esc followed by a
    /// character within the same instant is this key too.
    case alt(Character)
}

/// Something that came from the keyboard's side.
public enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Text pasted in one go, its line breaks as line feeds. Never commands.
    case paste(String)
    case resize(Size)
}
