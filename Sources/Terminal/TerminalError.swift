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
}
