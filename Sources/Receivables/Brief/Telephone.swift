/// A number on file, and what calling it has come to: which one to dial is the first question of a call.
public struct Telephone: Hashable, Sendable {
    /// The account in the payer's family that has the number on file.
    public var account: AccountNumber
    /// Whose it is, with this number alone.
    public var contact: Contact
    /// The number itself, as it is dialled and compared.
    public var number: TelephoneNumber
    /// Outbound calls to the number that count as an attempt.
    public var tried: Int
    /// Those of them on which somebody was reached.
    public var reached: Int
    /// Whether the newest word about it is that it is wrong, or its owner has left.
    public var isBad: Bool
    /// They asked that it is not dialled, or another payer who shares it did: it is shown, and never offered.
    public var isBarred: Bool
    /// Whether it was dialled on the day of the dossier, however that ended.
    public var wasDialledToday: Bool

    /// Whether it is offered at all: it is a number, and no one asked us not to dial it.
    public var isOffered: Bool { number.isPossible && !isBarred }

    /// Whether nothing speaks against dialling it, and no one has today.
    public var isUntried: Bool { isOffered && !isBad && !wasDialledToday }

    /// Whether it is one of a person's.
    public func belongs(to of: Dossier.ContactOf) -> Bool {
        account == of.account && contact.name == of.contact.name && contact.phone == of.contact.phone
            && of.contact.numbers.contains(number)
    }
}

extension Dossier {
    /// The numbers on file in its order; those known to be wrong come later, those not to be dialled last, and those
    /// that can't be after them.
    public var telephones: [Telephone] {
        let calls = history.filter { !undone.contains($0.seq) }.compactMap { entry -> CallRecord? in
            if case .call(let call) = entry.act { call } else { nil }
        }
        let dialled = dialledToday
        let all = contacts.flatMap { of in
            of.contact.numbers.map { number in
                telephone(number, of, calls, isDialled: dialled.contains { number.isNamed(by: $0) })
            }
        }
        let possible = all.filter(\.number.isPossible)
        let offered = possible.filter { !$0.isBarred }
        return offered.filter { !$0.isBad } + offered.filter(\.isBad) + possible.filter(\.isBarred)
            + all.filter { !$0.number.isPossible }
    }

    private func telephone(
        _ number: TelephoneNumber, _ of: ContactOf, _ calls: [CallRecord], isDialled: Bool
    ) -> Telephone {
        let contact = of.contact.reached(by: number)
        // Newest first, as the history is.
        let own = calls.filter { $0.direction == .outbound && $0.numbers.contains { number.isNamed(by: $0) } }
        let newest = own.first { $0.result == .wrongNumber || $0.result.reach >= .contact }
        return Telephone(
            account: of.account, contact: contact, number: number, tried: own.count { $0.result.reach != .none },
            reached: own.count { $0.result.reach >= .contact },
            isBad: newest?.result == .wrongNumber || newest == nil && facts.limits.isBad(number),
            isBarred: facts.limits.barred(contact) != nil || shared(number)?.isBarred ?? false,
            wasDialledToday: isDialled)
    }
}
