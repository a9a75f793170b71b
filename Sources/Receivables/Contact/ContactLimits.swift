/// What the journal says about who can be called at a payer, apart from rules and clocks: a part of its record.
public struct ContactLimits: Hashable, Sendable, Codable {
    /// Who or what is not to be called, as customers asked, oldest first.
    public private(set) var noCalls: [NoCall]
    /// Holds of our own that are in force, oldest first.
    public private(set) var holds: [PayerHold]
    /// Which languages are needed there and which colleague speaks them.
    public private(set) var languages: [SpokenLanguage]
    /// Numbers whose newest word is that they are wrong, or their owner has left, as calls name them
    /// (`TelephoneNumber.key`).
    public private(set) var badNumbers: [String]
    /// How it goes on where calling has not helped; the newest decides.
    public private(set) var decision: Decision?

    /// Creates limits as the journal folded them; empty by default.
    public init(
        noCalls: [NoCall] = [], holds: [PayerHold] = [], languages: [SpokenLanguage] = [], badNumbers: [String] = [],
        decision: Decision? = nil
    ) {
        self.decision = decision
        self.noCalls = noCalls
        self.holds = holds
        self.languages = languages
        self.badNumbers = badNumbers
    }

    /// Whether nothing limits who may be called.
    public var isEmpty: Bool {
        noCalls.isEmpty && holds.isEmpty && languages.isEmpty && badNumbers.isEmpty && decision == nil
    }

    /// No one there is to be called: the channel is writing.
    public var isInWritingOnly: Bool { noCalls.contains { $0.scope == .account } }

    /// Whether it depends on the numbers on file if anybody can be called.
    public var limitsNumbers: Bool { !badNumbers.isEmpty || noCalls.contains { $0.scope != .account } }

    /// Who asked that this person or number is not called; nil where no one did.
    public func noCall(for contact: Contact) -> NoCall? { noCalls.last { $0.covers(contact) } }

    /// As `noCall`, leaving out who asked for the account as a whole: such a contact is not offered at all.
    public func barred(_ contact: Contact) -> NoCall? { noCalls.last { $0.scope != .account && $0.covers(contact) } }

    /// A line that is wrong takes the extensions behind it with it.
    public func isBad(_ number: TelephoneNumber) -> Bool { badNumbers.contains { number.isBehind($0) } }

    /// Whether one of the numbers on file is left to dial.
    public func leavesNumber(among contacts: some Sequence<Contact>) -> Bool {
        contacts.contains { contact in
            contact.numbers.contains { $0.isPossible && !isBad($0) && barred(contact.reached(by: $0)) == nil }
        }
    }

    // MARK: The fold

    mutating func add(_ agreed: Agreements, _ entry: Entry) {
        for (nth, planned) in agreed.noCalls.enumerated() {
            noCalls.removeAll { $0.concerns(planned) }
            noCalls.append(NoCall(part: EntryPart(entry: entry.seq, nth: nth), planned, since: entry.day))
        }
        for (nth, planned) in agreed.holds.enumerated() { hold(planned, EntryPart(entry: entry.seq, nth: nth), entry) }
        for language in agreed.languages {
            languages.removeAll { $0.person == language.person }
            languages.append(language)
        }
    }

    /// A hold for the same reason stands in the place of the one before: its review was moved.
    mutating func hold(_ planned: PlannedHold, _ part: EntryPart, _ entry: Entry) {
        let before = holds.first { $0.reason == planned.reason }
        holds.removeAll { $0.reason == planned.reason }
        holds.append(PayerHold(part: part, planned, since: before?.since ?? entry.day, by: entry.author))
    }

    mutating func decide(_ planned: PlannedDecision, _ part: EntryPart, _ entry: Entry) {
        decision = Decision(part: part, planned, since: entry.day, by: entry.author)
    }

    mutating func apply(_ release: Release) {
        switch release.what {
        case .hold: holds.removeAll { $0.part == release.part }
        case .noCall: noCalls.removeAll { $0.part == release.part }
        }
    }

    /// The newest word about the number dialled.
    mutating func hear(_ call: CallRecord) {
        guard call.direction == .outbound else { return }
        for number in call.numbers {
            if call.result == .wrongNumber {
                if !badNumbers.contains(number) { badNumbers.append(number) }
            } else if call.result.reach >= .contact {
                badNumbers.removeAll { $0 == number }
            }
        }
    }
}
