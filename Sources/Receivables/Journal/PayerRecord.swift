/// What the journal has agreed with a payer: the fold of its counting entries (ARCHITECTURE.md §3.3, "Projections").
public struct PayerRecord: Hashable, Sendable {
    /// Agreed and not yet done, earliest first.
    public private(set) var followUps: [FollowUp]
    /// How often the payer was tried and reached.
    public private(set) var tally: Tally
    /// Promises, claims, disputes and plans, in journal order.
    public private(set) var commitments: Commitments
    /// Whether a caller pinned the payer or put it off.
    public private(set) var queueOverride: QueueOverride
    /// Who can be called, as customers asked and we decided.
    public private(set) var limits: ContactLimits
    /// How far the payer has come in its cadence.
    public private(set) var track: CadenceTrack

    /// Creates a record as a store read it; empty by default.
    public init(
        followUps: [FollowUp] = [], tally: Tally = Tally(), commitments: Commitments = Commitments(),
        queueOverride: QueueOverride = QueueOverride(), limits: ContactLimits = ContactLimits(),
        track: CadenceTrack = CadenceTrack()
    ) {
        self.followUps = followUps
        self.tally = tally
        self.commitments = commitments
        self.queueOverride = queueOverride
        self.limits = limits
        self.track = track
    }

    /// How long before its minute a call may come and still be the appointment.
    static let appointmentGrace = 30 * 60

    /// The record after one more counting entry. Entries come in journal order.
    public mutating func apply(_ entry: Entry) {
        var purpose = FollowUp.Purpose.money
        switch entry.act {
        case .call(let call):
            purpose = self.purpose(of: call, on: entry)
            dropRetries(by: call, entry)
            tally.count(call, entry)
            limits.hear(call)
            if let step = call.step { track.work(step, on: entry.day) }
            settle(by: entry, wasReached: call.result.reach >= .contact)
        case .note(let note):
            // What was noted elsewhere, long ago perhaps, is history and no answer to what was planned here.
            guard note.origin == nil else { return commitments.add(note.agreed, seq: entry.seq, on: entry.day) }
            guard note.done.isEmpty else {
                followUps.removeAll { note.done.contains($0.part) }
                return tally.touch(entry)
            }
            // What they agreed by letter is an answer as good as one by telephone.
            if note.agreed.isWatched { followUps.removeAll { $0.purpose == .retry } }
            settle(by: entry, wasReached: true)
        case .step(let done):
            track.work(done.step, on: entry.day)
            if done.act.channel == .writing { tally.unreached = 0 }
            settle(by: entry, wasReached: false)
        case .cadence(let choice):
            track.name = choice.name
            return
        case .message(let message):
            if let step = message.step { track.work(step, on: entry.day) }
            // Who can't be reached has been written to.
            tally.unreached = 0
            settle(by: message, on: entry.day)
        case .dispute(let step): return answer(step, entry)
        case .plan(let step): return commitments.apply(step, of: entry)
        case .handOver(let change): return handOver(change)
        case .hold(let planned):
            // A row that was pinned or put off has been dealt with.
            queueOverride = QueueOverride()
            return limits.hold(planned, EntryPart(entry: entry.seq), entry)
        case .decision(let planned):
            settle(by: entry, wasReached: false)
            queueOverride = QueueOverride()
            return limits.decide(planned, EntryPart(entry: entry.seq), entry)
        case .release(let release): return limits.apply(release)
        case .later: return queueOverride.putOff(on: entry.day)
        case .pin(let isPinned):
            queueOverride.isPinned = isPinned
            return
        case .payer, .matched, .imported, .rules, .cover, .review, .sales, .redaction, .undo: return
        }
        tally.touch(entry)
        queueOverride = QueueOverride()
        commitments.add(entry.act.agreed, seq: entry.seq, on: entry.day)
        limits.add(entry.act.agreed, entry)
        plan(entry, purpose)
    }

    /// A payer dealt with on the day has had what was due by then; appointments only from shortly before
    /// their minute on. What we owe a customer isn't done before somebody was told: it moves to the next try.
    private mutating func settle(by entry: Entry, wasReached: Bool) {
        let nextTry = entry.act.followUps.map(\.day).filter { $0 > entry.day }.min() ?? entry.day.advanced(by: 1)
        for place in followUps.indices
        where followUps[place].kind == .owed && followUps[place].day <= entry.day && !wasReached {
            followUps[place].day = nextTry
        }
        followUps.removeAll { followUp in
            if let minute = followUp.at {
                return entry.at >= minute.adding(seconds: -PayerRecord.appointmentGrace)
            }
            return followUp.day <= entry.day
        }
    }

    /// Another try is planned by a call that reached no one. Reaching somebody replaces it, and so do the plans of the
    /// next try: however often a customer is tried, one try lies ahead.
    private mutating func dropRetries(by call: CallRecord, _ entry: Entry) {
        let isReplaced = call.result.reach >= .contact || call.followUps.contains { $0.kind == .followUp }
        followUps.removeAll { followUp in
            guard followUp.kind == .followUp, followUp.purpose != .money else { return false }
            // Of one day, the next call is that other try.
            let isTryOfToday = followUp.at != nil && followUp.since == entry.day
            return isTryOfToday || (followUp.purpose == .retry && (isReplaced || followUp.day <= entry.day))
        }
    }

    /// What the follow-ups of a call are about. Who wasn't reached for a relationship call
    /// is tried again for that.
    private func purpose(of call: CallRecord, on entry: Entry) -> FollowUp.Purpose {
        if call.result == .relationship { return .relationship }
        guard call.result.reach < .contact else { return .money }
        return followUps.contains { $0.purpose == .relationship && $0.day <= entry.day } ? .relationship : .retry
    }

    /// A message does what was planned for its day, and what of what we owed them it brings; a time agreed with them
    /// stays.
    private mutating func settle(by message: MessageRecord, on day: Day) {
        followUps.removeAll { followUp in
            guard followUp.day <= day else { return false }
            switch followUp.kind {
            case .followUp: return true
            case .owed: return followUp.owedAct?.message == message.kind
            case .appointment: return false
            }
        }
    }

    private mutating func plan(_ entry: Entry, _ purpose: FollowUp.Purpose) {
        for (nth, planned) in entry.act.followUps.enumerated() {
            followUps.append(
                FollowUp(
                    entry: entry.seq, nth: nth, kind: planned.kind, day: planned.day, at: planned.at,
                    why: planned.why, owner: planned.owner.isEmpty ? entry.author : planned.owner,
                    since: entry.day, purpose: purpose))
        }
        sortFollowUps()
    }

    /// An answer is owed to the customer on the day it is there; so is how a dispute ended, unless they withdrew it.
    private mutating func answer(_ step: DisputeStep, _ entry: Entry) {
        guard commitments.apply(step, of: entry), step.outcome != .withdrawn else { return }
        let number = commitments.disputes.first { $0.part == step.dispute }?.item.number ?? ""
        let what = step.outcome.map { "dispute \($0.rawValue)" } ?? "dispute answered"
        let said = entry.text.split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? ""
        followUps.append(
            FollowUp(
                entry: entry.seq, nth: 0, kind: .owed, day: entry.day,
                why: OwedAct.answer("\(number) \(what)\(said)").words,
                owner: entry.author, since: entry.day))
        sortFollowUps()
    }

    private mutating func handOver(_ change: HandOver) {
        for place in followUps.indices
        where followUps[place].entry == change.followUp.entry && followUps[place].nth == change.followUp.nth {
            followUps[place].owner = change.owner
        }
    }

    private mutating func sortFollowUps() { followUps.sort(by: FollowUp.isEarlier) }

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
