import ArgumentParser
import Exchange
import Files
import Receivables
import Runtime
import Terminal

struct PlacementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "placement", abstract: "A customer's debt as a file for an agency or a lawyer.",
        discussion:
            """
            Statement, open items, promises, disputes, people, calls and messages. Nothing is recorded: `duly \
            decide` does that.
            """
    )

    @Argument(help: "The account's number.")
    var number: String
    @OptionGroup var options: BookOptions
    @Option(help: "The file to write; it must not exist. By default stdout.")
    var output: String?

    func validate() throws {
        if options.json {
            throw ValidationError(ArgumentSentences.placementIsText(number))
        }
    }

    func run() throws {
        let book = try options.open()
        let text = PlacementText(Placement(try book.dossier(of: AccountNumber(number), asOf: try options.moment(book))))
            .text
        guard let output else { return Output.show(SafeText.lines(text).map { Line(String($0)) }) }
        try NewFile.write(text, to: output, readers: .sharersOfTheFolder)
        Output.say(DoneSentences.written(to: output))
    }
}
