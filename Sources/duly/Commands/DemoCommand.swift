import ArgumentParser
import Demo
import Receivables
import Runtime

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Look around on a generated, realistic book.")

    @Option(help: "Keep the book in this file (it must not exist).")
    var keep: String?
    @Option(help: "How many accounts.")
    var accounts: Int = 300
    @Option(help: "How many invoices (20 an account by default).")
    var invoices: Int?
    @Option(help: "How many calls in the journal (4 an account by default).")
    var entries: Int?
    @Option(help: "Another seed, another book.")
    var seed: UInt64 = 1

    func validate() throws {
        guard accounts > 0, accounts <= 1_000_000, (invoices ?? 0) <= 20_000_000, (entries ?? 0) <= 20_000_000 else {
            throw ValidationError(ArgumentSentences.demoSize)
        }
    }

    @Flag(help: .hidden)
    var pipe = false

    func run() throws {
        Interrupt.watch()
        let path = try keep ?? temporaryPath()
        defer { if keep == nil { Books.remove(path) } }
        try make(path)
        guard keep == nil else {
            Output.say(DoneSentences.demoIs(in: path))
            return
        }
        try DeskCommand.work(path: path, isDemo: true)
    }

    private func temporaryPath() throws -> String {
        try Paths.make(Paths.stateFolder)
        return Paths.stateFolder + "/demo-\(ProcessContext.newID().prefix(8)).duly"
    }

    private func make(_ path: String) throws {
        let zone = ProcessContext.zone
        let moment = ProcessContext.moment(zone: zone)
        let book = try Books.create(path, rules: DemoPlan.rules(zone: zone))
        let progress = ProgressLine(DoneSentences.makingDemo)
        do {
            try DemoBook(
                DemoPlan(accounts: accounts, invoices: invoices, entries: entries, seed: seed, today: moment.day)
            )
            .fill(book, at: moment.at, progress: progress.show)
            try book.close()
        } catch {
            Books.remove(path)
            throw error
        }
        progress.end()
    }
}
