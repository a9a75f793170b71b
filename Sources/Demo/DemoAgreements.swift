import Receivables

/// What some customers have agreed lately: promises kept waiting and broken, payments said to be on their way, disputes
/// with and without an answer. Made from what is open in the book, as a caller would.
struct DemoAgreements {
    let plan: DemoPlan
    let at: Instant
    private var chance: Chance

    init(plan: DemoPlan, at: Instant) {
        self.plan = plan
        self.at = at
        chance = Chance(seed: plan.seed &+ 4)
    }

    private static let most = 400
    /// One in so many accounts has agreed something.
    private static let oneIn = 8

    /// The records, for payers that the queue would have one call.
    mutating func entries(in book: some Book) throws -> [NewEntry] {
        let count = min(DemoAgreements.most, max(5, plan.accounts / DemoAgreements.oneIn))
        let rules = try book.about().rules
        let moment = Moment(at: at, day: plan.today)
        var entries: [NewEntry] = []
        for (nth, row) in try book.queue(QueueQuery(moment: moment, limit: count)).rows.enumerated() {
            let dossier = try book.dossier(of: row.payer, asOf: moment)
            if let entry = entry(Kind.allCases[nth % Kind.allCases.count], dossier, rules) { entries.append(entry) }
        }
        return entries
    }

    private enum Kind: CaseIterable {
        case pending, broken, claimed, disputed, later

        /// Business days ago.
        var age: Int {
            switch self {
            case .pending, .later: 1
            case .broken: 9
            case .claimed: 2
            case .disputed: 4
            }
        }
    }

    private mutating func entry(_ kind: Kind, _ dossier: Dossier, _ rules: Rules) -> NewEntry? {
        let calendar = rules.calendar
        var day = plan.today
        for _ in 0..<kind.age { day = calendar.before(day) }
        let words = AgreementWords(dossier.facts, rules: rules, today: day)
        guard let item = dossier.facts.accounts.flatMap(\.items).first(where: { $0.isOverdue(on: day) }) else {
            return nil
        }
        let amount = Money(minor: item.open / 2 + 1, item.currency).decimal
        var agreed = Agreements()
        let note: String
        switch kind {
        case .pending, .broken, .later:
            let due = calendar.adding(kind == .later ? 6 : 3, to: day)
            guard case .success(let read) = words.promise(split("\(amount) \(due.iso)")) else { return nil }
            agreed.promises = [read.fact]
            note = kind == .later ? "Half of the oldest one with the next run." : "Half now, the rest after month end."
        case .claimed:
            let paid = calendar.before(day)
            guard
                case .success(let read) = words.claim(
                    split("\(item.openMoney.decimal) \(paid.iso) TT-\(chance.int(1000...9999))"))
            else { return nil }
            agreed.claims = [read.fact]
            note = "Went out with the last transfer, she reads me the reference."
        case .disputed:
            guard
                case .success(let read) = words.disputes(
                    split("\(item.number) \(chance.pick(["price", "quantity", "quality"]))"))
            else { return nil }
            agreed.disputes = read.fact
            note = "Will not pay before that one is put right."
        }
        let contact = dossier.contacts.first?.contact
        agreed.promises = agreed.promises.map { promise in
            var promise = promise
            promise.who = contact?.name ?? ""
            return promise
        }
        return NewEntry(
            id: chance.hexadecimal() + chance.hexadecimal(), payer: dossier.facts.payer,
            at: LocalTime(day: day, time: TimeOfDay(minutes: chance.int(490...1030))).instant(offset: 0), day: day,
            author: dossier.facts.accounts.first?.account.collector ?? "", text: note,
            act: .call(
                CallRecord(
                    result: agreed.result ?? .willCheck, contact: contact?.name ?? "", number: contact?.phone ?? "",
                    seconds: chance.int(90...600), agreed: agreed)))
    }

    private func split(_ text: String) -> [Substring] { text.split(separator: " ") }
}
