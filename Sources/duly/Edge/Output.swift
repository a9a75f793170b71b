import Exchange
import Foundation
import Terminal

/// What goes to stdout (data) and stderr (messages). Whatever comes from outside passes `SafeText` on the way.
enum Output {
    /// Data, line by line. Made safe by `Line.plain`.
    static func show(_ lines: [Line]) {
        write(lines.map { trimmed($0.plain) }.joined(separator: "\n") + "\n", to: .standardOutput)
    }

    /// Data for machines; laid out for people where it goes to a terminal.
    static func show(_ json: JSONValue) throws { write(try json.render(pretty: isTerminal), to: .standardOutput) }

    /// Whether the workstation reads along: then messages are its business, and progress goes down the pipe.
    static let isPiped = CommandLine.arguments.contains("--pipe")

    /// A line for the workstation.
    static func pipe(_ text: String) { write(text + "\n", to: .standardOutput) }

    /// A message.
    static func say(_ text: String) {
        guard !isPiped else { return }
        write(SafeText.block(text) + "\n", to: .standardError)
    }

    /// Writes over the line that stands there, for progress on a terminal.
    static func over(_ text: String) { write("\r\u{1B}[K" + SafeText.line(text), to: .standardError) }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorsGoToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal, or 100 where there is none.
    static var width: Int {
        var size = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return min(Int(size.ws_col), 160)
    }

    fileprivate static func trimmed(_ text: String) -> String {
        guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
        return String(text[...last])
    }

    /// A reader that goes away (`| head`) is no error.
    static func write(_ text: String, to file: FileHandle) { try? file.write(contentsOf: Data(text.utf8)) }
}
