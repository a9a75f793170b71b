/// The figures of one period, of the whole book or of a group of accounts.
public struct FigureSlice: Sendable {
    /// The period.
    public var period: Period
    /// The collector or the segment; empty for accounts without one, nil for all of them.
    public var group: String?
    /// Money, by currency.
    public var ledgers: [Currency: LedgerSlice]
    /// All of it in the base currency, each amount by the rate of its day.
    public var base: LedgerSlice
    /// Currencies of money that the base currency's figures leave out.
    public var missingRates: [Currency]
    /// Calls.
    public var calls: CallFigures
    /// Disputes.
    public var disputes: DisputeFigures

    /// Creates the figures of a period.
    public init(
        period: Period, group: String?, ledgers: [Currency: LedgerSlice], base: LedgerSlice, missingRates: [Currency],
        calls: CallFigures, disputes: DisputeFigures
    ) {
        self.period = period
        self.group = group
        self.ledgers = ledgers
        self.base = base
        self.missingRates = missingRates
        self.calls = calls
        self.disputes = disputes
    }
}
