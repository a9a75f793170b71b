/// All that happened with a payer, newest first: what people did, and the money that came.
public struct Timeline: Sendable {
    /// Newest first; of one day money stands above what was said.
    public let events: [Event]

    /// Something that happened on a day.
    public struct Event: Sendable, Hashable {
        /// The day on the desk's calendar.
        public let day: Day
        /// What happened.
        public let what: What
        /// It was taken back later.
        public let isUndone: Bool
        /// Of which kinds it is: a call may hold promises and disputes.
        public let kinds: Set<Kind>
        /// What has become of the promises, disputes, claims and plans of the entry, in words.
        public let outcomes: [String]
        /// The numbers of the items that its promises and plans cover.
        public let items: Set<String>
    }

    /// An entry of the journal, or money.
    public enum What: Sendable, Hashable {
        case entry(Entry)
        case money(Dossier.Received)
    }

    /// What a reader looks for.
    public enum Kind: String, Sendable, CaseIterable {
        case calls, messages, promises, disputes, plans, payments, notes, corrections
    }

    /// Puts a payer's entries and receipts into one order.
    public init(_ dossier: Dossier) {
        let follow = dossier.facts.followThrough
        var events = dossier.history.map { entry in
            Event(
                day: entry.day, what: .entry(entry), isUndone: dossier.undone.contains(entry.seq),
                kinds: Timeline.kinds(of: entry), outcomes: follow.outcomes(of: entry.seq),
                items: follow.covered(by: entry.seq))
        }
        events += dossier.receipts.map {
            Event(day: $0.day, what: .money($0), isUndone: false, kinds: [.payments], outcomes: [], items: [])
        }
        self.events = events.enumerated().sorted { left, right in
            if left.element.day != right.element.day { return left.element.day > right.element.day }
            // Both lists are newest first already.
            return left.element.isMoney != right.element.isMoney ? left.element.isMoney : left.offset < right.offset
        }.map(\.element)
    }

    private static func kinds(of entry: Entry) -> Set<Kind> {
        var kinds: Set<Kind> = []
        switch entry.act {
        case .call: kinds.insert(.calls)
        case .message: kinds.insert(.messages)
        case .note(let note): kinds.insert(note.isReceived ? .messages : .notes)
        case .dispute: kinds.insert(.disputes)
        case .plan: kinds.insert(.plans)
        case .matched: kinds.insert(.payments)
        case .undo, .redaction, .payer: kinds.insert(.corrections)
        default: break
        }
        let agreed = entry.act.agreed
        if !agreed.promises.isEmpty || !agreed.claims.isEmpty { kinds.insert(.promises) }
        if !agreed.disputes.isEmpty { kinds.insert(.disputes) }
        if !agreed.plans.isEmpty { kinds.insert(.plans) }
        return kinds
    }
}

extension Timeline.Event {
    /// Whether it is money that came or went back.
    public var isMoney: Bool {
        if case .money = what { true } else { false }
    }

    /// Whether it has to do with an item, by its number: it names the item, or its money settled it.
    ///
    /// - Parameter number: of the item.
    public func concerns(item number: String) -> Bool {
        if items.contains(number) { return true }
        switch what {
        case .money(let received): return received.item == number
        case .entry(let entry):
            if entry.text.contains(number) { return true }
            switch entry.act {
            case .message(let message): return message.items.contains { $0.number == number }
            case .matched(let matches): return matches.contains { $0.item == number }
            default:
                let agreed = entry.act.agreed
                return agreed.disputes.contains { $0.item.number == number }
                    || agreed.promises.contains { $0.shares.contains { $0.item.number == number } }
            }
        }
    }
}

extension FollowThrough {
    /// The items that the promises and plans of an entry cover.
    fileprivate func covered(by seq: Int64) -> Set<String> {
        let promises = self.promises + plans.flatMap(\.instalments)
        return Set(
            promises.filter { $0.promise.part.entry == seq }.flatMap { $0.promise.shares.map(\.item.number) })
    }

    /// What has become of all that an entry agreed.
    fileprivate func outcomes(of seq: Int64) -> [String] {
        promises.filter { $0.promise.part.entry == seq }.map(\.words)
            + claims.filter { $0.claim.part.entry == seq }.map(\.words)
            + disputes.filter { $0.part.entry == seq }.map(\.words)
            + plans.filter { $0.plan.part.entry == seq }.map(\.words)
    }
}
