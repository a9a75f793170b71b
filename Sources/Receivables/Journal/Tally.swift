/// How often a payer was tried and reached: what contact rules and resting look at (DOMAIN.md §5).
public struct Tally: Hashable, Sendable, Codable {
    /// Newest day on which anybody was reached, in either direction.
    public var lastContact: Day?
    /// Newest day on which somebody who decides was reached.
    public var lastRightParty: Day?
    /// Outbound attempts in a row that reached no one.
    public var unreached: Int
    /// Newest day of any call or note.
    public var lastTouched: Day?
    /// The newest entry on which anybody was reached, and the newest call or note, by their places in the journal:
    /// what came to be known since is news.
    public var lastContactEntry: Int64?
    /// The sequence number of the newest call or note.
    public var lastTouchedEntry: Int64?
    /// The days of the newest conversations with somebody who decides, newest first, one for each conversation.
    public private(set) var rightParties: [Day]
    /// Outbound attempts per day, newest day first, of the last days with any.
    public private(set) var attempts: [Attempts]

    /// How often a payer was tried on one day.
    public struct Attempts: Hashable, Sendable, Codable {
        /// The day, in the book's zone.
        public var day: Day
        /// Outbound calls that count as an attempt.
        public var count: Int

        /// Creates the attempts of a day.
        public init(day: Day, count: Int) {
            self.day = day
            self.count = count
        }
    }

    /// Creates a tally as the journal folded it; by default of a payer that was never called.
    public init(
        lastContact: Day? = nil, lastRightParty: Day? = nil, unreached: Int = 0, lastTouched: Day? = nil,
        lastContactEntry: Int64? = nil, lastTouchedEntry: Int64? = nil, attempts: [Attempts] = [],
        rightParties: [Day] = []
    ) {
        self.rightParties = rightParties
        self.lastContact = lastContact
        self.lastRightParty = lastRightParty
        self.unreached = unreached
        self.lastTouched = lastTouched
        self.lastContactEntry = lastContactEntry
        self.lastTouchedEntry = lastTouchedEntry
        self.attempts = attempts
    }

    /// Attempts from `day` − (`days` − 1) to `day`.
    public func attempts(inLast days: Int, upTo day: Day) -> Int {
        attempts.reduce(0) { sum, tried in
            let age = tried.day.distance(to: day)
            return (0..<days).contains(age) ? sum + tried.count : sum
        }
    }

    mutating func touch(_ entry: Entry) {
        lastTouched = latest(lastTouched, entry.day)
        lastTouchedEntry = entry.seq
    }

    mutating func count(_ call: CallRecord, _ entry: Entry) {
        let reach = call.result.reach
        let day = entry.day
        if reach >= .contact {
            lastContact = latest(lastContact, day)
            lastContactEntry = entry.seq
        }
        if reach == .rightParty {
            lastRightParty = latest(lastRightParty, day)
            countRightParty(on: day)
        }
        if reach >= .contact { unreached = 0 }
        // Inbound is a direction: no attempt. Nor is what was not dialled for them.
        guard call.triesNumber else { return }
        if reach == .attempt { unreached += 1 }
        countAttempt(on: day)
    }

    /// Rules look at ten at most.
    private mutating func countRightParty(on day: Day) {
        rightParties.append(day)
        rightParties.sort(by: >)
        if rightParties.count > 10 { rightParties.removeLast() }
    }

    private mutating func countAttempt(on day: Day) {
        if let place = attempts.firstIndex(where: { $0.day == day }) {
            attempts[place].count += 1
        } else {
            attempts.append(Attempts(day: day, count: 1))
            attempts.sort { $0.day > $1.day }
        }
        // Entries may come with a clock set back; a week and a day to spare is all that rules look at.
        if attempts.count > 8 { attempts.removeLast(attempts.count - 8) }
    }
}

/// The later of two days, one of which may be missing.
public func latest(_ one: Day?, _ other: Day) -> Day { one.map { max($0, other) } ?? other }
