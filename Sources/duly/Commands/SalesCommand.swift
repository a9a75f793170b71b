import ArgumentParser
import Exchange
import Receivables
import Runtime

struct SalesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sales",
        abstract: "Sales of a month, for a book of open items: `sales 2026-10 1,200,000`; alone it lists them.",
        discussion: """
            A book of open items doesn't know what was invoiced and paid at once. What is typed stands instead of what \
            the book knows of that month; typed once more, the newest counts.
            """)

    @OptionGroup var options: BookOptions
    @Argument(help: "The month, as 2026-10.")
    var month: String?
    @Argument(help: "Invoices less credit notes of the month, as 1,200,000 or 90000EUR.")
    var amount: String?
    @Option(help: "The currency; the book's own, if not said.")
    var currency: String?

    func run() throws {
        let book = try options.open()
        let rules = try book.rules()
        guard let month else { return try list(book) }
        guard let period = Period(month: month) else {
            throw ValidationError("\u{201C}\(month)\u{201D} is not a month: write it as 2026-10.")
        }
        guard let amount else { throw ValidationError("How much? `duly sales \(month) 1,200,000`.") }
        guard options.asOf == nil else {
            throw ValidationError("What is typed is recorded today; --as-of is for reading.")
        }
        let sales = MonthlySales(month: period.from, amount: try money(amount, rules))
        let moment = ProcessContext.moment(zone: rules.zone)
        let entry = NewEntry(
            id: ProcessContext.newID(), payer: nil, at: moment.at, day: moment.day, author: ProcessContext.author,
            act: .sales(sales))
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return }
        Output.say("Sales of \(sales.month.yearAndMonth) are \(sales.amount.withCurrency), entry \(place).")
    }

    private func money(_ text: String, _ rules: Rules) throws -> Money {
        guard let unit = currency.map({ Currency($0) }) ?? rules.base else {
            throw ValidationError("There is no currency \u{201C}\(currency ?? "")\u{201D}: write it as EUR.")
        }
        switch AmountWords.read(text, in: unit) {
        case .success(let money): return money
        case .failure: throw ValidationError("\u{201C}\(text)\u{201D} is no amount above zero: write it as 1,200,000.")
        }
    }

    private func list(_ book: any Book) throws {
        let day = try options.moment(book).day
        var query = JournalQuery()
        query.kind = "sales"
        query.to = day
        var newest: [[String]: MonthlySales] = [:]
        for entry in try book.journal(query) {
            guard case .sales(let sales) = entry.act else { continue }
            let key = [sales.month.iso, sales.amount.currency.code]
            // The journal comes newest first.
            if newest[key] == nil { newest[key] = sales }
        }
        let listing = Listing.sales(Array(newest.values))
        guard !options.json else { return try Output.show(listing.json(asOf: day, cashTo: nil)) }
        Output.show(listing, none: "No sales were typed.")
    }
}
