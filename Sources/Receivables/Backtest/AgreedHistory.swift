/// What the journal had agreed with a payer, day by day, as far as it bears on the worth of a call.
public struct AgreedHistory: Sendable {
    /// By day, rising; each holds from its day on.
    private var states: [State] = []
    /// All that imports showed at the payer, where something was agreed that is judged by it.
    private var money: [MoneySeen] = []

    private struct State: Sendable {
        var from: Day
        var lastTouched: Day?
        var commitments = Commitments()
    }

    /// Nothing was agreed.
    public init() {}

    /// Nothing was agreed, but the payer was called or written to.
    ///
    /// - Parameter touched: the days, in any order.
    public init(touched: [Day]) {
        for day in touched.sorted() where states.last?.from != day { states.append(State(from: day, lastTouched: day)) }
    }

    /// - Parameters:
    ///   - entries: all of the payer's, in journal order.
    ///   - money: as imports showed it, up to today.
    public init(_ entries: [Entry], money: [MoneySeen]) {
        self.money = money
        let days = Set(entries.map(\.day)).sorted()
        // An undo, or a clock set back, changes what earlier entries mean: then every day is folded by itself.
        let isPlain =
            entries.allSatisfy { $0.undoes == nil } && zip(entries, entries.dropFirst()).allSatisfy { $0.day <= $1.day }
        var record = PayerRecord()
        var next = 0
        for day in days {
            if isPlain {
                while next < entries.count, entries[next].day <= day {
                    record.apply(entries[next])
                    next += 1
                }
            } else {
                record = PayerRecord.folding(entries.filter { $0.day <= day })
            }
            states.append(State(from: day, lastTouched: record.tally.lastTouched, commitments: record.commitments))
        }
    }

    /// Whether nothing was agreed, and the payer was never called or written to.
    public var isEmpty: Bool { states.isEmpty }

    /// Puts what was known at the end of a day into a payer's facts.
    func complete(_ facts: inout PayerFacts, on day: Day, _ history: BookHistory) {
        guard let state = states.last(where: { $0.from <= day }) else { return }
        facts.tally.lastTouched = state.lastTouched
        facts.commitments = state.commitments
        guard !facts.commitments.isEmpty else { return }
        let since = MoneySince(facts.commitments)
        facts.cash = history.cash.upTo(day)
        facts.money = money.filter { seen in
            seen.day <= day && (seen.seen > since.entry || seen.day >= since.day)
                && history.importDays[seen.seen].map { $0 <= day } ?? true
        }
    }
}
