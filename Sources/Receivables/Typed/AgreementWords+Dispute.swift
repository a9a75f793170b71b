extension AgreementWords {
    /// `[ITEM…] REASON [AMOUNT] [OWNER]`: a case for each item. The only open item need not be named.
    public func disputes(_ words: [Substring]) -> Result<Interpretation<[PlannedDispute]>, AgreementProblem> {
        var rest = words[...]
        var named: [(key: ItemKey, item: Item)] = []
        switch self.named(atStartOf: &rest) {
        case .failure(let problem): return .failure(problem)
        case .success(let found): named = found
        }
        if named.isEmpty {
            // What has a digit in it was meant as a number.
            if let word = rest.first, word.contains(where: \.isNumber) { return .failure(.unknownItem(String(word))) }
            let open = lookup
            guard open.items.count == 1 else {
                return .failure(open.items.isEmpty ? .nothingOpen : .whichItem(open.named))
            }
            named = open.items
        }
        guard let first = named.first, !rest.isEmpty else { return .failure(.noReason) }
        guard let (reason, used) = DisputeReasonWords.read(rest) else {
            let typed = rest.prefix { !$0.contains(where: \.isNumber) }
            return .failure(.unknownReason((typed.isEmpty ? rest.prefix(1) : typed).joined(separator: " ")))
        }
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
        return .success(
            Interpretation(cases, shown: shown(cases, named.map(\.item)), warnings: warnings(money, named.map(\.item))))
    }

    private func shown(_ cases: [PlannedDispute], _ items: [Item]) -> String {
        guard let first = cases.first else { return "" }
        let numbers = items.map(\.number).joined(separator: ", ")
        let amount = first.amount.map { " \($0.withCurrency)\(items.count > 1 ? " each" : "")" } ?? ""
        return "\(numbers)\(amount), \(first.reason.rawValue): \(first.owner) by \(first.due.full)"
    }

    private func warnings(_ amount: Money?, _ items: [Item]) -> [String] {
        guard let amount, let item = items.first(where: { $0.open < amount.minor }) else { return [] }
        return ["only \(item.openMoney.withCurrency) of \(item.number) is open"]
    }
}
