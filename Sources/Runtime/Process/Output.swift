import Exchange
import Foundation
import Synchronization
import Terminal

/// The one way to stdout (data) and stderr (messages).
///
/// Whatever comes from outside passes `SafeText` on the way. Only CSV, JSON and messages keep their bytes, and only on
/// the way to a file or a pipe: a terminal would obey them.
package enum Output {
    /// Data, line by line. Made safe by `Line.plain`.
    package static func show(_ lines: [Line]) {
        write(lines.map { trimmed($0.plain) }.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
    }

    /// Data for machines; laid out for people where it goes to a terminal.
    package static func show(_ json: JSONValue) throws { show(data: try json.render(pretty: isTerminal)) }

    /// CSV or a message, as it is but for a terminal.
    package static func show(data: String) {
        write(isTerminal ? SafeText.block(data) : data, to: STDOUT_FILENO)
    }

    /// What the parser of arguments has to say by itself: help, the version.
    package static func show(help: String) { write(SafeText.block(help) + "\n", to: STDOUT_FILENO) }

    /// Whether the workstation reads along: then messages are its business, and progress goes down the pipe.
    package static let isPiped = CommandLine.arguments.contains("--pipe")

    /// A line for the workstation.
    package static func pipe(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// A message.
    package static func say(_ text: String) {
        guard !isPiped else { return }
        write(SafeText.block(text) + "\n", to: STDERR_FILENO)
    }

    /// A message that the workstation is to show as well.
    static func complain(_ text: String) {
        if isPiped { pipe("! " + text) }
        say(text)
    }

    /// Writes over the line that stands there, for progress on a terminal.
    package static func over(_ text: String) { write("\r\u{1B}[K" + SafeText.line(text), to: STDERR_FILENO) }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var errorsGoToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal, or 100 where there is none.
    package static var width: Int {
        var size = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return min(Int(size.ws_col), 160)
    }

    fileprivate static func trimmed(_ text: String) -> String {
        guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
        return String(text[...last])
    }

    // MARK: What can't be written

    /// Called before anything is opened or written.
    ///
    /// A closed stdout or stderr is filled with a descriptor that can't be written to: the next file that is opened
    /// would take its number, and get the messages.
    package static func prepare() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
        // Work that is half done would stay so. A child of the workstation, though, is to end with it.
        if !isPiped { signal(SIGPIPE, SIG_IGN) }
        // Instead, the writing fails with a reason.
        signal(SIGXFSZ, SIG_IGN)
        leaveOutTheBacktracer()
    }

    /// A crash ends the program; it doesn't open the toolchain's debugger in a caller's terminal. A developer who sets
    /// SWIFT_BACKTRACE wants it.
    private static func leaveOutTheBacktracer() {
        guard getenv("SWIFT_BACKTRACE") == nil else { return }
        for number in [SIGSEGV, SIGABRT, SIGQUIT, SIGILL, SIGTRAP, SIGBUS, SIGFPE] {
            var found = sigaction()
            guard sigaction(number, nil, &found) == 0, found.sa_flags & SA_SIGINFO != 0 else { continue }
            signal(number, SIG_DFL)
        }
    }

    /// The first reason why something that was to be said or shown could not be.
    private static let trouble = Mutex<Int32?>(nil)

    /// The status to leave with: what was shown may be the only outcome, so that none of it, or a part, is no success.
    package static func status(of status: Status) -> Status {
        guard let code = trouble.withLock(\.self), status == .done || status == .someRefused else { return status }
        say("duly: " + RuntimeSentences.outputFailed(String(cString: strerror(code))))
        return .readOrWriteFailed
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if count == 0 || errno != EINTR && errno != EAGAIN {
                let code = count == 0 ? EIO : errno
                return fail(code, descriptor)
            } else if errno == EAGAIN {
                // The program that started us reads on in their own time.
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&wait, 1, -1)
            }
        }
    }

    private static func fail(_ code: Int32, _ descriptor: Int32) {
        // A reader that goes away (`| head`) is no error, nor is it where messages were turned off (`2>&-`).
        guard code != EPIPE, code != EBADF || descriptor == STDOUT_FILENO else { return }
        trouble.withLock { $0 = $0 ?? code }
    }
}
