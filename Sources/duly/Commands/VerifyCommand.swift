import ArgumentParser
import Exchange
import Receivables
import Terminal

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Ask the book whether all it holds fits together.")

    @OptionGroup var options: BookOptions

    func run() throws {
        Interrupt.watch()
        let book = try options.open()
        let progress = ProgressLine("verifying")
        let proof = try book.verify(progress: progress.show)
        progress.end()
        if options.json {
            try Output.show(proof.json)
        } else if proof.isSound {
            Output.show([Line("Sound: \(proof.entries) \(proof.entries == 1 ? "entry" : "entries"), \(proof.accounts) \(proof.accounts == 1 ? "account" : "accounts")."), Line("Head \(proof.head)", .muted)])
        } else {
            Output.show(proof.problems.map { Line("\($0.kind): \($0.location): \($0.text)") })
        }
        if !proof.isSound { throw ExitCode(Status.badData.rawValue) }
    }
}
