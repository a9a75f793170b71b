/// A number of a payer's that concerns others too: they are reached by it, or one of them asked that it is not called.
public struct SharedNumber: Hashable, Sendable {
    /// The number in E.164, such as `+441134960182`.
    public var e164: String
    /// The other payers who are reached by it, those with most at stake first.
    public var others: [Other]
    /// Attempts on it of the last days, made for others.
    public var attempts: [Tally.Attempts]
    /// Whether another payer asked that it is not called.
    public var isBarred: Bool

    /// Creates a shared number; by default no one else is known to be reached by it.
    public init(e164: String, others: [Other] = [], attempts: [Tally.Attempts] = [], isBarred: Bool = false) {
        self.e164 = e164
        self.others = others
        self.attempts = attempts
        self.isBarred = isBarred
    }

    /// Another payer who is reached by the number, and its money at stake.
    public struct Other: Hashable, Sendable {
        /// The other payer's account number.
        public var payer: AccountNumber
        /// The other payer's display name.
        public var name: String
        /// In minor units of the book's base currency.
        public var stakeInBase: Int64

        /// Creates another payer with its money at stake, in minor units of the base currency.
        public init(payer: AccountNumber, name: String, stakeInBase: Int64) {
            self.payer = payer
            self.name = name
            self.stakeInBase = stakeInBase
        }
    }

    /// `3 payers here, 42,000`: with the payer whose page it is.
    public func words(with stakeInBase: Int64, _ base: Currency) -> String {
        let stake = others.reduce(stakeInBase) { $0.saturatingAdd($1.stakeInBase) }
        return "\(others.count + 1) payers here, \(Money(minor: stake, base).roundedToMajor)"
    }

    /// Attempts on the number from `day` − (`days` − 1) to `day`.
    public func attempts(inLast days: Int, upTo day: Day) -> Int {
        Tally(attempts: attempts).attempts(inLast: days, upTo: day)
    }
}

extension Dossier {
    /// Who else is reached by a number; nil if no other payer is.
    public func shared(_ number: TelephoneNumber) -> SharedNumber? {
        shared.first { $0.e164 == number.e164 && number.isPossible }
    }

    /// Attempts on a number: those made for this payer, and those made for the others who share it.
    public func attempts(on number: TelephoneNumber, inLast days: Int) -> Int {
        let own = history.count { entry in
            guard case .call(let call) = entry.act, !undone.contains(entry.seq), call.triesNumber else { return false }
            return (0..<days).contains(entry.day.distance(to: moment.day))
                && call.numbers.contains { number.sharesLine(with: $0) }
        }
        return own + (shared(number)?.attempts(inLast: days, upTo: moment.day) ?? 0)
    }
}

extension CallRecord {
    /// Whether it was dialled, and counts as an attempt.
    public var triesNumber: Bool { direction == .outbound && result.reach != .none && !isContinued }
}
