import ArgumentParser
import Exchange
import Receivables
import Runtime
import Terminal
import Workstation

struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "What was done, newest first.")

    @OptionGroup var options: BookOptions
    @Option(help: "Of this account's payer only.")
    var account: String?
    @Option(help: "Only of this kind: call, note, import, rules, undo; or with a cause, contact or feedback in it.")
    var kind: String?
    @Option(help: "Only by this author.")
    var author: String?
    @Option(help: "From this day on.")
    var from: String?
    @Option(help: "Up to this day.")
    var to: String?
    @Option(help: "At most so many entries.")
    var limit: Int = 50

    func run() throws {
        let book = try options.open()
        var query = JournalQuery(payer: account.map { AccountNumber($0) }, limit: max(0, limit))
        query.remark = kind.flatMap { JournalQuery.Remark(rawValue: $0) }
        query.kind = query.remark == nil ? kind : nil
        query.author = author
        query.from = try from.map(Day.argument)
        query.to = try to.map(Day.argument) ?? options.asOf.map { _ in try options.moment(book).day }
        let entries = try book.journal(query)
        if options.json {
            try Output.show(.array(entries.map(\.json)))
        } else {
            let zone = try book.rules().zone
            Output.show(JournalTable(entries, clock: { ProcessContext.local($0, zone: zone) }).lines)
        }
    }
}
