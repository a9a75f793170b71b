import Receivables

/// Whom a key acts on.
struct SelectedCustomer: Sendable, Hashable {
    let payer: AccountNumber
    let name: String
}

extension State {
    /// Whom commands act on: the customer that a message above the panes is for; else the row under the cursor where
    /// the queue has the keyboard; else the account on screen; else the row.
    var selectedCustomer: SelectedCustomer? {
        if let customer = overlay?.customer { return customer }
        let row = queue.selected.map { SelectedCustomer(payer: $0.payer, name: $0.name) }
        let open = account.open.map { SelectedCustomer(payer: $0.payer, name: $0.name) }
        return focus == .queue ? row ?? open : open ?? row
    }

    func isOpen(_ customer: SelectedCustomer) -> Bool { account.open?.has(customer.payer) ?? false }
}
