import Receivables
import Terminal

/// Whether to call a customer now, in a few words: `Leeds 09:41, till 18:00  Now 71`.
struct AccountHead {
    let dossier: Dossier
    let now: Instant
    let offset: ZoneOffset

    init(_ dossier: Dossier, at now: Instant, offset: @escaping ZoneOffset) {
        self.dossier = dossier
        self.now = now
        self.offset = offset
    }

    /// The customer's own clock, permitted hours, matrix cell and score.
    var line: Line {
        let standing = dossier.standing
        return (clock.map { $0.then("  ") } ?? Line())
            .then(standing.cell.title, standing.cell == .now ? .overdue : .strong).then(" \(standing.score)")
    }

    private var clock: Line? {
        guard let zone = dossier.facts.accounts.first?.account.zone, !zone.isEmpty, let seconds = offset(zone, now)
        else { return nil }
        let local = now.local(offset: seconds)
        let place = Line("\(CallingHours.city(of: zone)) \(local.time.text), ")
        let hours = dossier.rules.permitted
        switch CallingHours(zone: zone, at: now, rules: dossier.rules, offset: offset) {
        case .open: return place.then(AccountSentences.callable(until: hours.tillText), .muted)
        case .closed(let opens):
            let there = opens.local(offset: offset(zone, opens) ?? seconds)
            return place.then(
                AccountSentences.callable(from: there, isOtherDay: there.day != local.day), .soon)
        }
    }
}
