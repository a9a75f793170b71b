import ArgumentParser
import Exchange
import FileStore
import Receivables
import Runtime
import Terminal

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Ask the book whether all it holds fits together.")

    @OptionGroup var options: BookOptions
    @Flag(help: "Make everything again that only follows from the journal and the facts; those are never touched.")
    var repair = false

    func run() throws {
        Interrupt.watch()
        let proof: Verification
        do {
            proof = try verified()
        } catch BookError.damaged(let path, let why) {
            // So damaged that it can't be read to the end: that is what was to be found out.
            let problem = Verification.Problem(kind: .damage, location: path, text: why)
            proof = Verification(entries: 0, accounts: 0, head: "", problems: [problem])
        }
        if options.json {
            try Output.show(proof.json)
        } else if proof.isSound {
            Output.show([
                Line(
                    DoneSentences.sound(entries: Int(proof.entries), accounts: Int(proof.accounts))
                ), Line(DoneSentences.head("\(proof.head)"), .muted),
            ])
        } else {
            Output.show(lines(of: proof))
            if let advice = advice(on: proof) { Output.say(advice) }
        }
        if !proof.isSound { throw ExitCode(Status.badData.rawValue) }
    }

    private func verified() throws -> Verification {
        let book = try options.openFile()
        let progress = ProgressLine(DoneSentences.verifying)
        defer { progress.end() }
        guard repair else { return try book.verify(progress: progress.show) }
        let repaired = try book.repair(progress: progress.show)
        progress.end()
        if !options.json { tell(repaired) }
        return repaired.after
    }

    /// What to do now; nil where each problem says it itself.
    private func advice(on proof: Verification) -> String? {
        if proof.canBeRepaired {
            return DoneSentences.repairIt
        }
        guard proof.problems.contains(where: { $0.kind != .permissions }) else { return nil }
        return DoneSentences.restoreABackup
    }

    private func lines(of proof: Verification) -> [Line] {
        proof.problems.map { Line("\($0.kind.rawValue): \($0.location): \($0.text)") }
    }

    /// What was wrong and what was done about it.
    private func tell(_ repair: Repair) {
        guard !repair.before.isSound else { return }
        guard !repair.rebuilt.isEmpty else {
            return Output.show([
                Line(DoneSentences.nothingRebuilt)
            ])
        }
        Output.show(
            [Line(DoneSentences.wrongBefore)] + lines(of: repair.before) + [
                Line(DoneSentences.rebuilt(repair.rebuilt.map { "\($0)" }))
            ])
    }
}
