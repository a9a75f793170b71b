import Receivables
import Terminal

// Commands that only look.
extension State {
    mutating func toggleItems() -> [Effect] {
        overlay = nil
        guard let open = account.open else { return [] }
        let isOnScreen = open.items != nil && focus == .account
        let list = open.items ?? ItemList(ItemsPage(open.dossier, theme: desk.theme))
        account.open?.items = isOnScreen ? nil : list
        focus = .account
        return []
    }

    mutating func markItem() -> [Effect] {
        account.open?.items?.toggle()
        return move(.down)
    }

    mutating func markCleanItems() -> [Effect] {
        let day = today
        account.open?.items?.markClean(on: day)
        return []
    }

    /// Copies the row under the cursor: of the queue, of the items, or who is on screen and how to reach them.
    mutating func copyRow() -> [Effect] {
        var text: String
        if focus == .queue, let row = queue.selected {
            text = "\(row.payer)\t\(row.name)\t\(QueueTable.amount(row.standing))"
        } else if let open = account.open {
            if let list = open.items, list.items.indices.contains(list.cursor.index) {
                let chosen = list.marked.isEmpty ? [list.items[list.cursor.index]] : list.markedItems
                text = chosen.map { "\($0.number)\t\($0.due.iso)\t\($0.openMoney.withCurrency)" }.joined(
                    separator: "\n")
            } else {
                text = "\(open.payer)\t\(open.name)"
                if let phone = open.phone { text += "\t\(phone.contact.name)\t\(phone.number.key)" }
            }
        } else {
            return []
        }
        notice = .good(DeskSentences.copied)
        return [.copy(text)]
    }
}
