import Receivables

/// What a backtest says in sentences, for the command and the page.
struct BacktestWords {
    let result: BacktestResult

    /// What every backtest has to say.
    static let caution = "This shows where delay will be, not what a call changes."

    /// `74 days, every 7 days from 1 Jul 2012 to 24 Nov 2013; 100 payers, 2,466 payments`
    var span: String {
        guard let first = result.days.first?.day, let last = result.days.last?.day else { return "" }
        let days =
            result.days.count == 1
            ? "1 day, \(first.long)"
            : "\(result.days.count) days, every \(result.settings.step) days "
                + "from \(first.long) to \(last.long)"
        let payers = BacktestWords.count(result.payers, "payer")
        let payments = BacktestWords.count(result.payments, "payment")
        return "\(days); \(payers), \(payments)"
    }

    /// What the shares are shares of.
    var measure: String {
        let paid =
            result.settings.paidWithin.map { ", as far as it was paid within \(BacktestWords.count($0, "day"))" } ?? ""
        return "Delay: amount x days unpaid in the \(result.horizon) days that followed, "
            + "of what was overdue or due within \(BacktestWords.count(result.lookAhead, "day"))\(paid)."
    }

    /// Why the result says little, or nothing.
    var shortage: String? {
        switch result.shortage {
        case nil: nil
        case .noPayments:
            "The book holds no payments with a day, so there is no past to replay. "
                + "Import payments or settled invoices first."
        case .nothingToReplay:
            "There is no day to replay. A day needs 90 days of payments and 30 payments before it, and "
                + "\(result.settings.paidWithin ?? result.horizon) days of payments after it."
        case .fewPayments:
            "The history is short: \(BacktestWords.count(result.payments, "payment")). With fewer than "
                + "\(BacktestSpan.leastPayments) the shares say little."
        case .fewDays:
            "The history is short: \(BacktestWords.count(result.days.count, "day")) replayed. With fewer than "
                + "\(BacktestSpan.leastDays) the shares say little."
        }
    }

    /// Where something simpler did better, for each number of calls; or that nothing did.
    var better: [String] {
        guard !result.shares.isEmpty else { return [] }
        let better = result.betterThanStrategy
        guard !better.isEmpty else { return ["Nothing simpler did better than the strategy in force."] }
        return result.settings.calls.compactMap { calls in
            let found = better.filter { $0.calls == calls }
            guard let own = found.first?.strategy else { return nil }
            let names = found.map { better in
                let share = "\(better.contender.name) \(BacktestWords.percent(better.share))"
                return better.isClear ? share : "\(share) (may be chance)"
            }
            return "With \(BacktestWords.callsADay(calls)) simpler orders did better than the strategy in force "
                + "(\(BacktestWords.percent(own))): \(names.joined(separator: ", "))."
        }
    }

    /// What was left out, or is only partly known.
    var notes: [String] {
        var notes: [String] = []
        if result.daysBeyond > 0, let last = result.lastPayment {
            let days = result.daysBeyond == 1 ? "1 of the days looks" : "\(result.daysBeyond) of the days look"
            notes.append("\(days) beyond the newest payment (\(last.long)): what followed is only partly known.")
        }
        if !result.withoutRate.isEmpty {
            let codes = result.withoutRate.map(\.code).joined(separator: ", ")
            notes.append("Left out, for the book had no rate for some days: items in \(codes).")
        }
        return notes
    }

    /// `Of the strategy's first 5 calls 12 % come before the due day.`, for each number of calls and strategy.
    var beforeDue: [String] {
        result.strategies.indices.compactMap { strategy in
            let shares = result.settings.calls.indices.compactMap { place in
                result.beforeDue(strategy: strategy, place).map {
                    "\(BacktestWords.percent($0)) of \(result.settings.calls[place])"
                }
            }
            guard !shares.isEmpty else { return nil }
            return "Calls before the due day, \(result.strategies[strategy].name): \(shares.joined(separator: ", "))."
        }
    }

    /// `5 calls a day`
    static func callsADay(_ calls: Int) -> String { "\(count(calls, "call")) a day" }

    /// `61.2 %`
    static func percent(_ share: Double) -> String { "\(tenths(share)) %" }

    /// `61.2`, of a share in 0…1.
    static func tenths(_ share: Double) -> String {
        let tenths = Int((share * 1_000).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    private static func count(_ number: Int, _ what: String) -> String {
        "\(number) \(what)\(number == 1 ? "" : "s")"
    }
}
