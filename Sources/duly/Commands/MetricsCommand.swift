import ArgumentParser
import Exchange
import Receivables
import Runtime

struct MetricsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Figures of a period: DSO, how late money is, collected, promises, calls.",
        discussion: """
            Without a period, this month so far. Every figure opens to its rows: --rows dso. `duly sales` types the \
            sales of a month where the book holds open items alone.
            """)

    enum Split: String, CaseIterable, ExpressibleByArgument { case month, week, collector, segment }

    @OptionGroup var options: BookOptions
    @Option(help: "The first day.")
    var from: String?
    @Option(help: "The last day; today, if not said.")
    var to: String?
    @Option(help: "A month, as 2026-10.")
    var month: String?
    @Option(help: "A year, as 2026.")
    var year: String?
    @Option(help: "A line for each month, week, collector or segment.")
    var by: Split?
    @Option(help: "Only the accounts of this collector.")
    var collector: String?
    @Option(help: "The rows of a figure, by its name in JSON: dso, collected, keptRate.")
    var rows: String?
    @Flag(help: "CSV instead of text.")
    var csv = false

    func validate() throws {
        guard [month != nil, year != nil, from != nil || to != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("One period: --month, --year, or --from and --to.")
        }
        guard to == nil || from != nil else { throw ValidationError("From when on? Give --from as well.") }
    }

    func run() throws {
        let book = try options.open()
        let rules = try book.rules()
        let day = try options.moment(book).day
        let period = try period(upTo: day)
        let metric = try rows.map(metric)
        let zone = rules.zone
        let query = FiguresQuery(
            periods(of: period), on: day, of: collector.map { [$0] },
            by: by == .collector ? .collector : by == .segment ? .segment : nil, rows: metric?.parts ?? [],
            clock: { ProcessContext.local($0, zone: zone) })
        let figures = try book.figures(query)
        if let metric { return try show(figures.rows, of: metric, day) }
        if options.json { return try showJSON(figures.slices, period) }
        if csv { return Output.show(data: Listing.figures(figures.slices).csv) }
        if by != nil {
            Output.say("Money in \(rules.base.code).")
            Output.show(Listing.comparison(figures.slices), none: "There is nothing to show.")
        } else if let slice = figures.slices.first {
            show(slice)
        }
        say(figures.slices)
    }

    // MARK: The period

    private func period(upTo day: Day) throws -> Period {
        let asked = try asked(day)
        guard asked.from <= day else {
            throw ValidationError("\(asked.from.long) is still to come: figures are of days up to \(day.long).")
        }
        guard asked.to > day else { return asked }
        Output.say("Up to \(day.long): the days after it are still to come.")
        return Period(from: asked.from, to: day)
    }

    private func asked(_ day: Day) throws -> Period {
        if let month {
            guard let period = Period(month: month) else {
                throw ValidationError("\u{201C}\(month)\u{201D} is not a month: write it as 2026-10.")
            }
            return period
        }
        if let year {
            guard let period = Period(year: year) else {
                throw ValidationError("\u{201C}\(year)\u{201D} is not a year: write it as 2026.")
            }
            return period
        }
        guard let from else { return Period(from: day.firstOfMonth, to: day) }
        let first = try Day.argument(from)
        let last = try to.map(Day.argument) ?? day
        guard first <= last else { throw ValidationError("The period ends before it begins.") }
        return Period(from: first, to: last)
    }

    private func periods(of period: Period) -> [Period] {
        switch by {
        case .month: period.months
        case .week: period.weeks
        case .collector, .segment, nil: [period]
        }
    }

    // MARK: Showing

    private func metric(_ name: String) throws -> Metric {
        if let metric = Metric(named: name) { return metric }
        throw ValidationError("--rows is one of: \(Metric.allCases.map(\.rawValue).joined(separator: ", ")).")
    }

    private func show(_ rows: [FigureRow], of metric: Metric, _ day: Day) throws {
        let listing = Listing.rows(rows)
        if options.json {
            try Output.show(listing.json(asOf: day, cashTo: nil))
        } else if csv {
            Output.show(data: listing.csv)
        } else {
            Output.show(listing, none: "Nothing counts for \(metric.title).")
        }
    }

    private func showJSON(_ slices: [FigureSlice], _ period: Period) throws {
        guard let by else { return try Output.show(slices.first?.json ?? .object([:])) }
        try Output.show(
            .object([
                "from": .string(period.from.iso), "to": .string(period.to.iso), "by": .string(by.rawValue),
                "figures": .array(slices.map(\.json)),
            ]))
    }

    private func show(_ slice: FigureSlice) {
        Output.say("\(slice.period.from.long) to \(slice.period.to.long), \(slice.period.days) days")
        let ledgers = slice.ledgers.sorted { $0.key < $1.key }.map(\.value)
        for ledger in ledgers { Output.show(Listing.figures(slice, of: ledger), none: "") }
        if ledgers.contains(where: { $0.currency != slice.base.currency }) {
            Output.say("All of it in \(slice.base.currency.code):")
            Output.show(Listing.figures(slice, of: slice.base), none: "")
        }
        Output.show(Listing.figures(slice, of: nil), none: "")
        if slice.calls.attempts > 0 { Output.show(Listing.reached(slice.calls), none: "") }
        if !slice.disputes.answered.isEmpty { Output.show(Listing.answers(slice.disputes), none: "") }
    }

    private func say(_ slices: [FigureSlice]) {
        guard let slice = slices.first else { return }
        for currency in slice.missingRates {
            Output.say(
                "Figures in \(slice.base.currency.code) leave out \(currency.code): there is no rate of the day. "
                    + "`duly rate \(currency.code) RATE --day D` gives one.")
        }
    }
}
