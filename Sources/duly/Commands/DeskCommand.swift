import ArgumentParser
import Receivables
import Runtime

/// What `duly` alone does.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "The workstation (the default).", shouldDisplay: false)

    @Option(help: "The book's file (else DULY_BOOK, else your data folder).")
    var book: String?
    @Option(name: .customLong("as-of"), help: "Read it as it was then: DAY or DAYTHH:MM.")
    var asOf: String?

    func run() throws { try DeskCommand.work(path: Paths.book(book), asOf: asOf) }

    static func work(path: String, asOf: String? = nil, isDemo: Bool = false) throws {
        let opening = try DeskOpening(path: path, asOf: asOf, isDemo: isDemo)
        defer { opening.tidy() }
        for complaint in opening.complaints { Output.say("duly: " + DoneSentences.defaultIsUsed("\(complaint)")) }
        try DeskLoop(opening).run()
    }
}
