extension AgreementWords {
    /// `ITEM… REASON [AMOUNT] [OWNER]`: a case for each item.
    public func disputes(_ words: [Substring]) -> Result<Understood<[PlannedDispute]>, AgreementProblem> {
        var rest = words[...]
        var named: [(key: ItemKey, item: Item)] = []
        while let word = rest.first, let found = item(word) {
            switch found {
            case .failure(let problem): return .failure(problem)
            case .success(let item): named.append(item)
            }
            rest = rest.dropFirst()
        }
        guard let first = named.first else { return .failure(words.first.map { .unknownItem(String($0)) } ?? .noItem) }
        guard let word = rest.first else { return .failure(.noReason) }
        guard let (reason, used) = reason(rest) else { return .failure(.unknownReason(String(word))) }
        rest = rest.dropFirst(used)
        var money: Money?
        if let word = rest.first, word.contains(where: \.isNumber) {
            switch amount(word, in: first.item.currency) {
            case .failure(let problem): return .failure(problem)
            case .success(let found): money = found
            }
            rest = rest.dropFirst()
        }
        if let money, let other = named.first(where: { $0.item.currency != money.currency })?.item.currency {
            return .failure(.otherCurrency(money.currency, other))
        }
        let owner = rest.joined(separator: " ")
        let due = rules.calendar.adding(PlannedDispute.usualDays, to: today)
        let cases = named.map { PlannedDispute(item: $0.key, amount: money, reason: reason, owner: owner, due: due) }
        return .success(Understood(cases, shown: shown(cases, named.map(\.item)), warnings: warnings(money, named.map(\.item))))
    }

    /// Two words, where two are its name, else one.
    private func reason(_ words: ArraySlice<Substring>) -> (DisputeReason, used: Int)? {
        if let pair = DisputeReason(named: words.prefix(2).joined(separator: " ")), words.count >= 2,
            pair.rawValue.contains(" ")
        {
            return (pair, 2)
        }
        return words.first.flatMap { DisputeReason(named: $0) }.map { ($0, 1) }
    }

    private func shown(_ cases: [PlannedDispute], _ items: [Item]) -> String {
        guard let first = cases.first else { return "" }
        let numbers = items.map(\.number).joined(separator: ", ")
        let amount = first.amount.map { " \($0.withCurrency)\(items.count > 1 ? " each" : "")" } ?? ""
        return "\(numbers)\(amount), \(first.reason.rawValue): \(first.owner) by \(first.due.short)"
    }

    private func warnings(_ amount: Money?, _ items: [Item]) -> [String] {
        guard let amount, let item = items.first(where: { $0.open < amount.minor }) else { return [] }
        return ["only \(item.openMoney.withCurrency) of \(item.number) is open"]
    }
}
