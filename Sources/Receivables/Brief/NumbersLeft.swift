/// What there is to dial besides the number that was dialled last.
public enum NumbersLeft: Hashable, Sendable {
    /// One that no one has dialled today.
    case untried
    /// Good ones, all of them dialled today.
    case tried
    case none
}

extension Dossier {
    /// The number to dial now, after one of today that no one answered or that was wrong (DOMAIN.md §5, "next number
    /// now"), or the one of whom they named as handling it ("call them now"); nil where the last call of today ended
    /// otherwise, or every good number was dialled today.
    ///
    /// Whether a rule stands against it is for `ContactCheck` to say.
    public var nextNumber: Telephone? {
        guard let last = lastCallOfToday else { return nil }
        if let named = last.namedInstead { return telephones.first { $0.contact.phone == named.phone && $0.isUntried } }
        guard last.direction == .outbound, last.result.leadsToNextNumber else { return nil }
        return telephones.first(where: \.isUntried)
    }

    /// The newest call recorded on the dossier's day; nil where there was none.
    public var lastCallOfToday: CallRecord? { callsOfToday.first }

    /// Newest first.
    private var callsOfToday: [CallRecord] {
        history.lazy.filter { !undone.contains($0.seq) }.prefix { $0.day >= today }.compactMap { entry in
            guard entry.day == today, case .call(let call) = entry.act else { return nil }
            return call
        }
    }

    /// The numbers dialled today, by their keys, however it ended.
    var dialledToday: Set<String> {
        Set(callsOfToday.filter { $0.direction == .outbound }.flatMap(\.numbers))
    }
}

extension CallRecord {
    /// Whom they named as handling it, where a number was given.
    public var namedInstead: PlannedContact? {
        guard result == .someoneElse else { return nil }
        return agreed.contacts.last { !$0.phone.isEmpty }
    }
}

extension CallResult {
    /// Whether another number is to be dialled at once.
    public var leadsToNextNumber: Bool { self == .noAnswer || self == .wrongNumber }
}
