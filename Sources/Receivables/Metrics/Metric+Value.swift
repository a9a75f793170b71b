extension Metric {
    /// The figure of money in one currency; nil for what is of the whole desk.
    public func value(in slice: LedgerSlice) -> Value? {
        let figures = slice.figures
        func money(_ minor: Int64) -> Value { .money(Money(minor: minor, slice.currency)) }
        return switch self {
        case .receivables: money(figures.end)
        case .overdue: money(figures.overdue)
        case .overdueShare: .percent(slice.overdueShare)
        case .over60Share: .percent(slice.over60Share)
        case .over90Share: .percent(slice.over90Share)
        case .weightedDaysOverdue: .days(slice.weightedDaysOverdue)
        case .sales:
            switch slice.periodSales {
            case .success(let sales): money(sales)
            case .failure(let reason): .unknown(reason)
            }
        case .dso: .days(slice.dso)
        case .dso90: .days(slice.dsoOver90Days)
        case .dsoCountback: .days(slice.countbackDSO)
        case .bestPossibleDSO: .days(slice.bestPossibleDSO)
        case .averageDaysDelinquent: .days(slice.averageDaysDelinquent)
        case .cei: .index(slice.cei)
        case .turnover: .times(slice.turnover)
        case .collectionPeriod: .days(slice.collectionPeriod)
        case .writtenOff: money(figures.writtenOff)
        case .badDebt: .percent(slice.badDebt)
        case .weightedDaysLate: .days(slice.weightedDaysLate)
        case .weightedDaysToPay: .days(slice.weightedDaysToPay)
        case .collected: money(figures.collected)
        case .collectedAssumed: money(figures.collectedAssumed)
        case .collectedAfterContact: money(figures.collectedAfterContact)
        case .promised: money(slice.promises.promised)
        case .promisesMade: .count(slice.promises.made)
        case .promisesKept: .count(slice.promises.kept)
        case .promisesPartlyKept: .count(slice.promises.partlyKept)
        case .promisesBroken: .count(slice.promises.broken)
        case .keptRate: .rate(slice.promises.byCount)
        case .keptRateByAmount: .percent(slice.promises.byAmount)
        case .calls, .attempts, .contacts, .contactRate, .rightPartyContacts, .rightPartyRate, .disputesOpened,
            .disputesEnded, .daysToAnswer:
            nil
        }
    }

    /// The figure of the whole desk; nil for what is of money.
    public func value(in slice: FigureSlice) -> Value? {
        switch self {
        case .calls: .count(slice.calls.calls)
        case .attempts: .count(slice.calls.attempts)
        case .contacts: .count(slice.calls.contacts)
        case .contactRate: .rate(slice.calls.contactRate)
        case .rightPartyContacts: .count(slice.calls.rightParties)
        case .rightPartyRate: .rate(slice.calls.rightPartyRate)
        case .disputesOpened: .count(slice.disputes.opened)
        case .disputesEnded: .count(slice.disputes.ended)
        case .daysToAnswer: .days(slice.disputes.all.meanDays)
        default: nil
        }
    }

    /// The parts of the formula, whose rows the figure opens to.
    public var parts: Set<FigureRow.Part> {
        switch self {
        case .receivables, .overdue, .overdueShare, .over60Share, .over90Share, .weightedDaysOverdue: [.openAtEnd]
        case .sales: [.sold]
        case .dso, .dso90, .dsoCountback, .bestPossibleDSO, .averageDaysDelinquent: [.openAtEnd, .sold]
        case .cei: [.openAtBegin, .openAtEnd, .sold, .writtenOff]
        case .turnover, .collectionPeriod: [.openAtBegin, .openAtEnd, .sold]
        case .writtenOff: [.writtenOff]
        case .badDebt: [.writtenOff, .sold]
        case .weightedDaysLate: [.paid]
        case .weightedDaysToPay: [.paidDays]
        case .collected, .collectedAssumed: [.collected]
        case .collectedAfterContact: [.afterContact]
        case .promised, .promisesMade: [.promised]
        case .promisesKept, .promisesPartlyKept, .promisesBroken, .keptRate, .keptRateByAmount: [.promise]
        case .calls, .attempts, .contacts, .contactRate, .rightPartyContacts, .rightPartyRate: [.call]
        case .disputesOpened: [.disputeOpened]
        case .disputesEnded: [.disputeEnded]
        case .daysToAnswer: [.disputeAnswered]
        }
    }
}
