// What this module says to users: one sentence for each error.

extension TerminalError {
    /// Why there is no screen and what to try, for standard error.
    public var description: String {
        switch self {
        case .notATerminal(let input):
            "standard \(input ? "input" : "output") is not a terminal; the screen needs one"
        case .unknownTerminal(name: ""):
            "TERM is not set, so it isn't known what terminal this is; try TERM=xterm-256color"
        case .unknownTerminal(let name):
            "the terminal '\(SafeText.line(name, limit: 80))' (TERM) is unknown here; try TERM=xterm-256color"
        case .tooSimple(let name):
            "the terminal '\(SafeText.line(name, limit: 80))' (TERM) can't place the cursor; try TERM=xterm-256color"
        case .failed:
            "the terminal could not be set up; is the terminfo database installed?"
        case .cannotRun(let program, let code):
            "'\(SafeText.line(program, limit: 200))' could not be started: \(SystemError.text(code))"
        }
    }
}

extension ThemeError {
    /// What is wrong and, where there is one, the most similar name.
    public var description: String {
        switch self {
        case .unknownSlot(let name, let near):
            "there is no style '\(SafeText.line(name))'" + ThemeError.hint(near)
        case .unknownGlyph(let name, let near):
            "there is no glyph '\(SafeText.line(name))'" + ThemeError.hint(near)
        case .paint(let slot, let error):
            "\(slot): \(error)"
        case .longMark(let slot, let mark):
            "\(slot): the mark '\(SafeText.line(mark, limit: 40))' is wider than two cells"
        case .notOneCell(let entry, let sign):
            "\(entry): '\(SafeText.line(sign, limit: 40))' must be exactly one cell wide"
        }
    }

    private static func hint(_ near: String?) -> String {
        near.map { "; did you mean '\($0)'?" } ?? ""
    }
}

extension PaintError {
    /// What is wrong with the words and which ones are possible.
    public var description: String {
        switch self {
        case .unknownWord(let word):
            """
            '\(SafeText.line(word))' is neither a colour (black, red, green, yellow, blue, magenta, cyan, white, \
            bright-red…, grey, default, 0-255, #rrggbb) nor bold, dim, italic, underline, reverse, blink or plain
            """
        case .secondForeground(let word):
            "'\(SafeText.line(word))' is a second colour for the text; "
                + "a background is written 'on \(SafeText.line(word))'"
        case .missingBackground:
            "'on' needs a colour behind it"
        case .afterBackground(let rest):
            "'\(SafeText.line(rest))' comes after the background; attributes come before 'on'"
        }
    }
}

extension KeyNotationError {
    /// Where the script is wrong and what to write instead.
    public var description: String {
        switch self {
        case .unclosed(let column):
            "column \(column): '<' without '>'; the key '<' itself is written <lt>"
        case .unknown(let name, let column):
            "column \(column): there is no key <\(SafeText.line(name))>"
        }
    }
}
