import Glibc

/// Starting other programs with signals as they would be without us.
public enum ChildProcess {
    /// The system's error number for a program that couldn't be started.
    public struct StartError: Error, Hashable, Sendable {
        /// The system's error number, such as `ENOENT` for a program that isn't there.
        public let code: Int32
    }

    /// Starts a program, looked up in PATH, without a shell.
    ///
    /// - Parameters:
    ///   - arguments: the program's name, and what it is given.
    ///   - mask: the signals blocked in it: those that were blocked before `Signals` was made.
    ///   - output: a descriptor that becomes its standard output, such as a pipe's writing end; nil for ours. With one,
    ///     the program reads nothing: it must not take the keys that are meant for us.
    /// - Returns: its process id, for `waitpid`.
    public static func spawn(
        _ arguments: [String], mask: sigset_t, output: Int32? = nil
    ) -> Result<pid_t, StartError> {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = mask, standard = standardSignals()
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setsigdefault(&attributes, &standard)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }

        let copies = arguments.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        guard let program = copies.first ?? nil else { return .failure(StartError(code: ENOENT)) }
        var child: pid_t = 0
        let code = posix_spawnp(&child, program, &actions, &attributes, copies + [nil], environ)
        return code == 0 ? .success(child) : .failure(StartError(code: code))
    }

    private static func standardSignals() -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        // All of them: what we ignore would be ignored there too.
        sigfillset(&set)
        return set
    }
}
