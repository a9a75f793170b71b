import Receivables

// Messages: read before they go, sent with one key, each an entry that can be taken back.
extension State {
    /// About the marked items, where the account's items are on screen and some are marked.
    mutating func draftMessage() -> [Effect] {
        guard let open = account.open else { return [] }
        let items = markedKeys
        return draft(usualKind(open, hasItems: !items.isEmpty), about: items, for: open.payer, name: open.name)
    }

    mutating func draft(_ kind: MessageKind, about items: [ItemKey], for payer: AccountNumber, name: String) -> [Effect]
    {
        let request = MessageRequest(id: desk.newID(), account: payer, name: name, kind: kind, items: items)
        overlay = MessagePane(request)
        return [.load(.message(request, moment))]
    }

    /// What they asked for on a call is drafted as soon as the call is recorded, above the next account's page. Left
    /// with Esc, it is still owed.
    mutating func draftWhatTheyWant(_ entry: NewEntry, of open: OpenAccount?) -> [Effect] {
        guard let open, let payer = entry.payer, overlay == nil else { return [] }
        let sends = entry.act.followUps.compactMap(\.owedAct).filter { $0.message != .dispute }
        var wants = false
        if case .call(let call) = entry.act { wants = call.result == .wantsDocuments }
        guard wants || !sends.isEmpty else { return [] }
        let words = Set(
            (sends.isEmpty ? [entry.text] : sends.map(\.words)).flatMap {
                $0.split { !$0.isLetter && !$0.isNumber && !"-_/.".contains($0) }
            })
        let items = open.dossier.facts.accounts.flatMap { facts in
            facts.items.filter { words.contains(Substring($0.number)) }.map { $0.key(of: facts.account.number) }
        }
        let kind = sends.first?.message ?? (items.isEmpty ? .statement : .documents)
        return draft(kind, about: kind == .statement ? [] : items, for: payer, name: open.name)
    }

    /// What we owe them goes before what the cadence asks for.
    private func usualKind(_ open: OpenAccount, hasItems: Bool) -> MessageKind {
        if !hasItems, let kind = kindAfterCall(open) { return kind }
        let owed = open.dossier.facts.followUps.filter { $0.day <= today }.compactMap(\.owedAct?.message)
        if let kind = owed.first(where: { $0 != .dispute }) { return kind }
        if hasItems { return .reminder }
        for kind in [MessageKind.reminder, .statement] where open.dossier.step(for: kind) != nil { return kind }
        if open.dossier.standing.isBeforeDue { return .reminder }
        let isChaseable = open.dossier.facts.oldestChaseable(on: today).map { $0 < today } ?? false
        return isChaseable ? .reminder : .statement
    }

    /// What today's last call agreed is confirmed before anything is asked for.
    private func kindAfterCall(_ open: OpenAccount) -> MessageKind? {
        guard let entry = open.dossier.counted.first, entry.day == today else { return nil }
        let agreed = entry.act.agreed
        if !agreed.promises.isEmpty { return .promiseConfirmation }
        if !agreed.plans.isEmpty { return .plan }
        return agreed.disputes.isEmpty ? nil : .dispute
    }

    private var markedKeys: [ItemKey] {
        guard let open = account.open, let list = open.items else { return [] }
        return list.markedItems.compactMap { item in
            open.dossier.facts.accounts.first { $0.items.contains(item) }.map { item.key(of: $0.account.number) }
        }
    }

    // MARK: What became of it

    /// A message is recorded, and in the outbox.
    mutating func sent(_ request: MessageRequest, _ record: MessageRecord, _ place: OutboxPlace) -> [Effect] {
        queue.markDone(request.account, MessageSentences.writtenTo)
        sayDone(
            MessageSentences.placed(
                place.words, record.words, for: request.name, file: place.program == nil ? place.file : nil))
        return [loadActivity()] + readAgain(request.account)
    }

    /// The last message of a batch that was left while it went out.
    mutating func sentLate(_ outcome: SendEvent) -> [Effect] {
        if case .saved(let record, let place) = outcome {
            notice = .good(MessageSentences.placed(place.words, record.words))
        }
        if case .failed(let why) = outcome { notice = .alert(why) }
        return [loadActivity()]
    }
}
