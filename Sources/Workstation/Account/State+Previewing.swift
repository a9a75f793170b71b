import Receivables

// The page of the row under the cursor, shown by itself where the queue and the page are both on screen.
extension State {
    /// Asks to be woken for it, where it may be shown; a key costs no more than that.
    mutating func previewLater() -> [Effect] { mayPreview ? [.previewLater] : [] }

    mutating func preview() -> [Effect] {
        guard mayPreview, let row = queue.selected else { return [] }
        return open(row.payer, name: row.name, then: .preview)
    }

    /// A note belongs to the account on screen, and marked items would be lost: neither is replaced.
    private var mayPreview: Bool {
        guard focus == .queue, overlay == nil, note == nil, let customer = selectedCustomer, !isOpen(customer),
            account.open?.items?.marked.isEmpty ?? true
        else { return false }
        return !PaneLayout(self, size: size).isOne
    }
}
