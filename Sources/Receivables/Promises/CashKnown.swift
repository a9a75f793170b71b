/// Up to which day incoming money is known, and since when: a step for every import that knew more than those before
/// it (DOMAIN.md §4, "Cash known to").
///
/// The extracts of several company codes come on days of their own. A promise on items of one company code is judged by
/// what is known of that one.
public struct CashKnown: Hashable, Sendable {
    /// An import that knew payments up to a later day than any before it.
    public struct Step: Hashable, Sendable {
        /// The place of the import's entry in the journal.
        public var seq: Int64
        /// The day on which it was imported.
        public var day: Day
        /// The day before the extract's.
        public var knownTo: Day
        /// The company code of which it told; nil where it told of the whole ledger.
        public var company: String?

        /// Creates a step of what was known.
        public init(seq: Int64, day: Day, knownTo: Day, company: String? = nil) {
            self.seq = seq
            self.day = day
            self.knownTo = knownTo
            self.company = company
        }
    }

    /// What the imports told, in journal order.
    private var told: [Step]
    /// When something became known of every company code in question: in journal order, `knownTo` rising.
    public private(set) var steps: [Step]
    /// The same of each company code by itself; empty where imports tell of the whole ledger only.
    private var ofCompanies: [String: [Step]] = [:]

    /// Creates it from what imports told, in journal order; without any, nothing is known.
    public init(_ told: [Step] = []) {
        self.told = told
        steps = CashKnown.rising(told)
        let companies = Set(told.compactMap(\.company))
        guard !companies.isEmpty else { return }
        for company in companies {
            ofCompanies[company] = CashKnown.rising(told.filter { $0.company == nil || $0.company == company })
        }
        steps = common(to: companies)
    }

    /// The last day up to which payments are known of every company code; nil before the first extract.
    public var knownTo: Day? { steps.last?.knownTo }

    /// The journal's place of the last import that told something new; nil before the first.
    public var lastTold: Int64? { told.last?.seq }

    /// The last day of which an import told of a company code, by itself or with the whole ledger; nil where none did.
    public func toldTo(of company: String) -> Day? {
        told.filter { $0.company == nil || $0.company == company }.map(\.knownTo).max()
    }

    /// The last day up to which payments are known of some company codes.
    public func knownTo(of companies: Set<String>) -> Day? { known(of: companies).last?.knownTo }

    /// The first import after which everything up to the end of a day was known.
    ///
    /// - Parameter companies: the company codes in question; empty for all of them.
    public func step(covering day: Day, of companies: Set<String> = []) -> Step? {
        if ofCompanies.isEmpty || companies.isEmpty { return CashKnown.first(steps, covering: day) }
        let found = companies.map { CashKnown.first(ofCompanies[$0] ?? steps, covering: day) }
        return found.contains(nil) ? nil : found.compactMap(\.self).max { $0.seq < $1.seq }
    }

    /// With only some company codes in question.
    public func narrowed(to companies: Set<String>) -> CashKnown {
        guard !ofCompanies.isEmpty, !companies.isEmpty else { return self }
        var narrowed = self
        narrowed.steps = known(of: companies)
        return narrowed
    }

    /// As it was known on a day.
    public func upTo(_ day: Day) -> CashKnown {
        guard !told.allSatisfy({ $0.day <= day }) else { return self }
        var before = CashKnown(told.filter { $0.day <= day })
        if !ofCompanies.isEmpty { before.steps = steps.filter { $0.day <= day } }
        return before
    }

    private func known(of companies: Set<String>) -> [Step] {
        if ofCompanies.isEmpty || companies.isEmpty { return steps }
        return companies.count == 1 ? companies.first.flatMap { ofCompanies[$0] } ?? steps : common(to: companies)
    }

    /// When something became known of all of some company codes. One that no import names is known as the others are.
    private func common(to companies: Set<String>) -> [Step] {
        let series = companies.compactMap { ofCompanies[$0] }
        guard series.count > 1 else { return series.first ?? steps }
        var known = [Day?](repeating: nil, count: series.count)
        let events = series.enumerated().flatMap { nth, steps in steps.map { (nth, $0) } }.sorted {
            $0.1.seq < $1.1.seq
        }
        var common: [Step] = []
        for (nth, step) in events {
            known[nth] = step.knownTo
            let least = known.compactMap(\.self).min()
            guard !known.contains(nil), let least, least > common.last?.knownTo ?? Day(number: .min) else { continue }
            if common.last?.seq == step.seq { common.removeLast() }
            common.append(Step(seq: step.seq, day: step.day, knownTo: least))
        }
        return common
    }

    private static func rising(_ steps: [Step]) -> [Step] {
        var rising: [Step] = []
        for step in steps where step.knownTo > rising.last?.knownTo ?? Day(number: .min) { rising.append(step) }
        return rising
    }

    private static func first(_ steps: [Step], covering day: Day) -> Step? {
        // Asked for every promise of a ranking, of years of imports.
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].knownTo >= day { high = middle } else { low = middle + 1 }
        }
        return low < steps.count ? steps[low] : nil
    }
}
