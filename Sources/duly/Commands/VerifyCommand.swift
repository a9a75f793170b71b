import ArgumentParser
import Exchange
import FileStore
import Receivables
import Terminal

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Ask the book whether all it holds fits together.")

    @OptionGroup var options: BookOptions
    @Flag(help: "Make everything again that only follows from the journal and the facts; those are never touched.")
    var repair = false

    func run() throws {
        Interrupt.watch()
        let book = try options.open()
        let progress = ProgressLine("verifying")
        let repaired = repair ? try book.repair(progress: progress.show) : nil
        let proof = try repaired?.after ?? book.verify(progress: progress.show)
        progress.end()
        if let repaired, !options.json { tell(repaired) }
        if options.json {
            try Output.show(proof.json)
        } else if proof.isSound {
            Output.show([
                Line(
                    """
                    Sound: \(proof.entries) \(proof.entries == 1 ? "entry" : "entries"), \(proof.accounts) \
                    \(proof.accounts == 1 ? "account" : "accounts").
                    """
                ), Line("Head \(proof.head)", .muted),
            ])
        } else {
            Output.show(proof.problems.map { Line("\($0.kind): \($0.location): \($0.text)") })
        }
        if !proof.isSound { throw ExitCode(Status.badData.rawValue) }
    }

    /// What was wrong and what was done about it.
    private func tell(_ repair: Repair) {
        guard !repair.before.isSound else { return }
        guard !repair.rebuilt.isEmpty else {
            return Output.show([
                Line("Nothing was rebuilt: journal or facts are damaged, or the file itself. Restore a backup.")
            ])
        }
        let found = repair.before.problems.map { Line("\($0.kind): \($0.location): \($0.text)") }
        Output.show(
            [Line("Wrong before:")] + found + [Line("Rebuilt: " + repair.rebuilt.joined(separator: ", ") + ".")])
    }
}
