extension Metric {
    /// The name to show.
    public var title: String {
        switch self {
        case .receivables: "receivables"
        case .overdue: "overdue"
        case .overdueShare: "overdue share"
        case .over60Share: "over 60 days"
        case .over90Share: "over 90 days"
        case .weightedDaysOverdue: "days overdue"
        case .sales: "credit sales"
        case .dso: "DSO"
        case .dso90: "DSO over 90 days"
        case .dsoCountback: "DSO, countback"
        case .bestPossibleDSO: "best possible DSO"
        case .averageDaysDelinquent: "average days delinquent"
        case .cei: "collection effectiveness"
        case .turnover: "turnover"
        case .collectionPeriod: "collection period"
        case .writtenOff: "written off"
        case .badDebt: "bad debt"
        case .weightedDaysLate: "days late"
        case .weightedDaysToPay: "days to pay"
        case .collected: "collected"
        case .collectedAssumed: "collected, assumed"
        case .collectedAfterContact: "collected after contact"
        case .promised: "promised"
        case .promisesMade: "promises made"
        case .promisesKept: "promises kept"
        case .promisesPartlyKept: "promises partly kept"
        case .promisesBroken: "promises broken"
        case .keptRate: "kept rate"
        case .keptRateByAmount: "kept rate by amount"
        case .calls: "calls"
        case .attempts: "attempts"
        case .contacts: "contacts"
        case .contactRate: "contact rate"
        case .rightPartyContacts: "right-party contacts"
        case .rightPartyRate: "right-party rate"
        case .disputesOpened: "disputes opened"
        case .disputesEnded: "disputes ended"
        case .daysToAnswer: "days to answer"
        }
    }

    /// What it means, in a few words.
    public var meaning: String {
        switch self {
        case .receivables: "open at the end, less credits and unapplied cash"
        case .overdue: "open invoices past their due day"
        case .overdueShare: "overdue, of all open invoices"
        case .over60Share: "more than 60 days overdue, of all open invoices"
        case .over90Share: "more than 90 days overdue, of all open invoices"
        case .weightedDaysOverdue: "how late overdue money is, larger amounts count more"
        case .sales: "invoices less credit notes of the period"
        case .dso: "days of sales that are open"
        case .dso90: "the same over the 90 days up to the end"
        case .dsoCountback: "days back until the months' sales are what is open"
        case .bestPossibleDSO: "DSO if nothing were late"
        case .averageDaysDelinquent: "days of DSO that are due to lateness"
        case .cei: "collected, of what could be; written off counts as not collected"
        case .turnover: "how often receivables became money"
        case .collectionPeriod: "days per turnover"
        case .writtenOff: "given up in the period"
        case .badDebt: "written off, of sales"
        case .weightedDaysLate: "how late payments came; early ones count as 0"
        case .weightedDaysToPay: "from invoice to payment"
        case .collected: "payments first seen in the period"
        case .collectedAssumed: "of it what extracts implied"
        case .collectedAfterContact: "after contact, not because of it"
        case .promised: "promises made in the period"
        case .promisesMade: "how many"
        case .promisesKept: "their last day was in the period, and all came"
        case .promisesPartlyKept: "some came"
        case .promisesBroken: "nothing came"
        case .keptRate: "kept, of all that fell due"
        case .keptRateByAmount: "came in time, of what was promised"
        case .calls: "in and out"
        case .attempts: "calls out, without busy lines and wrong numbers"
        case .contacts: "attempts that reached somebody"
        case .contactRate: "contacts, of attempts"
        case .rightPartyContacts: "attempts that reached who can decide"
        case .rightPartyRate: "right-party contacts, of attempts"
        case .disputesOpened: "new cases"
        case .disputesEnded: "resolved, paid or credited"
        case .daysToAnswer: "from opening to the first answer"
        }
    }

    /// Whether more of it is good.
    public var up: Direction {
        switch self {
        case .overdue, .overdueShare, .over60Share, .over90Share, .weightedDaysOverdue, .dso, .dso90, .dsoCountback,
            .averageDaysDelinquent, .collectionPeriod, .writtenOff, .badDebt, .weightedDaysLate, .weightedDaysToPay,
            .promisesPartlyKept, .promisesBroken, .disputesOpened, .daysToAnswer:
            .bad
        case .cei, .turnover, .collected, .collectedAfterContact, .promised, .promisesMade, .promisesKept, .keptRate,
            .keptRateByAmount, .contacts, .contactRate, .rightPartyContacts, .rightPartyRate, .disputesEnded, .sales:
            .good
        case .receivables, .bestPossibleDSO, .collectedAssumed, .calls, .attempts: .neither
        }
    }
}
