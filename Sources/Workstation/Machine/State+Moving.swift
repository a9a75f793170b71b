import Receivables
import Terminal

extension State {
    mutating func move(_ movement: Movement) -> [Effect] {
        switch place {
        case .queue:
            queue.move(movement, height: queueHeight)
            return loadMoreRows() + previewLater()
        case .items, .account: account.move(movement, height: accountHeight)
        case .note, .overlay: break
        }
        return []
    }

    mutating func loadMoreRows() -> [Effect] {
        queue.queryForMore(at: moment).map { [.load(.queue($0))] } ?? []
    }

    /// To the next row that may be called now; on the account pane its account is opened too.
    mutating func nextRow() -> [Effect] {
        guard let next = queue.next(from: queue.cursor.index + 1, mayCall: mayCall) else {
            notice = .plain(AvailabilitySentences.noCallableRowBelow)
            return loadMoreRows()
        }
        queue.cursor.go(to: next, count: queue.rows.count, height: queueHeight)
        let effects = loadMoreRows()
        return focus == .queue ? effects + previewLater() : openRow(then: .show) + effects
    }

    func mayCall(_ row: QueueRow) -> Bool {
        // An appointment was agreed with them, whatever the hours.
        row.appointment != nil || CallingHours(zone: row.zone, at: now, rules: rules, offset: desk.offset).isOpen
    }

    // MARK: Panes

    mutating func turnPane(by step: Int) -> [Effect] {
        if overlay != nil { return [] }
        let count = Focus.allCases.count
        focus = Focus(rawValue: (focus.rawValue + step + count) % count) ?? .queue
        return []
    }

    mutating func zoom() -> [Effect] {
        isZoomed.toggle()
        return []
    }

    /// Back to the note; the clock of a call that was parked goes on.
    mutating func goToNote() -> [Effect] {
        note?.call?.resume(at: now)
        focus = .note
        return []
    }

    /// One step back: from what lies above to the panes, from the items to the page, from the note to the
    /// account, from the account to the queue.
    mutating func goBack() -> [Effect] {
        if overlay != nil {
            overlay = nil
        } else if focus == .note {
            focus = .account
        } else if focus == .account, account.open?.items != nil {
            account.open?.items = nil
        } else if focus == .account {
            focus = .queue
        } else {
            isZoomed = false
        }
        return []
    }
}
