/// The figures that `duly metrics` tells; the raw value is the key in JSON and the name for `--rows`.
public enum Metric: String, CaseIterable, Sendable {
    case receivables, overdue, overdueShare, over60Share, over90Share, weightedDaysOverdue
    case sales, dso, dso90, dsoCountback, bestPossibleDSO, averageDaysDelinquent, cei, turnover, collectionPeriod
    case writtenOff, badDebt
    case weightedDaysLate, weightedDaysToPay
    case collected, collectedAssumed, collectedAfterContact
    case promised, promisesMade, promisesKept, promisesPartlyKept, promisesBroken, keptRate, keptRateByAmount
    case calls, attempts, contacts, contactRate, rightPartyContacts, rightPartyRate
    case disputesOpened, disputesEnded, daysToAnswer

    /// What a figure says about how well it goes if it rises.
    public enum Direction: String, Sendable { case good, bad, neither = "" }

    /// What a figure is.
    public enum Value: Sendable, Hashable {
        case money(Money)
        case count(Int)
        case days(Figure)
        case percent(Figure)
        /// Of a hundred, and read so: CEI.
        case index(Figure)
        case times(Figure)
        case rate(CountedRate)
        /// Money that isn't known.
        case unknown(NoFigure)
    }

    /// Whether it is of the whole desk, and not of money in one currency.
    public var isOfDesk: Bool {
        switch self {
        case .calls, .attempts, .contacts, .contactRate, .rightPartyContacts, .rightPartyRate, .disputesOpened,
            .disputesEnded, .daysToAnswer:
            true
        default: false
        }
    }

    /// Whether it needs the sales of the period.
    public var needsSales: Bool {
        switch self {
        case .sales, .dso, .dso90, .dsoCountback, .bestPossibleDSO, .averageDaysDelinquent, .cei, .turnover,
            .collectionPeriod, .badDebt:
            true
        default: false
        }
    }

    /// Those of money: with sales DSO comes first, without them what is open and how late it is.
    public static func ofMoney(withSales: Bool) -> [Metric] {
        let all = allCases.filter { !$0.isOfDesk }
        return withSales ? all.filter(\.needsSales) + all.filter { !$0.needsSales } : all
    }

    /// Those of the whole desk.
    public static let ofDesk = allCases.filter(\.isOfDesk)

    /// Finds a figure by its name, case, spaces and `-` aside.
    public init?(named text: some StringProtocol) {
        func plain(_ name: some StringProtocol) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
        guard let found = Metric.allCases.first(where: { plain($0.rawValue) == plain(text) }) else { return nil }
        self = found
    }
}
