/// What the journal has agreed with a payer: the fold of its counting entries (DESIGN.md §3, "Projections").
public struct PayerRecord: Hashable, Sendable {
    /// Agreed and not yet done, earliest first.
    public private(set) var followUps: [FollowUp]
    public private(set) var tally: Tally

    public init(followUps: [FollowUp] = [], tally: Tally = Tally()) {
        self.followUps = followUps
        self.tally = tally
    }

    /// How long before its minute a call may come and still be the appointment.
    static let appointmentGrace = 30 * 60

    /// The record after one more counting entry. Entries come in journal order.
    public mutating func apply(_ entry: Entry) {
        switch entry.act {
        case .call(let call):
            tally.count(call, on: entry.day)
            settle(by: entry)
        // What was noted elsewhere, long ago perhaps, is no answer to what was planned here.
        case .note(let note): if note.origin == nil { settle(by: entry) }
        case .payer, .imported, .rules, .undo: return
        }
        tally.lastTouched = latest(tally.lastTouched, entry.day)
        plan(entry)
    }

    /// Whoever was dealt with on the day has had what was due by then; appointments only from shortly before
    /// their minute on.
    private mutating func settle(by entry: Entry) {
        followUps.removeAll { followUp in
            if let minute = followUp.at {
                return entry.at >= minute.adding(seconds: -PayerRecord.appointmentGrace)
            }
            return followUp.day <= entry.day
        }
    }

    private mutating func plan(_ entry: Entry) {
        for (nth, planned) in entry.act.followUps.enumerated() {
            followUps.append(
                FollowUp(
                    entry: entry.seq, nth: nth, kind: planned.kind, day: planned.day, at: planned.at,
                    why: planned.why, owner: planned.owner.isEmpty ? entry.author : planned.owner,
                    since: entry.day))
        }
        followUps.sort { ($0.day, $0.at?.milliseconds ?? 0, $0.entry) < ($1.day, $1.at?.milliseconds ?? 0, $1.entry) }
    }

    /// The record that a payer's entries make, those that are taken back left out.
    ///
    /// - Parameter entries: all of the payer's, in journal order.
    public static func folding(_ entries: [Entry]) -> PayerRecord {
        var record = PayerRecord()
        for entry in counting(entries) { record.apply(entry) }
        return record
    }
}

/// The entries that count: all but those that a counting entry undoes. In journal order, as they came.
public func counting(_ entries: [Entry]) -> [Entry] {
    var undone: Set<Int64> = []
    // An undo always comes after what it undoes, so from the end each entry's fate is known when it is met.
    for entry in entries.reversed() where !undone.contains(entry.seq) {
        if let target = entry.undoes { undone.insert(target) }
    }
    return entries.filter { !undone.contains($0.seq) }
}
