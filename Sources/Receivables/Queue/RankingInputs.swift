/// What ranking any payer on a day needs. Made once per ranking, and shared: rules and statistics hold many arrays, and
/// copying them for each of 100,000 payers took a tenth of the ranking.
public final class RankingInputs: Sendable {
    public let portfolio: RankingBasis
    public let rules: Rules
    /// The day that it is.
    public let day: Day

    public init(portfolio: RankingBasis, rules: Rules, day: Day) {
        self.portfolio = portfolio
        self.rules = rules
        self.day = day
    }
}
