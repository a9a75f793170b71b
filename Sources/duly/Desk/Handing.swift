import Glibc
import Terminal

/// The user's own program at work on a message.
final class Handing {
    let name: String
    private let process: pid_t
    private var status: Int32?

    /// - Throws: `TerminalError.cannotRun`.
    init(_ arguments: [String], mask: sigset_t) throws {
        name = arguments[0]
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
        guard waitpid(process, &ended, WNOHANG) != 0 else { return false }
        status = ended
        return true
    }

    var hasFailed: Bool { status != nil && status != 0 }

    /// Waits for its end.
    func wait() {
        var ended: Int32 = 0
        while status == nil {
            if waitpid(process, &ended, 0) >= 0 || errno != EINTR { status = ended }
        }
    }
}
