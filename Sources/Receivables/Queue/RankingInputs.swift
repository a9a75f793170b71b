/// What ranking any payer on a day needs. Made once per ranking, and shared: rules and statistics hold many arrays, and
/// copying them for each of 100,000 payers took a tenth of the ranking.
public final class RankingInputs: Sendable {
    /// Rates, payment statistics and the cut of the matrix.
    public let portfolio: RankingBasis
    /// The rules by which payers are judged and ranked.
    public let rules: Rules
    /// The day that it is.
    public let day: Day

    /// Creates the inputs of one ranking.
    public init(portfolio: RankingBasis, rules: Rules, day: Day) {
        self.portfolio = portfolio
        self.rules = rules
        self.day = day
    }
}
