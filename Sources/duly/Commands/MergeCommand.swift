import ArgumentParser
import Receivables
import Runtime

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Two accounts that are one customer: give the second the first as its payer.",
        discussion: """
            They are then one row of the queue, one page, one call. Both keep their numbers, items and history, and \
            --undo takes it back. Nothing is ever merged without being told.
            """)

    @Argument(help: "Who pays.")
    var payer: String
    @Argument(help: "The account that is the same customer.")
    var account: String
    @Option(name: .customLong("book"), help: "The book's file (else DULY_BOOK, else your data folder).")
    var book: String?
    @Option(help: "Why.")
    var note: String = ""
    @Flag(help: "Take it back: the account has the payer of before.")
    var undo = false

    func run() throws {
        let book = try Books.open(Paths.book(book))
        let number = AccountNumber(account)
        let moment = ProcessContext.moment(zone: try book.rules().zone)
        var entry = NewEntry(
            id: ProcessContext.newID(), payer: AccountNumber(payer), at: moment.at, day: moment.day,
            author: ProcessContext.author, text: note,
            act: .undo)
        if undo {
            entry.undoes = try merging(book, number).seq
        } else {
            let before = try book.dossier(of: number, asOf: moment).facts.payer
            entry.act = .payer(PayerChange(account: number, before: before))
        }
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return }
        let now = try book.dossier(of: number, asOf: moment).facts.payer
        Output.say(DoneSentences.paidFor("\(account)", by: now == number ? nil : now.text, entry: place))
    }

    /// The entry that is to be taken back.
    private func merging(_ book: any Book, _ number: AccountNumber) throws -> Entry {
        let entries = try book.journal(JournalQuery(payer: AccountNumber(payer)))
        let counting = Set(counting(entries.reversed()).map(\.seq))
        let found = entries.first { entry in
            guard case .payer(let change) = entry.act else { return false }
            return change.account == number && counting.contains(entry.seq)
        }
        guard let found else {
            throw CommandFailure(.notFound, RefusalSentences.neverMerged("\(account)", into: "\(payer)"))
        }
        return found
    }
}
