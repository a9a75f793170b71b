/// The facts of an account that fill the places of a talk track.
struct TrackFacts {
    private let dossier: Dossier
    private let form: SpokenForm
    private let situation: CallSituation

    /// What is there for every account.
    static let always: Set<TrackPlace> = [.caller, .customer, .account]

    /// What is there besides, wherever a situation is the likely one.
    static func always(in situation: CallSituation?) -> Set<TrackPlace> {
        switch situation {
        case .firstLate?, .usualLate?, .portal?: [.overdue, .item, .amount, .dueDay]
        case .brokenPromise?: [.promiseAmount, .promiseDay]
        case .disputed?: [.disputeItem]
        case .paidAlready?: [.claimDay]
        case .notDue?: [.item, .amount, .dueDay]
        case .hardship?, .plan?: [.overdue]
        default: []
        }
    }

    init(_ dossier: Dossier, _ situation: CallSituation, _ form: SpokenForm) {
        self.dossier = dossier
        self.situation = situation
        self.form = form
    }

    /// - Parameters:
    ///   - caller: who calls.
    ///   - contact: whom they speak to, by name; empty where that isn't known.
    /// - Returns: the facts that are there.
    func all(_ caller: TalkCaller, contact: String) -> [TrackPlace: TalkFact] {
        var facts: [TrackPlace: TalkFact] = [:]
        func put(_ place: TrackPlace, _ text: String?, _ source: TalkFact.Source) {
            guard let text, !text.isEmpty else { return }
            facts[place] = TalkFact(text, from: source)
        }
        put(.caller, caller.name, .desk)
        put(.company, caller.company, .desk)
        put(.number, caller.number, .desk)
        put(.contact, contact, .customer)
        put(.customer, dossier.facts.name, .customer)
        put(.account, dossier.facts.payer.text, .customer)
        put(.payDay, day(dossier.rules.calendar.adding(TrackFacts.daysToPay, to: dossier.today)), .desk)
        put(.usualDays, usualDays, .habit)
        // What somebody else said isn't told them as their own words.
        if let last = dossier.lastConversation,
            contact.isEmpty || last.call.contact.isEmpty || last.call.contact.lowercased() == contact.lowercased()
        {
            put(.lastDay, day(last.entry.day), .entry(last.entry.seq))
            put(.lastWords, TrackFacts.words(of: last.entry), .entry(last.entry.seq))
        }
        let kept = dossier.facts.followThrough.promises.count { $0.verdict.isKept }
        put(.kept, kept >= 2 ? "\(kept)" : nil, .matters)
        addItems(put)
        addMatters(put)
        return facts
    }

    /// Business days from today to the day by which payment is asked for.
    private static let daysToPay = 5

    private func day(_ day: Day) -> String { form.text(day, today: dossier.today) }

    private func addItems(_ put: (TrackPlace, String?, TalkFact.Source) -> Void) {
        let overdue = dossier.openItems.filter { $0.isOverdue(on: dossier.today) && $0.chaseable > 0 }
        let subjects =
            situation == .notDue
            ? dossier.openItems.filter { !$0.isOverdue(on: dossier.today) && $0.chaseable > 0 } : overdue
        if !overdue.isEmpty {
            put(.overdue, form.joined(TrackFacts.sums(overdue).map(form.text)), .items)
            put(.count, overdue.count >= 2 ? "\(overdue.count)" : nil, .items)
        }
        let currency = dossier.standing.figures.first { $0.collectable > 0 }?.currency
        let ofCurrency = subjects.filter { $0.currency == currency }
        guard let item = (ofCurrency.isEmpty ? subjects : ofCurrency).max(by: { $0.chaseable < $1.chaseable }) else {
            return
        }
        put(.item, item.number, .item(item.number))
        put(.amount, form.text(item.openMoney), .item(item.number))
        put(.dueDay, day(item.due), .item(item.number))
    }

    private static func sums(_ items: [Item]) -> [Money] {
        Dictionary(grouping: items, by: \.currency).sorted { $0.key < $1.key }.map { currency, items in
            Money(minor: items.reduce(0) { $0.saturatingAdd($1.open) }, currency)
        }
    }

    private func addMatters(_ put: (TrackPlace, String?, TalkFact.Source) -> Void) {
        let follow = dossier.facts.followThrough
        let unkept = dossier.facts.unkept.last?.promise.promise
        let awaited = situation == .brokenPromise ? nil : follow.promises.last { $0.verdict.isAwaited }?.promise
        if let promise = unkept ?? awaited {
            put(.promiseAmount, form.text(promise.amount), .matters)
            put(.promiseDay, day(promise.day), .matters)
        }
        if let claim = dossier.claimInQuestion {
            put(.claimDay, day(claim.claim.day), .matters)
            put(.claimAmount, claim.claim.amount.map(form.text), .matters)
            put(.claimReference, claim.claim.reference, .matters)
        }
        if let dispute = follow.disputes.first(where: \.isOpen) {
            put(.disputeItem, dispute.item.number, .item(dispute.item.number))
            put(.disputeReason, form.words(dispute.reason), .matters)
            put(.disputeOwner, form.department(dispute.owner), .matters)
        }
        if let plan = follow.plans.last(where: { $0.state == .offered || $0.state == .awaitingApproval }),
            let first = plan.plan.instalments.first
        {
            put(.firstAmount, form.text(first.amount), .matters)
        }
    }

    /// How many days late they pay as a rule; nil below three, or where too little is known.
    private var usualDays: String? {
        guard let behaviour = dossier.askedFacts?.behaviour, behaviour.payments >= 3, behaviour.signedLate >= 30 else {
            return nil
        }
        return form.days((behaviour.signedLate + 5) / 10)
    }

    /// What the customer said, as far as it is a short line of plain words.
    private static func words(of entry: Entry) -> String? {
        let line = entry.text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("/") }.map(String.init) ?? ""
        return line.count > 70 ? nil : line
    }
}
