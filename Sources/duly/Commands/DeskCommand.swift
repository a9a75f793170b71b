import ArgumentParser
import Receivables
import Terminal
import Workstation

/// What `duly` alone does.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "The workstation (the default).", shouldDisplay: false)

    @OptionGroup var options: BookOptions

    func run() throws {
        let book = try options.open()
        let moment = try options.moment(book)
        let page = try book.queue(QueueQuery(moment: moment, limit: 20))
        Output.show(QueueTable(page, width: Output.width).lines)
        guard let first = page.rows.first else { return }
        let dossier = try book.dossier(of: first.payer, asOf: moment)
        let account = AccountPage(dossier, width: Output.width, theme: .standard, offset: World.offset)
        Output.show([Line(), account.title + "  " + account.state] + account.lines)
    }
}
