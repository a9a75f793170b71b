extension AgreementWords {
    /// `AMOUNT|all|half|all but AMOUNT [by] DAY [ITEM…] [instead]`
    public func promise(_ words: [Substring]) -> Result<Interpretation<PlannedPromise>, AgreementProblem> {
        guard let how = sum(words) else { return .failure(.amount(.missing)) }
        switch day(words.dropFirst(how.used)) {
        case .failure(let problem):
            // What is wrong with the amount is said first: it stands first.
            if case .amount(let word) = how.sum, case .failure(let wrong) = amount(word, in: currency) {
                return .failure(wrong)
            }
            if case .day(.past(let day)) = problem { return .failure(.pastPromise(day)) }
            return .failure(problem)
        case .success(let (day, rest)):
            return named(rest).flatMap { named, isInstead in
                money(how.sum, of: named).flatMap { planned($0, by: day, named, isInstead: isInstead) }
            }
        }
    }

    /// Items by number, and `instead` among them.
    private func named(_ words: ArraySlice<Substring>) -> Result<([(key: ItemKey, item: Item)], Bool), AgreementProblem>
    {
        var found: [(key: ItemKey, item: Item)] = []
        var isInstead = false
        for word in words {
            if word.lowercased() == "instead" {
                isInstead = true
                continue
            }
            switch item(word) {
            case nil: return .failure(.unknownItem(String(word)))
            case .failure(let problem)?: return .failure(problem)
            case .success(let item)?: found.append(item)
            }
        }
        return .success((found, isInstead))
    }

    /// Of the items named, else of what is overdue and free.
    private func money(_ sum: SumWords.Sum, of named: [(key: ItemKey, item: Item)]) -> Result<Money, AgreementProblem> {
        let currency = named.first?.item.currency ?? currency
        if let other = named.first(where: { $0.item.currency != currency })?.item.currency {
            return .failure(.otherCurrency(currency, other))
        }
        let whole = named.isEmpty ? free(currency) : named.reduce(0) { $0.saturatingAdd($1.item.chaseable) }
        return money(sum, of: whole, currency).flatMap { money in
            guard named.isEmpty || money.currency == currency else {
                return .failure(.otherCurrency(money.currency, currency))
            }
            guard items.contains(where: { $0.item.currency == money.currency && $0.item.open > 0 }) else {
                return items.contains { $0.item.open > 0 }
                    ? .failure(.otherCurrency(money.currency, currency)) : .failure(.nothingOpen)
            }
            return .success(money)
        }
    }

    private func planned(
        _ amount: Money, by day: Day, _ named: [(key: ItemKey, item: Item)], isInstead: Bool
    ) -> Result<Interpretation<PlannedPromise>, AgreementProblem> {
        let replaced = isInstead ? replaced(amount.currency, named.map(\.key)) : []
        guard !isInstead || !replaced.isEmpty else { return .failure(.nothingToReplace) }
        let cover = Cover(amount, named: named.map(\.key), replacing: replaced, of: payer)
        let promise = PlannedPromise(
            amount: amount, day: day, shares: cover.shares, namesItems: !named.isEmpty,
            replaces: replaced.map(\.promise.part))
        var warnings: [String] = []
        if cover.beyond > 0 {
            warnings.append("\(Money(minor: cover.beyond, amount.currency).withCurrency) more than is open and free")
        }
        if !rules.calendar.isBusinessDay(day) { warnings.append("not a working day") }
        let items = named.isEmpty ? "" : " for \(named.map(\.key.number).joined(separator: ", "))"
        return .success(
            Interpretation(
                promise, shown: "\(amount.withCurrency) by \(day.full)\(items)" + (isInstead ? ", instead" : ""),
                warnings: warnings))
    }

    /// Pending promises, of the items named if any are; what is decided can't be replaced, but promised again.
    private func replaced(_ currency: Currency, _ named: [ItemKey]) -> [JudgedPromise] {
        payer.followThrough.promises.filter { judged in
            judged.verdict.isAwaited && judged.currency == currency
                && (named.isEmpty || judged.awaited.contains { named.contains($0.item) })
        }
    }

    /// `AMOUNT|all|half DAY [REF]`, or `DAY [REF]` where they did not say how much; the day is past.
    public func claim(_ words: [Substring]) -> Result<Interpretation<PlannedClaim>, AgreementProblem> {
        guard let how = sum(words) else { return .failure(.amount(.missing)) }
        let read = money(how.sum, of: overdue(currency), currency)
        let money = try? read.get()
        var rest = words[...]
        // `27 nov` begins with a number as well: it is an amount only where a day follows.
        let behind = day(words.dropFirst(how.used), looksBack: true)
        let whole = day(rest, looksBack: true)
        if money != nil, case .success = behind {
            rest = words.dropFirst(how.used)
        } else if case .failure(let wrong) = whole, !wrong.isTwoDays {
            if case .failure(let problem) = read { return .failure(problem) }
            rest = words.dropFirst(how.used)
        }
        let isAmount = rest.startIndex > 0
        return day(rest, looksBack: true).flatMap { day, rest in
            reference(rest).map { reference in
                let claim = PlannedClaim(amount: isAmount ? money : nil, day: day, reference: reference)
                let behind = reference.isEmpty ? "" : ", \(reference)"
                return Interpretation(
                    claim, shown: "\(claim.amount?.withCurrency ?? "payment") of \(day.full)\(behind)")
            }
        }
    }

    /// Their reference; an item in it by its whole number.
    private func reference(_ words: ArraySlice<Substring>) -> Result<String, AgreementProblem> {
        var all: [String] = []
        for word in words {
            // A short number is more likely theirs than the ending of ours.
            switch word.count >= AgreementWords.endingInReference ? lookup.find(word) : .nothing {
            case .nothing: all.append(String(word))
            case .one(let key, _): all.append(key.number)
            case .several(let items): return .failure(.severalItems(String(word), items))
            }
        }
        return .success(all.joined(separator: " "))
    }

    private static let endingInReference = 4
}

extension AgreementProblem {
    fileprivate var isTwoDays: Bool { if case .day(.twoReadings) = self { true } else { false } }
}
