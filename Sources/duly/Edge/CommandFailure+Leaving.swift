import ArgumentParser
import Exchange
import Files
import Foundation
import Receivables
import Runtime
import Settings
import Terminal

extension CommandFailure {
    /// Says what went wrong on stderr, and leaves.
    static func leave(with error: any Error) -> Never {
        switch error {
        case let failure as CommandFailure: leave(failure)
        case let error as BookError: leave(CommandFailure(error.status, error.sentence))
        case let error as ImportError: leave(CommandFailure(error.status, error.sentence))
        case let error as TerminalError: leave(CommandFailure(.usage, "\(error)."))
        case let error as TemplateError: leave(CommandFailure(.configuration, "\(error)."))
        case let error as SettingsError:
            leave(CommandFailure(.configuration, error.sentences.map { $0 + "." }.joined(separator: "\n")))
        case is Interrupted: leave(CommandFailure(.interrupted, "Interrupted; the book is as it was."))
        case let problem as FileProblem:
            leave(CommandFailure(problem.step == .creating ? .cannotCreate : .readOrWriteFailed, problem.sentence))
        case let status as ExitCode: leave(Status(rawValue: status.rawValue) ?? .readOrWriteFailed)
        default:
            // Help and version are not trouble; a mistake in the arguments is 64.
            switch Duly.exitCode(for: error) {
            case .success:
                Output.show(help: Duly.fullMessage(for: error))
                leave(.done)
            case .validationFailure: leave(CommandFailure(.usage, usage(error)))
            default: leave(CommandFailure(.readOrWriteFailed, sentence(error)))
            }
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
        return "\(sentence) See `\(helpCall(error))`."
    }

    /// The parser knows to which command the arguments were given, and says so behind the usage alone.
    private static func helpCall(_ error: any Error) -> String {
        let lines = Duly.fullMessage(for: error).split(separator: "\n")
        let named = lines.last { $0.hasPrefix("  See '") }?.dropFirst(7).prefix { $0 != "'" }
        return named.map(String.init) ?? "duly --help"
    }
}
