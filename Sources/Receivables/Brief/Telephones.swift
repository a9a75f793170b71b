/// A number on file, and what calling it has come to: which one to dial is the first question of a call.
public struct Telephone: Hashable, Sendable {
    public var account: AccountNumber
    public var contact: Contact
    /// Outbound calls to the number that count as an attempt.
    public var tried: Int
    /// Those of them on which somebody was reached.
    public var reached: Int
    /// Whether the newest word about it is that it is wrong, or its owner has left.
    public var isBad: Bool
    /// They asked that it is not dialled: it is shown, and never offered.
    public var isBarred: Bool
    /// Whether it was dialled on the day of the dossier, however that ended.
    public var wasDialledToday: Bool

    public var number: String { contact.phone }

    /// Whether nothing speaks against dialling it, and nobody has today.
    public var isUntried: Bool { !isBad && !isBarred && !wasDialledToday }
}

extension Dossier {
    /// The numbers on file in its order; those known to be wrong come later, those not to be dialled last.
    public var telephones: [Telephone] {
        let calls = history.filter { !undone.contains($0.seq) }.compactMap { entry -> CallRecord? in
            if case .call(let call) = entry.act { call } else { nil }
        }
        let dialled = dialledToday
        let all = contacts.filter { !$0.contact.phone.isEmpty }.map { of in
            // Newest first, as the history is.
            let own = calls.filter { $0.direction == .outbound && $0.number == of.contact.phone }
            let newest = own.first { $0.result == .wrongNumber || $0.result.reach >= .contact }
            return Telephone(
                account: of.account, contact: of.contact, tried: own.count { $0.result.reach != .none },
                reached: own.count { $0.result.reach >= .contact }, isBad: newest?.result == .wrongNumber,
                isBarred: facts.limits.barred(of.contact) != nil, wasDialledToday: dialled.contains(of.contact.phone))
        }
        let offered = all.filter { !$0.isBarred }
        return offered.filter { !$0.isBad } + offered.filter(\.isBad) + all.filter(\.isBarred)
    }
}
