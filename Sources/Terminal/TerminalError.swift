/// Why the screen can't be had, with what to do about it.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
    /// Standard input or output leads somewhere else: a pipe, a file.
    case notATerminal(standardInput: Bool)
    /// The terminal's type is unknown here; `name` is the value of TERM, empty if it isn't set.
    case unknownTerminal(name: String)
    /// The terminal can't place the cursor.
    case tooSimple(name: String)
    /// The terminal library refused for another reason.
    case failed
    /// Another program couldn't be started; `code` is the system's error number.
    case cannotRun(program: String, code: Int32)

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
