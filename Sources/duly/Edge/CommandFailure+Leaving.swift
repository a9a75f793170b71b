import ArgumentParser
import Foundation
import Runtime

extension CommandFailure {
    /// Says what went wrong on stderr, and leaves.
    static func leave(with error: any Error) -> Never {
        if let status = error as? ExitCode { leave(Status(rawValue: status.rawValue) ?? .readOrWriteFailed) }
        // Help and version are not trouble; a mistake in the arguments is 64.
        switch Duly.exitCode(for: error) {
        case .success:
            Output.show(help: Duly.fullMessage(for: error))
            leave(.done)
        case .validationFailure: leave(CommandFailure(.usage, usage(error)))
        default: leave(CommandFailure(error))
        }
    }

    /// Leaves; with another status where something could not be shown.
    static func leave(_ status: Status) -> Never { Foundation.exit(Output.status(of: status).rawValue) }

    private static func leave(_ failure: CommandFailure) -> Never {
        if Output.isPiped { Output.pipe("! " + failure.sentence) }
        if !failure.sentence.isEmpty { Output.say("duly: " + failure.sentence) }
        leave(failure.status)
    }

    /// What is wrong with the arguments, as a sentence of ours; the command's help says what there is instead.
    private static func usage(_ error: any Error) -> String {
        let message = Duly.message(for: error)
        // A sentence of ours says itself what to do.
        guard !(error is ValidationError), let last = message.last else { return message }
        let sentence = ".?!".contains(last) ? message : message + "."
        return RefusalSentences.see(helpCall(error), after: sentence)
    }

    /// The parser knows to which command the arguments were given, and says so behind the usage alone.
    private static func helpCall(_ error: any Error) -> String {
        let lines = Duly.fullMessage(for: error).split(separator: "\n")
        let named = lines.last { $0.hasPrefix("  See '") }?.dropFirst(7).prefix { $0 != "'" }
        return named.map(String.init) ?? "duly --help"
    }
}
