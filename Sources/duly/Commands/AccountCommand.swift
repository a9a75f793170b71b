import ArgumentParser
import Exchange
import Receivables
import Runtime
import Terminal
import Workstation

struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "The preparation page of an account.")

    @Argument(help: "The account's number.")
    var number: String
    @OptionGroup var options: BookOptions
    @Flag(help: "Also list every open item.")
    var items = false

    func run() throws {
        let book = try options.open()
        let dossier = try book.dossier(of: AccountNumber(number), asOf: try options.moment(book))
        if options.json {
            let brief = Brief(dossier)
            try Output.show(
                dossier.json(agenda: brief.agenda, expect: brief.expect.map { "\($0.saying) \($0.answer)" }))
            return
        }
        let page = AccountPage(dossier, width: Output.width, theme: .standard, offset: ProcessContext.offset)
        Output.show([page.title + "  " + page.state] + page.lines)
        guard items else { return }
        let list = ItemsPage(dossier, theme: .standard)
        Output.show([Line(), list.head] + list.items.map { list.row($0, width: Output.width) })
    }
}
