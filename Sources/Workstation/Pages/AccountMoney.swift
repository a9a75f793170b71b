import Receivables
import Terminal

// What they owe and how they pay.
extension AccountPage {
    /// `Stake 10,300.00 GBP  overdue 12,400.00  disputed 2,100.00  oldest 74 d`, a line per currency.
    var stake: [Line] {
        dossier.standing.figures.flatMap { figures in
            var line = Line("Stake ", .muted).then(figures.money(\.stake).grouped, .strong)
                .then(" \(figures.currency.code)")
            func add(_ label: String, _ amount: Int64, _ style: Style) {
                guard amount != 0 else { return }
                line = line.then("  \(label) ", .muted).then(Money(minor: amount, figures.currency).grouped, style)
            }
            add("overdue", figures.overdue, .overdue)
            add("open", figures.open, .normal)
            add("disputed", figures.disputed, .disputed)
            add("promised", figures.promised, .promised)
            add("unapplied", figures.unapplied, .good)
            if let oldest = figures.oldestDaysPastDue { line = line.then("  oldest ", .muted).then("\(oldest) d", .overdue) }
            return paragraph(line, indent: 0, hanging: 2)
        }
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
                .then(" \(place == 0 && name == "current" ? "not due" : name) ", .muted)
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
            line = Line("Pays ", .muted)
            switch late {
            case 1...: line = line.then("\(late) d late", .overdue)
            case 0: line = line.then("on the day", .good)
            default: line = line.then("\(-late) d early", .good)
            }
            line = line.then(" (±\((behaviour.spread + 5) / 10))", .muted) + trend(behaviour)
            line = line.then("  ") + theme.sparkline(behaviour.quarters.compactMap { $0.map(Double.init) })
            line = line.then("  \(behaviour.payments) payment\(behaviour.payments == 1 ? "" : "s")", .muted)
        } else {
            line = Line("No payments with a date yet: how they pay is not known", .muted)
        }
        if let limit = facts.account.creditLimit, limit.minor > 0 {
            let exposure = facts.items.filter { $0.currency == limit.currency }.reduce(Int64(0)) { $0.saturatingAdd($1.open) }
            let percent = Int(clamping: Int128(exposure) * 100 / Int128(limit.minor))
            line = line.then("  limit ", .muted).then("\(percent) %", percent > 100 ? .overdue : .normal)
        }
        return paragraph(line, indent: 0, hanging: 2) + expectation(facts)
    }

    private func trend(_ behaviour: Behaviour) -> Line {
        guard let trend = behaviour.trend, abs(trend) >= 30 else { return Line() }
        return trend > 0 ? Line(", drifting later", .soon) : Line(", getting better", .good)
    }

    /// When the oldest overdue item is to be expected, by how they have paid so far.
    private func expectation(_ facts: AccountFacts) -> [Line] {
        guard let item = facts.items.filter({ $0.isOverdue(on: today) && $0.chaseable > 0 }).min(by: { $0.due < $1.due })
        else { return [] }
        let habit = dossier.habit(of: facts)
        let day = habit.expectedDay(due: item.due, asOf: today)
        let odds = Int((habit.probabilityOpen(after: 30, daysPastDue: item.daysPastDue(on: today)) * 100).rounded())
        return paragraph(
            Line("Left alone, ", .muted).then(item.number).then(" is paid about ", .muted)
                .then(day.brief(today: today)).then("; \(odds) % that it is still open in 30 days", .muted),
            indent: 0, hanging: 2)
    }

    /// A line per account where one payer pays for several.
    var family: [Line] {
        guard dossier.facts.accounts.count > 1 else { return [] }
        let lines = dossier.facts.accounts.map { facts -> Line in
            let open = Dictionary(grouping: facts.items, by: \.currency).sorted { $0.key < $1.key }.map { currency, items in
                Money(minor: items.reduce(0) { $0.saturatingAdd($1.open) }, currency).withCurrency
            }
            return Line("  ").then(facts.account.number.text, .muted).then("  \(facts.account.name)  ")
                .then(open.isEmpty ? "nothing open" : open.joined(separator: " + "), open.isEmpty ? .muted : .normal)
        }
        return section("Accounts", lines.map { $0.truncated(to: width, ellipsis: glyph(.ellipsis)) })
    }
}
