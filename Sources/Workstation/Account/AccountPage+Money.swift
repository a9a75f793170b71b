import Receivables
import Terminal

// What they owe and how they pay.
extension AccountPage {
    /// `To collect 10,300.00 GBP + 3,550.00 due by Fri 27 Nov  overdue 12,400.00  disputed 2,100.00  oldest 74 d`, a
    /// line per currency.
    var stake: [Line] {
        dossier.standing.figures.flatMap { figures in
            var line = owed(figures)
            func add(_ label: String, _ amount: Int64, _ style: Style) {
                guard amount != 0 else { return }
                line = line.then("  \(label) ", .muted).then(Money(minor: amount, figures.currency).grouped, style)
            }
            add(AccountSentences.overdue, figures.overdue, .overdue)
            add(AccountSentences.open, figures.open, .normal)
            add(AccountSentences.disputed, figures.disputed, .disputed)
            add(AccountSentences.promised, figures.promised, .promised)
            add(AccountSentences.onAccount, figures.unapplied, .good)
            if let oldest = figures.oldestDaysPastDue {
                line = line.then("  \(AccountSentences.oldest) ", .muted).then("\(oldest) d", .overdue)
            }
            return paragraph(line, indent: 0, hanging: 2)
        }
    }

    /// `To collect 10,300.00 GBP + 3,550.00 due by Fri 27 Nov`; with nothing to collect yet `Falls due 3,550.00 GBP by
    /// Fri 27 Nov`.
    private func owed(_ figures: Figures) -> Line {
        let (toCollect, dueSoon) = (figures.money(\.toCollect).grouped, figures.money(\.dueSoon).grouped)
        let by = figures.dueSoon > 0 ? figures.dueBy?.short : nil
        if let by, figures.toCollect == 0 {
            return Line("\(AccountSentences.fallsDue) ", .muted).then(dueSoon, .strong).then(
                " \(figures.currency.code)"
            ).then(
                " \(AccountSentences.by(by))", .muted)
        }
        let line = Line("\(AccountSentences.toCollect) ", .muted).then(toCollect, .strong).then(
            " \(figures.currency.code)")
        return by.map {
            line.then(" + ", .muted).then(dueSoon, .strong).then(" \(AccountSentences.due(by: $0))", .muted)
        } ?? line
    }

    /// One bar per currency: a ground for each bucket, as wide as its share, and the amounts behind.
    var ageing: [Line] {
        var totals: [Currency: Ageing] = [:]
        for facts in dossier.facts.accounts {
            for ageing in (try? facts.ageing(on: today, in: dossier.rules.buckets)) ?? [] {
                if totals[ageing.currency] == nil {
                    totals[ageing.currency] = ageing
                } else {
                    try? totals[ageing.currency]?.merge(ageing)
                }
            }
        }
        return totals.values.sorted { $0.currency < $1.currency }.flatMap { paragraph(bar($0), indent: 0, hanging: 2) }
    }

    private func bar(_ ageing: Ageing) -> Line {
        let grounds: [Glyph] = [.shade1, .shade1, .shade2, .shade3, .shade4, .shade4]
        let largest = ageing.buckets.map(\.magnitude).max() ?? 0
        var line = Line()
        for (place, name) in dossier.rules.buckets.names.enumerated() where ageing.buckets[place] != 0 {
            let amount = ageing.buckets[place]
            let cells = largest == 0 ? 0 : max(1, Int(Double(amount.magnitude) / Double(largest) * 8))
            let isDue = place > 0 || dossier.rules.buckets.basis == .invoiceDate
            if !line.isEmpty { line = line.then("  ") }
            let ground = glyph(grounds[min(place, grounds.count - 1)])
            line = line.then(String(repeating: ground, count: cells), isDue ? .overdue : .bar)
                .then(" \(place == 0 && name == "current" ? AccountSentences.notDue : name) ", .muted)
                .then(Money(minor: amount, ageing.currency).roundedToMajor)
        }
        return line
    }

    /// `Pays 19 days late (±6), drifting later  ▁▂▂▃▅▆  limit 106 %`
    var habit: [Line] {
        guard let facts = dossier.askedFacts else { return [] }
        let behaviour = facts.behaviour
        var line: Line
        if behaviour.isKnown {
            let late = (behaviour.signedLate + (behaviour.signedLate < 0 ? -5 : 5)) / 10
            // What happened once is no habit: it has neither a spread nor a course.
            let isOnce = behaviour.payments == 1
            line = Line(isOnce ? "\(AccountSentences.paidOnce) " : "\(AccountSentences.pays) ", .muted)
            switch late {
            case 1...: line = line.then(AccountSentences.late(late), .overdue)
            case 0: line = line.then(AccountSentences.onTime, .good)
            default: line = line.then(AccountSentences.early(-late), .good)
            }
            if !isOnce {
                line = line.then(" (±\((behaviour.spread + 5) / 10))", .muted) + trend(behaviour)
                line = line.then("  ") + theme.sparkline(behaviour.quarters.compactMap { $0.map(Double.init) })
            }
            line = line.then("  " + AccountSentences.payments(behaviour.payments), .muted)
        } else {
            line = Line(AccountSentences.habitUnknown, .muted)
        }
        if let limit = facts.account.creditLimit, limit.minor > 0 {
            let exposure = facts.items.filter { $0.currency == limit.currency }.reduce(Int64(0)) {
                $0.saturatingAdd($1.open)
            }
            let percent = Int(clamping: Int128(exposure) * 100 / Int128(limit.minor))
            line = line.then("  \(AccountSentences.creditLimit) ", .muted).then(
                AccountSentences.used(percent), percent > 100 ? .overdue : .normal)
        }
        return paragraph(line, indent: 0, hanging: 2) + expectation
    }

    private func trend(_ behaviour: Behaviour) -> Line {
        guard let trend = behaviour.trend, abs(trend) >= 30 else { return Line() }
        return trend > 0
            ? Line(", " + AccountSentences.gettingLater, .soon) : Line(", " + AccountSentences.gettingBetter, .good)
    }

    /// What is to be expected without a call, by how they have paid so far: never beyond the days that a call looks
    /// ahead.
    private var expectation: [Line] {
        guard let words = dossier.standing.worthWords else { return [] }
        let days =
            words.toCollect.minor > 0
            ? AccountSentences.nextDays(words.horizon) : AccountSentences.daysAfterDue(words.horizon)
        let line = Line(words.pace.introduction + ": ", .muted).then(
            AccountSentences.unpaid("\(words.unpaidDays)", of: days))
        return paragraph(words.pace == .own ? line + odds : line, indent: 0, hanging: 2)
    }

    /// `; INV-1 paid within 7 days 12 %, 14 days 20 %, 30 days 41 %`
    private var odds: Line {
        let asked = dossier.openItems.filter { $0.isOverdue(on: today) && $0.chaseable > 0 }
        guard let item = asked.max(by: { $0.chaseable < $1.chaseable }) else { return Line() }
        let expectation = dossier.expectation
        let age = item.daysPastDue(on: today)
        let chances = [7, 14, 30].map { days in
            AccountSentences.chance(Int((expectation.chance(age: age, within: days) * 100).rounded()), withinDays: days)
        }
        return Line("; " + AccountSentences.paidWithin(item.number) + " ", .muted).then(chances.joined(separator: ", "))
    }

    /// A line per account where one payer pays for several.
    var family: [Line] {
        guard dossier.facts.accounts.count > 1 else { return [] }
        let lines = dossier.facts.accounts.map { facts -> Line in
            let open = Dictionary(grouping: facts.items, by: \.currency).sorted { $0.key < $1.key }.map {
                currency, items in
                Money(minor: items.reduce(0) { $0.saturatingAdd($1.open) }, currency).withCurrency
            }
            return Line("  ").then(facts.account.number.text, .muted).then("  \(facts.account.name)  ")
                .then(
                    open.isEmpty ? AccountSentences.nothingOpen : open.joined(separator: " + "),
                    open.isEmpty ? .muted : .normal)
        }
        return section(AccountSentences.accounts, lines.map { $0.truncated(to: width, ellipsis: glyph(.ellipsis)) })
    }
}
