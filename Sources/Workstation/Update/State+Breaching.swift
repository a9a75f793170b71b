import Receivables
import Terminal

// A call that a contact rule stands against (DOMAIN.md §5, "Contact rules").
extension State {
    /// What stands against a call just now; nil where nothing does.
    ///
    /// - Parameter line: where it goes on that was dialled for another payer; that is no attempt.
    func breach(calling open: OpenAccount, on line: CallLine? = nil) -> BreachPane? {
        let check = ContactCheck(open.dossier, calling: open.phone?.contact, at: now, offset: desk.offset)
        let breaches = check.breaches.filter { line == nil || ![.attemptsPerDay, .attemptsPerWeek].contains($0.rule) }
        return breaches.isEmpty ? nil : BreachPane(name: open.name, breaches: breaches, line: line)
    }

    mutating func press(_ key: Key, on pane: BreachPane) -> [Effect]? {
        if let reason = pane.usualReason(key) { return call(against: pane, because: reason) }
        var pane = pane
        switch key {
        case .escape:
            overlay = nil
            notice = .plain("nobody was called")
        case .enter:
            let reason = pane.field.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !reason.isEmpty else {
                notice = .plain("a call against a rule needs a reason; Esc calls nobody")
                return []
            }
            return call(against: pane, because: reason)
        default:
            guard pane.field.handle(key) else { return nil }
            overlay = .breach(pane)
        }
        return []
    }

    private mutating func call(against pane: BreachPane, because reason: String) -> [Effect] {
        overlay = nil
        return beginCall(.outbound, against: pane.broken(because: reason), on: pane.line)
    }
}
