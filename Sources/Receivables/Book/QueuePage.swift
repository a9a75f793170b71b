/// Which part of the queue, and when.
public struct QueueQuery: Sendable, Hashable {
    /// The moment that appointments and put-off rows are judged by.
    public var moment: Moment
    /// Rows wanted; nil for all.
    public var limit: Int?
    /// Rows passed over from the top of the stored order.
    public var offset: Int
    /// The batch that is wanted: calls, reminders, small balances and so on.
    public var task: QueueTask
    /// Only rows of this tier; nil for all.
    public var tier: Tier?
    /// Only rows of this cell of the matrix; nil for all.
    public var cell: MatrixCell?
    /// Only rows with nothing at stake.
    public var isWithoutStake = false
    /// Only rows with a broken promise that no one has spoken about.
    public var isBroken = false
    /// Only the accounts of these people, and the appointments that are theirs; nil for everybody's.
    public var people: [String]?
    /// Also list who rests.
    public var later: Bool
    /// At most so many who rest; nil for all.
    public var laterLimit: Int?
    /// Everyone with something to ask for, by worth alone: rests, tiers and decisions are left aside, and rows say
    /// where each stands. This is the order that a backtest measures.
    public var everyone = false
    /// Read the stored order of an earlier day, instead of ranking again. One of a later day is never read.
    public var acceptsStale: Bool

    /// Creates a query for the top of a batch; the other filters are set afterwards.
    public init(
        moment: Moment, limit: Int? = nil, offset: Int = 0, task: QueueTask = .call, later: Bool = false,
        acceptsStale: Bool = false
    ) {
        self.moment = moment
        self.limit = limit
        self.offset = offset
        self.task = task
        self.later = later
        self.acceptsStale = acceptsStale
    }
}

/// A part of the queue as it stood on a day.
public struct QueuePage: Sendable {
    /// The day that the order is of.
    public var day: Day
    /// The book's base currency, in which stakes are compared.
    public var base: Currency
    /// The last day up to which payments are known; nil before the first extract.
    public var cashKnownTo: Day?
    /// The rows asked for, first to call first.
    public var rows: [QueueRow]
    /// How many payers are in this queue in all, and in each batch.
    public var total: Int
    /// The number of payers in each batch; batches without payers may be missing.
    public var batches: [QueueTask: Int]
    /// Who rests, highest worth first; empty unless asked for.
    public var later: [LaterRow]

    /// Creates a page as a store read it.
    public init(
        day: Day, base: Currency, cashKnownTo: Day?, rows: [QueueRow], total: Int, batches: [QueueTask: Int] = [:],
        later: [LaterRow] = []
    ) {
        self.day = day
        self.base = base
        self.cashKnownTo = cashKnownTo
        self.rows = rows
        self.total = total
        self.batches = batches
        self.later = later
    }
}

/// A payer in the queue.
public struct QueueRow: Sendable, Hashable {
    /// 1 is the first to call.
    public var rank: Int
    /// The payer's own account number.
    public var payer: AccountNumber
    /// The display name of the payer.
    public var name: String
    /// The payer's time zone, where known.
    public var zone: String
    /// Tier, score and reasons of the payer's place.
    public var standing: Standing
    /// The appointment that puts it on top.
    public var appointment: FollowUp?
    /// How late the payer usually pays, in tenths of a day, negative for early; nil where nothing is known.
    public var usualDelay: Int?
    /// When somebody there was last spoken to.
    public var lastContact: Day?

    /// A row of a payer whose facts were read.
    public init(_ facts: PayerFacts, rank: Int, standing: Standing, appointment: FollowUp? = nil) {
        self.init(
            rank: rank, payer: facts.payer, name: facts.name, zone: facts.accounts.first?.account.zone ?? "",
            standing: standing, appointment: appointment)
        // The account with the most payments speaks for the payer.
        let behaviours = facts.accounts.map(\.behaviour).filter(\.isKnown)
        usualDelay = behaviours.max { $0.payments < $1.payments }?.signedLate
        lastContact = facts.tally.lastContact
    }

    /// Creates a row without usual delay and last contact, which are set afterwards.
    public init(
        rank: Int, payer: AccountNumber, name: String, zone: String, standing: Standing, appointment: FollowUp? = nil
    ) {
        self.rank = rank
        self.payer = payer
        self.name = name
        self.zone = zone
        self.standing = standing
        self.appointment = appointment
    }
}

/// A payer that rests, or that somebody has to decide about.
public struct LaterRow: Sendable, Hashable {
    /// The payer's own account number.
    public var payer: AccountNumber
    /// The display name of the payer.
    public var name: String
    /// The day on which the payer returns to the queue.
    public var wakes: Day
    /// In a few words.
    public var reason: String
    /// What could be asked for, one amount per currency.
    public var collectable: [Money]
    /// In minor units of the base currency × days: the highest comes first.
    public var worth: Int64

    /// Creates a row of a payer that rests.
    public init(payer: AccountNumber, name: String, wakes: Day, reason: String, collectable: [Money], worth: Int64 = 0)
    {
        self.worth = worth
        self.payer = payer
        self.name = name
        self.wakes = wakes
        self.reason = reason
        self.collectable = collectable
    }
}
