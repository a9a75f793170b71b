import Receivables

// A number that led to no one leads to the next one on file (DOMAIN.md §5, "next number now"); somebody who doesn't
// handle it, to who does ("call them now").
extension State {
    /// The number to dial at once after a call of ours that ended so; nil where none is left, or calling has to stop.
    ///
    /// - Parameter broken: what the call was made against, and why.
    func nextNumber(after result: CallResult, against broken: BrokenRules?) -> Telephone? {
        guard result.leadsToNextNumber, let open = account.open, let next = open.untriedNumber else { return nil }
        // A wrong number is no attempt: what stood against the call, if anything did, was asked before it.
        guard result.reach == .attempt else { return next }
        if noteContext.step(after: result)?.isWritingInsteadOfCalling ?? false { return nil }
        let check = ContactCheck(open.dossier, calling: next.contact, at: now, offset: desk.offset, triedSince: 1)
        return check.isFine(after: broken) ? next : nil
    }

    /// Whom to dial as soon as that is on record: the next on file, or who was named as pendingAct it.
    func numberToTryNow(after entry: NewEntry) -> Contact? {
        guard case .call(let call) = entry.act else { return nil }
        if let named = call.namedInstead {
            guard let open = account.open else { return nil }
            let numbers = desk.telephones(named.phone, TelephonePlace(zone: open.zone, rules))
            let contact = Contact(name: named.name, phone: named.phone, numbers: numbers)
            // The first that may be dialled, as the updated page will show it.
            return contact.eachNumber.first {
                $0.numbers.contains(where: \.isPossible) && open.dossier.facts.limits.barred($0) == nil
            }
        }
        guard call.direction == .outbound else { return nil }
        return nextNumber(after: call.result, against: call.broke)?.contact
    }

    /// The account stays, its page made again: it names the number, and the call key dials it.
    mutating func tryNow(_ next: Contact, after entry: NewEntry, _ payer: AccountNumber) -> [Effect] {
        guard case .call(let call) = entry.act, let open = account.open else { return [] }
        if call.result.reach >= .attempt {
            // They were tried, or spoken to: a caller who leaves them now finds them again by their next action.
            queue.markDone(payer, entry.act.outcome)
            ringing.drop(payer)
        } else {
            queue.unmark(payer)
        }
        let effects =
            [.deleteDraft(id: entry.id), loadActivity()] + self.open(open.dossier.asked, name: open.name, then: .show)
        let number = next.numbers.first?.brief ?? next.phone
        notice = .good(CallSentences.savedAndNextNumber(call.result.rawValue, next.name, number, key: callKey))
        return effects
    }

    private var callKey: String { desk.bindings.label(of: .call) }
}
