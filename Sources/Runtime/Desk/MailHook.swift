import Glibc
import Terminal

/// The user's own program at work on a message.
final class MailHook {
    let name: String
    private let process: pid_t
    private var status: Int32?

    /// - Throws: `TerminalError.cannotRun`.
    init(_ arguments: [String], mask: sigset_t) throws {
        name = arguments[0]
        // Where the program that started us ignores ends of children, none could be told from a failure.
        signal(SIGCHLD, SIG_DFL)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(nowhere) }
        switch ChildProcess.spawn(arguments, mask: mask, output: nowhere) {
        case .success(let process): self.process = process
        case .failure(let error): throw TerminalError.cannotRun(program: arguments[0], code: error.code)
        }
    }

    /// Asked until it is.
    var isOver: Bool {
        if status != nil { return true }
        var ended: Int32 = 0
        switch waitpid(process, &ended, WNOHANG) {
        case 0: return false
        case -1: status = -1
        default: status = ended
        }
        return true
    }

    var hasFailed: Bool { status != nil && status != 0 }

    /// Waits for its end.
    func wait() {
        var ended: Int32 = 0
        while status == nil {
            if waitpid(process, &ended, 0) >= 0 {
                status = ended
            } else if errno != EINTR {
                status = -1
            }
        }
    }
}
