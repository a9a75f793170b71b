/// What a customer did not do as agreed, as far as no one has spoken to them about it since it is known (DOMAIN.md §5,
/// "Order").
extension JudgedPayer {
    /// What is missing of them in minor units of the base currency; nil where there is none of at least the desk's
    /// minimum.
    ///
    /// Dealt with without reaching anybody, it waits for the try that was planned then.
    func brokenNotSpokenAbout(_ portfolio: RankingBasis, _ rules: Rules, _ day: Day) -> Int64? {
        let news = unkept.filter { $0.promise.isNews(since: tally.lastContactEntry) }
        guard !news.isEmpty else { return nil }
        if let touched = tally.lastTouchedEntry,
            news.allSatisfy({ $0.promise.judgedAt.map { $0.seq < touched } ?? true }),
            let next = followUps.first, !next.isDue(on: day)
        {
            return nil
        }
        var sum: Int64?
        for promise in news {
            let missing = promise.missing
            // Without a rate no one can say that it is small.
            let inBase = portfolio.rates.inBase(missing)?.minor ?? (missing.minor > 0 ? rules.minimum : 0)
            if inBase >= rules.minimum, inBase > 0 { sum = (sum ?? 0).saturatingAdd(inBase) }
        }
        return sum
    }

    /// Promises and instalments that did not come and are still open, each with what is missing of it: no more than
    /// can be asked for on the items that were promised, on any where none were.
    public var unkept: [(promise: JudgedPromise, missing: Money)] {
        followThrough.unkept.compactMap { promise in
            let covered = Set(promise.promise.shares.map(\.item))
            var open: Int64 = 0
            for facts in accounts {
                for item in facts.items where item.currency == promise.currency && item.open > 0 {
                    if covered.isEmpty || covered.contains(item.key(of: facts.account.number)) {
                        open = open.saturatingAdd(item.chaseable)
                    }
                }
            }
            let missing = min(promise.missing, open)
            return missing > 0 ? (promise, Money(minor: missing, promise.currency)) : nil
        }
    }
}

extension JudgedPromise {
    /// Whether its verdict came to be known after an entry.
    func isNews(since entry: Int64?) -> Bool {
        guard missing > 0, let judgedAt else { return false }
        return entry.map { $0 < judgedAt.seq } ?? true
    }
}

extension JudgedClaim {
    func isNews(since entry: Int64?) -> Bool {
        guard verdict == .notFound, let judgedAt else { return false }
        return entry.map { $0 < judgedAt.seq } ?? true
    }
}
