/// In which way an amount of the ledger counts for the figures of a period.
enum LedgerEffect {
    case openAtBegin
    /// An item that is open at the end.
    case openAtEnd(daysPastDue: Int)
    /// Unapplied cash at the end, below zero.
    case unappliedAtEnd
    case writtenOff
    case paid(daysLate: Int, days: Int)
    case collected(isStated: Bool, isAfterContact: Bool)
}

extension LedgerFigures {
    mutating func add(_ effect: LedgerEffect, _ amount: Int64) {
        switch effect {
        case .openAtBegin: begin = begin.saturatingAdd(amount)
        case .unappliedAtEnd: end = end.saturatingAdd(amount)
        case .openAtEnd(let days):
            end = end.saturatingAdd(amount)
            if days <= 0 { endCurrent = endCurrent.saturatingAdd(amount) }
            guard amount > 0 else { return }
            open = open.saturatingAdd(amount)
            guard days > 0 else { return }
            overdue = overdue.saturatingAdd(amount)
            if days > 60 { over60 = over60.saturatingAdd(amount) }
            if days > 90 { over90 = over90.saturatingAdd(amount) }
            overdueDays += Int128(amount) * Int128(days)
        case .writtenOff: writtenOff = writtenOff.saturatingAdd(amount)
        case .paid(let late, let days):
            paid = paid.saturatingAdd(amount)
            paidDaysLate += Int128(amount) * Int128(max(0, late))
            paidDays += Int128(amount) * Int128(days)
        case .collected(let isStated, let isAfterContact):
            if isStated {
                collectedStated = collectedStated.saturatingAdd(amount)
            } else {
                collectedAssumed = collectedAssumed.saturatingAdd(amount)
            }
            if isAfterContact { collectedAfterContact = collectedAfterContact.saturatingAdd(amount) }
        }
    }
}

extension CountedItem {
    /// Gives each way in which the item counts for a period, with the amount and the day by whose rate it is converted.
    func forEachEffect(in period: Period, _ body: (LedgerEffect, Int64, Day) -> Void) {
        let begin = open(on: period.begin)
        if begin != 0 { body(.openAtBegin, begin, period.begin) }
        let end = open(on: period.to)
        if end != 0 { body(.openAtEnd(daysPastDue: due.distance(to: period.to)), end, period.to) }
        for part in parts {
            guard let day = part.day else { continue }
            let isInPeriod = period.contains(day)
            switch part.kind {
            case .writeOff: if isInPeriod { body(.writtenOff, part.amount, day) }
            case .payment:
                // What went back is no payment, and takes none away: the invoice is paid again one day.
                if isInPeriod, amount > 0, part.amount > 0 {
                    body(.paid(daysLate: due.distance(to: day), days: issued.distance(to: day)), part.amount, day)
                }
                if let seen = part.seen, period.contains(seen) {
                    let isAfter = part.contact != nil
                    body(.collected(isStated: part.isStated, isAfterContact: isAfter), part.amount, seen)
                }
            case .credit, .adjustment, .matching: break
            }
        }
    }
}

extension CountedCash {
    func forEachEffect(in period: Period, _ body: (LedgerEffect, Int64, Day) -> Void) {
        if day <= period.begin { body(.openAtBegin, 0 - amount.minor, period.begin) }
        if day <= period.to { body(.unappliedAtEnd, 0 - amount.minor, period.to) }
        if let seen, period.contains(seen) {
            body(.collected(isStated: true, isAfterContact: false), amount.minor, seen)
        }
    }
}
