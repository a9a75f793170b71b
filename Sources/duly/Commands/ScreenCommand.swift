import ArgumentParser
import Receivables
import Runtime
import Telephony
import Terminal
import Workstation

struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen", abstract: "A screen as text, after a key script; the book is left as it was.",
        discussion: "Keys are written as they are typed, special ones in brackets: \"jj<enter>c<F8>n\", \"<lt>\" for <."
    )

    @Option(help: "The keys.")
    var keys: String = ""
    @Option(help: "Columns x rows.")
    var size: String = "80x24"
    @Option(help: "The book's file (else DULY_BOOK, else your data folder).")
    var book: String?
    @Option(name: .customLong("as-of"), help: "Read it as it was then: DAY or DAYTHH:MM.")
    var asOf: String?
    @Option(help: "A theme by name.")
    var theme: String?

    func run() throws {
        guard let size = Size(size), size.columns > 0, size.rows > 0, size.columns <= 1000, size.rows <= 1000 else {
            throw ValidationError(ArgumentSentences.screenSize)
        }
        let script: [Key]
        do {
            script = try Key.parse(keys)
        } catch {
            throw ValidationError("\(error)")
        }
        let path = Paths.book(book)
        let rehearsal = try Books.open(path, asRehearsal: true)
        var user = UserConfiguration.load()
        if let theme { user.theme = try UserConfiguration.theme(named: theme) }
        var rehearsing = try Rehearsal(rehearsal, path: path, size: size, asOf: asOf, user: user)
        for key in script { rehearsing.feed(.key(key)) }
        Output.show(SafeText.lines(rehearsing.screen.text).map { Line(String($0)) })
    }
}
