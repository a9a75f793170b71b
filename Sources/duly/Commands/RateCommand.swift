import ArgumentParser
import Exchange
import Receivables
import Runtime

struct RateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rate", abstract: "Exchange rates: `rate JPY 0.0062` gives one, alone it lists them.",
        discussion: """
            What one unit of a currency is worth in the book's own. The newest rate on or before a day counts on it; \
            money without \
            one is called about, and counts for nothing in the order. Whole files of rates go through `duly import`.
            """)

    @OptionGroup var options: BookOptions
    @Argument(help: "The currency, as JPY.")
    var currency: String?
    @Argument(help: "What 1 of it is worth in the book's currency, as 0.0062.")
    var rate: String?
    @Option(help: "From when on it holds; today, if not said.")
    var day: String?

    func run() throws {
        let book = try options.open()
        let rules = try book.rules()
        let moment = try options.moment(book)
        guard let currency else { return try list(try book.rates(on: moment.day), rules, moment.day) }
        guard let rate else { throw ValidationError(ArgumentSentences.whatIsItWorth("\(currency)")) }
        guard options.asOf == nil else { throw ValidationError(ArgumentSentences.rateHoldsFromDay) }
        let read: (currency: Currency, rate: ExchangeRate)
        do {
            read = try RateWords.read([currency[...], rate[...]], base: rules.base)
        } catch {
            throw ValidationError(error.sentence)
        }
        let from = try day.map { try Day.argument($0) } ?? moment.day
        try book.setRate(of: read.currency, read.rate, on: from, stamp: ProcessContext.stamp(zone: rules.zone))
        Output.say(
            """
            1 \(read.currency.code) is \(read.rate.text) \(rules.base.code) from \(from.long) on, and everyone is \
            ranked by it.
            """
        )
    }

    private func list(_ rates: [GivenRate], _ rules: Rules, _ day: Day) throws {
        let list = Listing.rates(rates)
        guard !options.json else { return try Output.show(list.json(asOf: day, cashTo: nil)) }
        Output.show(list, none: DoneSentences.noRates(rules.base))
    }
}
