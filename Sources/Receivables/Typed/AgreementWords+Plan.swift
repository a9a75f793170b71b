extension AgreementWords {
    /// `3x monthly from 1 dec`, `500 each fortnightly from fri down 1000 [today] of 5000`, `3x monthly for 618008`
    ///
    /// Without `of` and items it is about all that is overdue and free. Whether it may be agreed is the policy's
    /// business.
    ///
    /// - Parameters:
    ///   - words: those behind `/plan`.
    ///   - rates: to hold totals against the policy's limits.
    public func plan(_ words: [Substring], rates: Rates) -> Result<Interpretation<PlannedPlan>, AgreementProblem> {
        var rest = words[...]
        let size: PlanSize
        switch takeSize(&rest) {
        case .failure(let problem): return .failure(problem)
        case .success(let found): size = found
        }
        var typed = TypedPlan(size: size, cadence: .monthly, first: rules.calendar.onOrAfter(today.adding(months: 1)))
        while let word = rest.first {
            if let problem = read(word, &rest, into: &typed) { return .failure(problem) }
        }
        let currency = typed.total?.currency ?? typed.items.first?.item.currency ?? currency
        if let other = typed.items.first(where: { $0.item.currency != currency })?.item.currency {
            return .failure(.otherCurrency(currency, other))
        }
        let whole = typed.items.isEmpty ? free(currency) : typed.items.reduce(0) { $0.saturatingAdd($1.item.chaseable) }
        let total = typed.total ?? Money(minor: whole, currency)
        guard total.minor > 0 else { return .failure(noneToTake) }
        return Plan.instalments(
            of: total, size: typed.size, first: typed.first, cadence: typed.cadence, down: typed.down
        )
        .mapError(AgreementProblem.plan)
        .map { planned(total, $0, typed, rates) }
    }

    private struct TypedPlan {
        var size: PlanSize
        var cadence: Plan.Cadence
        var first: Day
        var down: Instalment?
        var total: Money?
        var items: [(key: ItemKey, item: Item)] = []
    }

    /// `3x`, `3 x`, `500 each`
    private func takeSize(_ rest: inout ArraySlice<Substring>) -> Result<PlanSize, AgreementProblem> {
        guard let word = rest.first else { return .failure(.noSize) }
        let second = rest.dropFirst().first?.lowercased()
        if let last = word.last, last.lowercased() == "x", let count = Int(word.dropLast()) {
            rest = rest.dropFirst()
            return .success(.count(count))
        }
        if second == "x", let count = Int(word) {
            rest = rest.dropFirst(2)
            return .success(.count(count))
        }
        guard second == "each" else { return .failure(.noSize) }
        rest = rest.dropFirst(2)
        return amount(word, in: currency).map { .each($0) }
    }

    private func read(_ word: Substring, _ rest: inout ArraySlice<Substring>, into typed: inout TypedPlan)
        -> AgreementProblem?
    {
        switch word.lowercased() {
        case "from":
            switch day(rest) {
            case .failure(let problem): return problem
            case .success(let (day, left)): (typed.first, rest) = (day, left)
            }
        case "down":
            switch takeMoney(&rest) {
            case .failure(let problem): return problem
            case .success(let found):
                typed.down = Instalment(day: rules.calendar.adding(2, to: today), amount: found)
                if case .success(let (day, left)) = day(rest) {
                    typed.down?.day = day
                    rest = left
                }
            }
        case "of":
            switch takeMoney(&rest) {
            case .failure(let problem): return problem
            case .success(let found): typed.total = found
            }
        case "for":
            rest = rest.dropFirst()
            let word = rest.first
            switch named(atStartOf: &rest) {
            case .failure(let problem): return problem
            case .success(let found) where found.isEmpty: return word.map { .unknownItem(String($0)) } ?? .noItem
            case .success(let found): typed.items = found
            }
        case "month" where rest.dropFirst().first?.lowercased() == "end":
            (typed.cadence, rest) = (.monthEnd, rest.dropFirst(2))
        default:
            guard let cadence = Plan.Cadence(named: word) else { return .noCadence(String(word)) }
            (typed.cadence, rest) = (cadence, rest.dropFirst())
        }
        return nil
    }

    /// The sum behind a word that announces one: `down half`, `of 5000`.
    private func takeMoney(_ rest: inout ArraySlice<Substring>) -> Result<Money, AgreementProblem> {
        guard let how = sum(Array(rest.dropFirst())) else { return .failure(.amount(.missing)) }
        rest = rest.dropFirst(1 + how.used)
        return money(how.sum, of: free(currency), currency)
    }

    private func planned(_ total: Money, _ instalments: [Instalment], _ typed: TypedPlan, _ rates: Rates)
        -> Interpretation<PlannedPlan>
    {
        let defaults = payer.followThrough.plans.count { $0.state == .defaulted }
        let ruling = rules.plans.ruling(
            on: instalments, hasDown: typed.down != nil, defaults: defaults, agreedOn: today, rates: rates)
        let cover = Cover(total, named: typed.items.map(\.key), of: payer)
        let plan = PlannedPlan(
            total: total, cadence: typed.cadence, instalments: instalments, shares: cover.shares, rung: .plan,
            status: ruling.status)
        let parts = instalments.map { "\($0.amount.grouped) \($0.day.short(today: today))" }
        let shown =
            "\(total.withCurrency): "
            + (parts.count <= 4 ? parts : Array(parts.prefix(2)) + ["…"] + Array(parts.suffix(1))).joined(
                separator: ", ")
        var warnings = ruling.reasons.isEmpty ? [] : ["needs approval: " + ruling.reasons.joined(separator: "; ")]
        if cover.beyond > 0 {
            warnings.append("\(Money(minor: cover.beyond, total.currency).withCurrency) more than is open and free")
        }
        let restDays = instalments.map(\.day).filter { !rules.calendar.isBusinessDay($0) }
        if let first = restDays.first {
            let others = restDays.count > 1 ? " and \(restDays.count - 1) more" : ""
            warnings.append("\(first.short)\(others): not a working day")
        }
        return Interpretation(plan, shown: shown, warnings: warnings)
    }
}
