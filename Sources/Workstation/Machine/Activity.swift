import Receivables

/// What an author has done on a day, for the status line.
struct Activity: Sendable, Hashable {
    /// Calls in either direction.
    var calls = 0
    /// Outbound calls that count as an attempt.
    var attempts = 0
    /// Calls on which somebody was reached.
    var reached = 0
    /// Promised and planned, in minor units; not what waits for a manager.
    var promised: [Currency: Int64] = [:]

    init() {}

    /// - Parameter entries: the author's of that day, newest first, as the journal gives them.
    init(_ entries: [Entry]) {
        for entry in counting(entries.reversed()) {
            let plans = entry.act.agreed.plans.filter { $0.status == .active }
            for money in entry.act.agreed.promises.map(\.amount) + plans.map(\.total) {
                promised[money.currency] = (promised[money.currency] ?? 0).saturatingAdd(money.minor)
            }
            guard case .call(let call) = entry.act else { continue }
            calls += 1
            if call.result.reach >= .contact { reached += 1 }
            if call.direction == .outbound, call.result.reach != .none { attempts += 1 }
        }
    }
}

/// The newest of an author's entries that can be taken back: a call, a note, a decision or a step of the cadence that
/// still counts.
///
/// - Parameter entries: newest first.
func lastRecord(in entries: [Entry]) -> Entry? {
    let counting = Set(counting(entries.reversed()).map(\.seq))
    return entries.first { entry in
        guard counting.contains(entry.seq) else { return false }
        switch entry.act {
        case .call: return true
        // What was noted in another tool is no one's last record here.
        case .note(let note): return note.origin == nil
        // Decisions that are taken back by the same key.
        case .hold, .decision, .release, .handOver, .message, .step, .cadence: return true
        case .payer, .matched, .imported, .rules, .dispute, .plan, .cover, .later, .pin, .review, .sales, .redaction,
            .undo:
            return false
        }
    }
}
