import ArgumentParser
import Exchange
import Receivables
import Runtime
import Terminal

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Offer unapplied cash to open items, oldest first.",
        discussion: """
            Payments that name no invoice, and what was paid beyond one, stay unapplied until somebody says otherwise. \
            Shows what would settle what; --apply does it, one entry of the journal for each customer, which can be \
            taken back. Disputed items are left alone.
            """)

    @Argument(help: "One customer's account; else everybody's.")
    var number: String?
    @OptionGroup var options: BookOptions
    @Option(help: "Only to this item, by its number or the end of it; may be given again.")
    var item: [String] = []
    @Flag(help: "Do what is shown.")
    var apply = false

    func run() throws {
        let book = try options.open()
        let moment = try options.moment(book)
        if apply, options.asOf != nil {
            throw ValidationError(ArgumentSentences.matchedToday)
        }
        if number == nil, !item.isEmpty { throw ValidationError(ArgumentSentences.itemOfOneAccount) }
        var offers: [(account: AccountNumber, payer: AccountNumber, matches: [CashMatch], left: [Money])] = []
        for (account, cash) in try book.unapplied(of: number.map { AccountNumber($0) }) {
            let facts = try book.dossier(of: account, asOf: moment).facts
            var items = facts.accounts.first { $0.account.number == account }?.items ?? []
            if !item.isEmpty {
                let wanted = try ItemArguments.keys(item, of: ItemLookup(of: facts))
                items = items.filter { wanted.contains($0.key(of: account)) }
            }
            let matches = account.matches(of: cash, to: items)
            offers.append((account, facts.payer, matches, left(of: cash, after: matches)))
        }
        try show(offers)
        guard apply else { return }
        let entries = offers.filter { !$0.matches.isEmpty }.map { offer in
            NewEntry(
                id: ProcessContext.newID(), payer: offer.payer, at: moment.at, day: moment.day,
                author: ProcessContext.author,
                act: .matched(offer.matches))
        }
        _ = try book.record(entries, seen: nil)
        Output.say(DoneSentences.matched(entries.count))
    }

    private func left(of cash: [UnappliedCash], after matches: [CashMatch]) -> [Money] {
        var left: [Currency: Int64] = [:]
        func add(_ minor: Int64, _ currency: Currency) { left[currency] = (left[currency] ?? 0).saturatingAdd(minor) }
        for payment in cash { add(payment.amount.minor, payment.amount.currency) }
        for match in matches { add(0 - match.amount.minor, match.amount.currency) }
        return left.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { Money(minor: $0.value, $0.key) }
    }

    private func show(_ offers: [(account: AccountNumber, payer: AccountNumber, matches: [CashMatch], left: [Money])])
        throws
    {
        if options.json {
            try Output.show(.array(offers.map { JSONValue(account: $0.account, matches: $0.matches, left: $0.left) }))
            return
        }
        if offers.isEmpty { Output.say(DoneSentences.noUnapplied) }
        for offer in offers {
            var lines = offer.matches.map { match in
                DoneSentences.match(match, of: "\(offer.account)")
            }
            lines += offer.left.map { DoneSentences.staysUnapplied($0, of: "\(offer.account)") }
            Output.show(lines.map { Line(SafeText.line($0)) })
        }
        if !apply, offers.contains(where: { !$0.matches.isEmpty }) {
            Output.say(DoneSentences.nothingMatchedYet)
        }
    }
}
