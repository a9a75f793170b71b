/// Which part of the queue, and when.
public struct QueueQuery: Sendable, Hashable {
    public var moment: Moment
    /// Rows wanted; nil for all.
    public var limit: Int?
    /// Rows passed over from the top of the stored order.
    public var offset: Int
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
    /// Read the stored order of an earlier day, rather than ranking anew. One of a later day is never read.
    public var acceptsStale: Bool

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
    public var day: Day
    public var base: Currency
    public var cashKnownTo: Day?
    public var rows: [QueueRow]
    /// How many payers are in this queue in all, and in each batch.
    public var total: Int
    public var batches: [QueueTask: Int]
    public var later: [LaterRow]

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
    public var payer: AccountNumber
    public var name: String
    /// The payer's time zone, where known.
    public var zone: String
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
    public var payer: AccountNumber
    public var name: String
    public var wakes: Day
    /// In a few words.
    public var reason: String
    public var collectable: [Money]
    /// In minor units of the base currency × days: the highest comes first.
    public var worth: Int64

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
