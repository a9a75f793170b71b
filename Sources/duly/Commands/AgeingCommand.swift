import ArgumentParser
import Exchange
import Receivables
import Runtime
import Terminal
import Workstation

struct AgeingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ageing", abstract: "What is open, by how late it is.")

    @OptionGroup var options: BookOptions
    @Flag(name: .customLong("by-account"), help: "A row per account and currency.")
    var byAccount = false

    func run() throws {
        let book = try options.open()
        let report = try book.ageing(on: try options.moment(book).day, in: nil)
        if options.json {
            try Output.show(report.json())
        } else {
            Output.show(AgeingTable(report, byAccount: byAccount, width: Output.width).lines)
        }
    }
}
