extension PayerFacts {
    /// As things will stand once something is on record: what comes after it in the same note is read against that, so
    /// that "half on Friday, the rest on the 4th" are two promises about different money.
    public func having(_ agreed: Agreements) -> PayerFacts {
        var payer = self
        for share in agreed.promises.flatMap(\.shares) + agreed.plans.flatMap(\.shares) {
            payer.change(share.item) { $0.promised = $0.promised.saturatingAdd(share.amount) }
        }
        for dispute in agreed.disputes {
            payer.change(dispute.item) { item in
                item.disputed = max(item.disputed, min(dispute.amount?.minor ?? item.open, item.open))
            }
        }
        return payer
    }

    private mutating func change(_ key: ItemKey, _ change: (inout Item) -> Void) {
        guard let account = accounts.firstIndex(where: { $0.account.number == key.account }),
            let item = accounts[account].items.firstIndex(where: { $0.number == key.number && $0.company == key.company })
        else { return }
        change(&accounts[account].items[item])
    }
}
