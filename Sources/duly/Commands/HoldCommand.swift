import ArgumentParser
import Receivables
import Runtime

struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Leave a payer alone until somebody looks again.",
        discussion: "The balance stays in the ageing. The same reason again moves the review day.")

    @Argument(help: "The account's number.")
    var number: String
    @Argument(help: ArgumentHelp(HoldReason.allCases.map(\.rawValue).joined(separator: ", ") + "."))
    var reason: String
    @Option(name: .customLong("book"), help: "The book's file (else DULY_BOOK, else your data folder).")
    var path: String?
    @Option(help: "Who looks again; by default you.")
    var owner: String = ""
    @Option(help: "When somebody looks again; by default in \(PayerHold.usualDays) days.")
    var review: String?
    @Option(help: "What is known.")
    var note: String = ""

    func run() throws {
        let book = try Books.open(Paths.book(path))
        let rules = try book.rules()
        let moment = ProcessContext.moment(zone: rules.zone)
        let words = ContactWords(today: moment.day, calendar: rules.calendar, order: rules.dateOrder)
        let until: [Substring] = try review.map { ["until", Substring(try Day.argument($0).iso)] } ?? []
        let by: [Substring] = owner.isEmpty ? [] : ["by"] + ContactOptions.split(owner)
        let hold = try ContactOptions.understood(words.hold(ContactOptions.split(reason) + until + by))
        let entry = NewEntry(
            id: ProcessContext.newID(), payer: AccountNumber(number), at: moment.at, day: moment.day,
            author: ProcessContext.author, text: note,
            act: .hold(hold))
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return }
        Output.say(DoneSentences.recorded(place))
    }
}

struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "End a payer's holds of ours, or the wish not to be called.",
        discussion: "What the ERP holds is released there.")

    @Argument(help: "The account's number.")
    var number: String
    @Option(name: .customLong("book"), help: "The book's file (else DULY_BOOK, else your data folder).")
    var path: String?
    @Flag(help: "They may be called again.")
    var calls = false
    @Option(help: "Why.")
    var note: String = ""

    func run() throws {
        let book = try Books.open(Paths.book(path))
        let moment = ProcessContext.moment(zone: try book.rules().zone)
        let facts = try book.dossier(of: AccountNumber(number), asOf: moment).facts
        let releases = facts.limits.releases(calls ? .noCall : .hold)
        guard !releases.isEmpty else {
            let erp = !calls && facts.accounts.contains { $0.account.hold != nil }
            throw CommandFailure(
                .notFound,
                calls
                    ? RefusalSentences.mayBeCalled(number)
                    : erp ? RefusalSentences.heldInERP(number) : RefusalSentences.notOnHold(number))
        }
        let entries = releases.map {
            NewEntry(
                id: ProcessContext.newID(), payer: AccountNumber(number), at: moment.at, day: moment.day,
                author: ProcessContext.author, text: note,
                act: .release($0))
        }
        guard case .saved(let place) = try book.record(entries, seen: nil) else { return }
        Output.say(DoneSentences.recorded(place))
    }
}
