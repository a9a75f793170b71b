import Foundation
import Terminal
import Workstation

/// The user's own program that dials (DESIGN.md §8: its arguments as they are, never through a shell).
struct Dialling {
    private let hook: [String]
    private let mask: sigset_t

    /// - Parameters:
    ///   - hook: the program and its arguments, with `{number}` and `{name}`; empty where there is none.
    ///   - mask: the signals that it starts with.
    init(_ hook: [String], mask: sigset_t) {
        self.hook = hook
        self.mask = mask
    }

    /// Starts it, and doesn't wait for it.
    func dial(_ number: String, _ name: String) -> [Event] {
        guard !hook.isEmpty else { return [] }
        let arguments = hook.map { $0.replacingOccurrences(of: "{number}", with: number).replacingOccurrences(of: "{name}", with: name) }
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(nowhere) }
        guard case .failure(let error) = ChildProcess.spawn(arguments, mask: mask, output: nowhere) else { return [] }
        return [.failed(Workstation.Failure(.other, "\(TerminalError.cannotRun(program: arguments[0], code: error.code))."))]
    }
}
