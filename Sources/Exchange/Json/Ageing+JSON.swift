import Receivables

extension AgeingReport {
    /// JSON's `ageing` (ARCHITECTURE.md §6).
    ///
    /// - Throws: `MoneyError.overflow` where a total does not fit.
    public func json(byAccount: Bool = true) throws -> JSONValue {
        var totals: [String: JSONValue] = [:]
        for (currency, ageing) in self.totals { totals[currency.code] = try ageing.json(buckets) }
        return [
            "asOf": .day(day), "buckets": .list(buckets.names, JSONValue.string), "totals": .object(totals),
            "accounts": byAccount ? .array(try rows.map { try $0.json(buckets) }) : [],
        ]
    }
}

extension AgeingReport.Row {
    fileprivate func json(_ buckets: Buckets) throws -> JSONValue {
        try ageing.json(buckets).merging([
            "account": .account(account), "name": .string(name.isEmpty ? account.text : name),
            "currency": .string(ageing.currency.code),
        ])
    }
}

extension Ageing {
    /// A key per bucket, `unapplied` and `total`.
    func json(_ names: Buckets) throws -> JSONValue {
        var members: [String: JSONValue] = [:]
        for (name, amount) in zip(names.names, buckets) { members[name] = .amount(amount, currency) }
        members["unapplied"] = .amount(unapplied, currency)
        members["total"] = .string(try balance.decimal)
        return .object(members)
    }
}
