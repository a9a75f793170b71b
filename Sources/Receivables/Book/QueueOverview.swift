/// The queue of a day in numbers: what each batch and each cell of the matrix holds (ARCHITECTURE.md §4).
public struct QueueOverview: Hashable, Sendable {
    /// A number of payers and the money at stake with them.
    public struct Part: Hashable, Sendable {
        /// How many payers.
        public var payers = 0
        /// Minor units of the base currency.
        public var stake: Int64 = 0

        /// Creates a part; the stake is in minor units of the base currency.
        public init(payers: Int = 0, stake: Int64 = 0) {
            self.payers = payers
            self.stake = stake
        }

        mutating func add(_ other: Part) {
            payers += other.payers
            stake = stake.saturatingAdd(other.stake)
        }
    }

    /// The day that the numbers are of.
    public var day: Day
    /// The currency in which every stake is stated.
    public var base: Currency
    /// Who is to be called, by cell.
    public private(set) var cells: [MatrixCell: Part] = [:]
    /// Who is to be called, by tier.
    public private(set) var tiers: [Tier: Part] = [:]
    /// Everybody in the queue, by what is asked for.
    public private(set) var tasks: [QueueTask: Part] = [:]
    /// Payers with money to ask for who are not to be called on the day.
    public private(set) var resting = Part()
    /// Calls of the tier by score with nothing at stake.
    public private(set) var relationships = Part()
    /// Calls of the tier by score with a broken promise.
    public private(set) var smallerBroken = Part()

    /// Creates an overview of no payers.
    public init(day: Day, base: Currency) {
        self.day = day
        self.base = base
    }

    /// Adds a part to everything that it belongs to.
    ///
    /// - Parameters:
    ///   - part: payers of one place, and their money at stake.
    ///   - tier: their tier.
    ///   - task: what is asked for; nil if they rest.
    ///   - cell: their cell of the matrix.
    ///   - isWithoutStake: whether nothing is at stake with any of them.
    ///   - isBroken: whether each of them broke a promise.
    public mutating func add(
        _ part: Part, tier: Tier, task: QueueTask?, cell: MatrixCell, isWithoutStake: Bool, isBroken: Bool
    ) {
        guard let task else { return resting.add(part) }
        tasks[task, default: Part()].add(part)
        guard task == .call else { return }
        cells[cell, default: Part()].add(part)
        tiers[tier, default: Part()].add(part)
        if tier == .byScore, isBroken { smallerBroken.add(part) }
        if tier == .byScore, isWithoutStake { relationships.add(part) }
    }
}
