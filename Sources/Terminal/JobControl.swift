import Glibc

/// Stopping, and running other programs, as a shell's user expects it.
enum JobControl {
    /// Stops this program until it is told to go on. The system ignores it where no one could tell it to.
    static func stop() {
        withDefaultStop { _ = raise(SIGTSTP) }
    }

    /// Runs a program in the foreground and waits for its end.
    ///
    /// - Parameter mask: the signals blocked in the program.
    /// - Returns: its exit status; 128 and the signal's number if a signal ended it.
    static func run(_ arguments: [String], mask: sigset_t) throws(TerminalError) -> Int32 {
        guard let program = arguments.first else { throw .cannotRun(program: "", code: ENOENT) }
        let keys = keyboardSignals()
        var both = keys, before = sigset_t()
        // Ctrl-C in an editor is the editor's; it reaches this program as well, and must not end it.
        pthread_sigmask(SIG_BLOCK, &both, &before)
        defer {
            discardPending(keys)
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
        var status: Int32 = 0
        var failure: Int32 = 0
        // Ctrl-Z there stops the whole job, so that the shell comes back.
        withDefaultStop {
            switch ChildProcess.spawn(arguments, mask: mask) {
            case .success(let child): while waitpid(child, &status, 0) < 0, errno == EINTR {}
            case .failure(let error): failure = error.code
            }
        }
        guard failure == 0 else { throw .cannotRun(program: program, code: failure) }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    private static func keyboardSignals() -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGINT)
        sigaddset(&set, SIGQUIT)
        return set
    }

    private static func discardPending(_ signals: sigset_t) {
        var set = signals
        var immediately = timespec()
        while sigtimedwait(&set, nil, &immediately) > 0 {}
    }

    /// Lets SIGTSTP do what it does by default: curses would redraw a screen that isn't there.
    private static func withDefaultStop(_ body: () -> Void) {
        var standard = sigaction(), action = sigaction()
        standard.__sigaction_handler.sa_handler = SIG_DFL
        sigaction(SIGTSTP, &standard, &action)
        var stop = sigset_t(), mask = sigset_t()
        sigemptyset(&stop)
        sigaddset(&stop, SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &stop, &mask)
        body()
        pthread_sigmask(SIG_SETMASK, &mask, nil)
        sigaction(SIGTSTP, &action, nil)
    }
}
