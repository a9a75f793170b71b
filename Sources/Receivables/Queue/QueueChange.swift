/// Who would rise and fall in the queue under other rules, and why.
public struct QueueChange: Hashable, Sendable {
    /// The payer's own account number.
    public var payer: AccountNumber
    /// The display name of the payer.
    public var name: String
    /// From 1; nil for who is not in the queue.
    public var before: Int?
    /// The rank under the other rules, from 1; nil for who would not be in the queue.
    public var after: Int?
    /// What makes the difference, in a few words.
    public var why: String

    /// Rows that would stand elsewhere, those that move furthest first; who joins or leaves counts as from behind the
    /// last.
    public static func between(_ old: [QueueRow], _ new: [QueueRow]) -> [QueueChange] {
        let before = Dictionary(old.map { ($0.payer, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { ($0.payer, $0) }, uniquingKeysWith: { first, _ in first })
        let last = max(old.count, new.count) + 1
        let payers = (old + new.filter { before[$0.payer] == nil }).map { ($0.payer, $0.name) }
        let changes = payers.compactMap { payer, name -> QueueChange? in
            let (old, new) = (before[payer], after[payer])
            // Who only makes room for others neither rises nor falls by these rules.
            guard old?.rank != new?.rank, old.map({ !$0.standing.isAlike(new?.standing) }) ?? true else { return nil }
            return QueueChange(payer: payer, name: name, before: old?.rank, after: new?.rank, why: reason(old, new))
        }
        func distance(_ change: QueueChange) -> Int { abs((change.before ?? last) - (change.after ?? last)) }
        return changes.sorted { (distance($1), $0.after ?? last) < (distance($0), $1.after ?? last) }
    }

    private static func reason(_ old: QueueRow?, _ new: QueueRow?) -> String {
        guard let old else { return "joins: " + (new?.standing.reasons.first?.text ?? "") }
        guard let new else { return "leaves the queue: rests, or is to be decided about" }
        var parts: [String] = []
        if old.standing.tier != new.standing.tier {
            parts.append("\(old.standing.tier.title) → \(new.standing.tier.title)")
        }
        if old.standing.worth != new.standing.worth {
            let (from, to) = (
                Money(minor: old.standing.worth, old.standing.base), Money(minor: new.standing.worth, new.standing.base)
            )
            parts.append("worth \(from.roundedToMajor) → \(to.roundedToMajor)")
        }
        if old.standing.product != new.standing.product {
            parts.append("factors \(Reason.decimal(old.standing.product)) → \(Reason.decimal(new.standing.product))")
        }
        return parts.joined(separator: ", ")
    }
}

extension Standing {
    /// Whether nothing that orders it differs.
    fileprivate func isAlike(_ other: Standing?) -> Bool {
        other.map { $0.tier == tier && $0.worth == worth && $0.product == product } ?? false
    }
}
