/// Gathers what a message of a kind says from an account's dossier.
extension Dossier {
    /// Collects the facts of a message to the payer.
    ///
    /// - Parameters:
    ///   - kind: what the message is.
    ///   - chosen: only these items, where some are.
    ///   - step: the step of the cadence that it works; nil for one of its own.
    /// - Throws: why there is nothing to write.
    public func content(
        of kind: MessageKind, chosen: Set<ItemKey> = [], step: ComingStep? = nil
    ) throws(MessageProblem) -> MessageContent {
        var content = MessageContent(kind: kind, account: facts.payer, name: facts.name)
        content.language = facts.accounts.first?.account.language ?? ""
        content.step = step
        switch kind {
        case .reminder: try remind(&content, chosen)
        case .statement: try state(&content, chosen)
        case .promiseConfirmation: try confirm(&content)
        case .plan: try plan(&content)
        case .dispute: try dispute(&content, chosen)
        case .documents: try documents(&content, chosen)
        }
        return content
    }

    private func remind(_ content: inout MessageContent, _ chosen: Set<ItemKey>) throws(MessageProblem) {
        content.tone = tone(of: content.step)
        for (key, item) in items(chosen) where item.isOverdue(on: moment.day) { content.add(item, key) }
        let gross = content.asked
        // Who names the items asks for these; otherwise for what credits and cash on account leave.
        var totals = chosen.isEmpty ? rest(&content) : sums(content.asked.map(\.amount))
        if content.asked.isEmpty, content.step == nil {
            askAfterDueSoon(&content, chosen)
            totals = sums(content.asked.map(\.amount))
        }
        guard !content.asked.isEmpty else { throw gross.isEmpty ? .nothingToAskFor : .covered }
        content.unkept = facts.unkept.map { promise, missing in
            .init(amount: missing, day: promise.promise.day, items: promise.promise.shares.map(\.item))
        }
        content.totals = totals
    }

    /// Takes credits and cash off what is asked for, account by account: they are named, and where they leave nothing
    /// of an account, none of its items is asked for.
    ///
    /// - Returns: what is left, per currency.
    private func rest(_ content: inout MessageContent) -> [Money] {
        var left: [Money] = []
        for facts in facts.accounts {
            let number = facts.account.number
            let currencies = Set(content.asked.filter { $0.item.account == number }.map(\.amount.currency)).sorted()
            for currency in currencies {
                func isTheirs(_ line: MessageContent.Line) -> Bool {
                    line.item.account == number && line.amount.currency == currency
                }
                let credits = facts.items.filter { $0.open < 0 && $0.currency == currency && $0.issued <= moment.day }
                let cash = facts.unapplied.filter { $0.day <= moment.day && $0.amount.currency == currency }.map(
                    \.amount)
                let asked = content.asked.filter(isTheirs).reduce(Int64(0)) { $0.saturatingAdd($1.amount.minor) }
                let onAccount = max(0, cash.reduce(Int64(0)) { $0.saturatingAdd($1.minor) })
                let rest = asked.saturatingAdd(credits.reduce(Int64(0)) { $0.saturatingAdd($1.open) }).saturatingAdd(
                    0 - onAccount)
                guard rest > 0 else {
                    content.asked.removeAll(where: isTheirs)
                    continue
                }
                content.credits += credits.map { credit in
                    .init(
                        item: credit.key(of: number), purchaseOrder: credit.purchaseOrder, due: credit.due,
                        amount: credit.openMoney)
                }
                if onAccount > 0 { content.unapplied = sums(content.unapplied + [Money(minor: onAccount, currency)]) }
                left.append(Money(minor: rest, currency))
            }
        }
        return sums(left)
    }

    /// Before its due day an invoice is asked about, never demanded.
    private func askAfterDueSoon(_ content: inout MessageContent, _ chosen: Set<ItemKey>) {
        content.tone = .beforeDue
        // Credits and cash on account are taken off already.
        for asked in standing.askedItems.filter(\.isBeforeDue) {
            guard let (key, item) = items(chosen).first(where: { $0.key == asked.key }) else { continue }
            content.asked.append(
                .init(item: key, purchaseOrder: item.purchaseOrder, due: item.due, amount: asked.amount))
        }
        content.asked.sort { ($0.due, $0.item.number) < ($1.due, $1.item.number) }
    }

    private func state(_ content: inout MessageContent, _ chosen: Set<ItemKey>) throws(MessageProblem) {
        for (key, item) in items(chosen) where item.issued <= moment.day {
            if item.open < 0 {
                content.credits.append(
                    .init(item: key, purchaseOrder: item.purchaseOrder, due: item.due, amount: item.openMoney))
            } else if item.isOverdue(on: moment.day) {
                content.add(item, key)
            } else if item.open > 0 {
                content.notDue.append(
                    .init(item: key, purchaseOrder: item.purchaseOrder, due: item.due, amount: item.openMoney))
            }
        }
        if chosen.isEmpty {
            content.unapplied = sums(facts.accounts.flatMap(\.unapplied).filter { $0.day <= moment.day }.map(\.amount))
        }
        do {
            content.statement = try AccountStatement(facts, rules: rules, on: moment.day, chosen: chosen)
        } catch {
            throw .sumTooLarge(facts.payer)
        }
        guard !content.statement.lines.isEmpty else { throw .nothingOpen }
        content.totals = content.statement.balances
    }

    private func confirm(_ content: inout MessageContent) throws(MessageProblem) {
        content.promised = facts.followThrough.promises.filter { if case .pending = $0.verdict { true } else { false } }
            .map { judged in
                .init(
                    amount: Money(minor: judged.promise.remaining, judged.currency), day: judged.promise.day,
                    items: judged.promise.shares.map(\.item))
            }
        guard !content.promised.isEmpty else { throw .noPromise }
        content.totals = sums(content.promised.map(\.amount))
    }

    private func plan(_ content: inout MessageContent) throws(MessageProblem) {
        let live = facts.followThrough.plans.last { [.offered, .awaitingApproval, .active].contains($0.plan.status) }
        guard let live else { throw .noPlan }
        content.promised = live.plan.instalments.map { .init(amount: $0.amount, day: $0.day) }
        content.totals = [live.plan.total]
    }

    private func dispute(_ content: inout MessageContent, _ chosen: Set<ItemKey>) throws(MessageProblem) {
        for dispute in facts.followThrough.disputes where chosen.isEmpty || chosen.contains(dispute.item) {
            var answer: String?
            switch dispute.state {
            case .open: break
            case .answered(_, let text): answer = text
            case .resolved, .closed: continue
            }
            content.disputes.append(
                .init(
                    item: dispute.item, amount: dispute.amount, reason: dispute.reason, owner: dispute.owner,
                    due: dispute.due,
                    answer: answer))
        }
        guard !content.disputes.isEmpty else { throw .noDispute }
    }

    /// Those chosen, else those named by what we owe them, else that in its own words.
    private func documents(_ content: inout MessageContent, _ chosen: Set<ItemKey>) throws(MessageProblem) {
        let owed = facts.followUps.filter { $0.kind == .owed }.map(\.why)
        let words = Set(owed.flatMap { $0.split { " ,;:".contains($0) }.map(String.init) })
        for (key, item) in items(chosen) where !chosen.isEmpty || words.contains(item.number) {
            content.asked.append(
                .init(item: key, purchaseOrder: item.purchaseOrder, due: item.due, amount: item.openMoney))
        }
        if content.asked.isEmpty {
            content.documents = facts.followUps.compactMap(\.owedAct).compactMap { act in
                switch act {
                case .documents(let what), .statement(let what): what
                case .answer: nil
                }
            }
        }
        guard !content.asked.isEmpty || !content.documents.isEmpty else { throw .noDocuments }
    }

    /// Oldest due day first.
    private func items(_ chosen: Set<ItemKey>) -> [(key: ItemKey, item: Item)] {
        facts.accounts.flatMap { facts in
            facts.items.filter { $0.open != 0 }.map { (key: $0.key(of: facts.account.number), item: $0) }
        }.filter { chosen.isEmpty || chosen.contains($0.key) }
            .sorted { ($0.item.due, $0.item.number) < ($1.item.due, $1.item.number) }
    }

    /// A formal notice speaks as one; before the calls have begun a reminder is friendly.
    private func tone(of step: ComingStep?) -> MessageTone {
        if step?.act == .formalNotice { return .formal }
        // Who could not be reached by telephone.
        if step?.step.act == .call { return .firm }
        // One that works no step speaks as the cadence would by now.
        guard let step = step ?? facts.nextStep(by: rules, on: moment.day) else {
            return facts.unkept.isEmpty ? .friendly : .firm
        }
        let hasCalled = step.cadence.steps.prefix(step.place).contains { $0.act == .call }
        return hasCalled || !facts.unkept.isEmpty ? .firm : .friendly
    }
}

extension MessageContent {
    /// What can be asked for, and apart from it what is disputed or promised.
    fileprivate mutating func add(_ item: Item, _ key: ItemKey) {
        func line(_ minor: Int64, _ apart: Apart? = nil) -> Line {
            Line(
                item: key, purchaseOrder: item.purchaseOrder, due: item.due, amount: Money(minor: minor, item.currency),
                apart: apart)
        }
        if item.chaseable > 0 { asked.append(line(item.chaseable)) }
        if item.disputed > 0 { apart.append(line(item.disputed, .disputed)) }
        if item.promised > 0 { apart.append(line(item.promised, .promised)) }
    }
}

/// Per currency, in the order in which they come; held at the largest value.
private func sums(_ amounts: [Money]) -> [Money] {
    var sums: [Money] = []
    for money in amounts {
        if let place = sums.firstIndex(where: { $0.currency == money.currency }) {
            sums[place] = Money(minor: sums[place].minor.saturatingAdd(money.minor), money.currency)
        } else {
            sums.append(money)
        }
    }
    return sums
}
