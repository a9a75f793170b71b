import CTerminal
import Glibc

/// What another program, or the system, asks of this one.
public enum Signal: Int32, CaseIterable, Sendable {
    /// SIGTERM: leave, in good order.
    case terminate = 15
    /// SIGHUP: the terminal is gone. Nothing can be shown any more.
    case hangUp = 1
    /// SIGINT, sent from elsewhere: Ctrl-C on the keyboard is a key.
    case interrupt = 2
    /// SIGTSTP, sent from elsewhere: Ctrl-Z is a key.
    case stop = 20
    /// SIGCONT: the program goes on after having been stopped, perhaps on another program's screen.
    case proceed = 18
    /// SIGCHLD: a child has ended or stopped.
    case child = 17
    /// SIGPWR: the power fails.
    case powerFails = 30
    /// SIGXCPU: more processor time is used than is allowed; soon the system will end it.
    case outOfTime = 24
}

/// Signals as something to be read, between two events, instead of something that interrupts.
///
/// They are blocked for the whole process as long as this exists. Make it before any thread, and start other
/// programs with `ChildProcess`, or with the signal mask in `before`: they would inherit the blocked ones.
public final class Signals {
    /// Becomes readable when a signal has arrived.
    public let descriptor: Int32
    /// The signal mask as it was.
    public let before: sigset_t

    /// - Throws: `TerminalError.failed` if the system has no descriptor left.
    public init(_ signals: [Signal] = Signal.allCases) throws(TerminalError) {
        var before = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &before)
        descriptor = terminal_signals_open(signals.map(\.rawValue), Int32(signals.count))
        self.before = before
        guard descriptor >= 0 else {
            pthread_sigmask(SIG_SETMASK, &before, nil)
            throw .failed
        }
    }

    deinit {
        close(descriptor)
        var before = before
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    /// Those that have arrived since the last time, each once, in the order of their first arrival.
    public func drain() -> [Signal] {
        var arrived: [Signal] = []
        while case let number = terminal_signals_read(descriptor), number > 0 {
            if let signal = Signal(rawValue: number), !arrived.contains(signal) { arrived.append(signal) }
        }
        return arrived
    }
}
