import Foundation
import Receivables
import Terminal
import Workstation

/// The user's own program that dials (ARCHITECTURE.md §8: its arguments as they are, never through a shell).
struct Dialling {
    private let hook: [String]
    private let mask: sigset_t

    /// - Parameters:
    ///   - hook: the program and its arguments, with `{number}`, `{extension}` and `{name}`; empty where there is
    ///     none.
    ///   - mask: the signals that it starts with.
    init(_ hook: [String], mask: sigset_t) {
        self.hook = hook
        self.mask = mask
    }

    /// Starts it, and doesn't wait for it. Only E.164 reaches it, which no program takes for an option.
    func dial(_ number: TelephoneNumber, _ name: String) -> [Event] {
        guard !hook.isEmpty, TelephoneNumber.isE164(number.e164) else { return [] }
        let arguments = Dialling.arguments(hook, number, name)
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(nowhere) }
        guard case .failure(let error) = ChildProcess.spawn(arguments, mask: mask, output: nowhere) else { return [] }
        return [
            .failed(
                Workstation.EffectFailure(
                    .other, "\(TerminalError.cannotRun(program: arguments[0], code: error.code))."))
        ]
    }

    /// The hook with its places filled in.
    static func arguments(_ hook: [String], _ number: TelephoneNumber, _ name: String) -> [String] {
        let digits = number.extensionDigits.filter { $0.isASCII && $0.isNumber }
        let facts = ["number": number.e164, "extension": digits, "name": name]
        return Placeholders.arguments(hook, facts)
    }
}
