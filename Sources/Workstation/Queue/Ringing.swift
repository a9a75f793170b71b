import Receivables

/// Appointments whose minute is near or past and that no one has kept yet: they ring at their minute, once, and stay
/// on the status line (DOMAIN.md §5, "Order").
struct Ringing: Sendable {
    /// Earliest first.
    private(set) var due: [QueueRow] = []
    private var rung: Set<Ring> = []

    private struct Ring: Hashable, Sendable {
        let payer: AccountNumber
        let at: Instant
    }

    var first: QueueRow? { due.first }

    mutating func show(_ rows: [QueueRow]) { due = rows.filter { $0.appointment?.at != nil } }

    mutating func drop(_ payer: AccountNumber) { due.removeAll { $0.payer == payer } }

    /// The next whose minute has come and that has not rung yet.
    mutating func next(at now: Instant) -> QueueRow? {
        for row in due {
            guard let at = row.appointment?.at, at <= now, rung.insert(Ring(payer: row.payer, at: at)).inserted else {
                continue
            }
            return row
        }
        return nil
    }
}

extension State {
    /// Asked with every minute.
    func loadAppointments() -> Effect { .load(.appointments(moment, of: ringsFor)) }

    mutating func handle(appointments rows: [QueueRow]) -> [Effect] {
        ringing.show(rows)
        guard let row = ringing.next(at: now), let at = row.appointment?.at else { return [] }
        let why = row.appointment.map { $0.why.isEmpty ? "" : ": \($0.why)" } ?? ""
        let key = desk.bindings.label(of: .appointment)
        notice = .alert(QueueSentences.appointmentIsDue(at: local(at).time, row.name, why: why, key: key))
        return [.ring]
    }

    /// Opens the account whose appointment is on the status line.
    mutating func openAppointment() -> [Effect] {
        guard let row = ringing.first else {
            notice = .plain(QueueSentences.noAppointmentIsDue)
            return []
        }
        overlay = nil
        return open(row.payer, name: row.name, then: .show)
    }
}
