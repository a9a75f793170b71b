/// Which contact rules a call would break just now (DOMAIN.md §5, "Contact rules"). Inbound is a direction: no one asks
/// this of a call from them.
public struct ContactCheck {
    /// The gravest first.
    public private(set) var breaches: [Breach] = []

    private let dossier: Dossier
    private let now: Instant
    private let offset: ZoneOffset
    private let triedSince: Int

    /// Checks a call against every contact rule.
    ///
    /// - Parameters:
    ///   - dossier: the payer, as it was read last.
    ///   - contact: whom to call; nil where no number is on file, or no one knows.
    ///   - now: the moment of the call.
    ///   - offset: seconds east of UTC of a zone; nil for a zone that isn't known.
    ///   - triedSince: attempts of today that the dossier doesn't know of yet.
    public init(
        _ dossier: Dossier, calling contact: Contact?, at now: Instant, offset: @escaping ZoneOffset,
        triedSince: Int = 0
    ) {
        self.dossier = dossier
        self.triedSince = triedSince
        self.now = now
        self.offset = offset
        checkWishes(contact)
        checkHolds()
        // The time was agreed with them.
        guard !isAppointment else { return }
        checkHours()
        checkAttempts()
        if let numbers = contact?.numbers { checkAttempts(on: numbers) }
        checkQuiet(contact)
    }

    /// Whether no rule stands against the call.
    public var isFine: Bool { breaches.isEmpty }

    /// Whether another number may be dialled right after a call: hours that it was made against for a reason don't stop
    /// the next one.
    public func isFine(after broken: BrokenRules?) -> Bool {
        breaches.allSatisfy { $0.rule.isOfClocks && (broken?.rules.contains($0.rule) ?? false) }
    }

    /// What is recorded once there is a reason.
    public func broken(because reason: String) -> BrokenRules { BrokenRules(breaches, because: reason) }

    private mutating func add(_ rule: ContactRule, _ text: String) { breaches.append(Breach(rule, text)) }

    private var facts: JudgedPayer { dossier.facts }
    private var rules: Rules { dossier.rules }
    private var today: Day { now.local(offset: offset(rules.zone, now) ?? 0).day }

    /// How long after its minute a call is still the appointment, in seconds.
    private static let lateness = 2 * 3600

    private var isAppointment: Bool {
        facts.followUps.contains { followUp in
            guard let at = followUp.at, followUp.day == today else { return false }
            return (at.adding(seconds: -PayerRecord.appointmentGrace)...at.adding(seconds: ContactCheck.lateness))
                .contains(now)
        }
    }

    // MARK: Wishes and holds

    private mutating func checkWishes(_ contact: Contact?) {
        let limits = facts.limits
        let all = dossier.contacts.flatMap(\.contact.eachNumber)
        // Where every number on file is barred there is none to dial; what they asked is said all the same.
        let wish =
            contact.flatMap { limits.noCall(for: $0) } ?? limits.noCalls.last { $0.scope == .account }
            ?? (contact == nil && !all.isEmpty ? all.lazy.compactMap { limits.barred($0) }.first : nil)
        guard let wish else { return checkWishesOfOthers(contact?.eachNumber ?? all) }
        let who = wish.askedBy.isEmpty ? "they" : wish.askedBy
        add(.doNotCall, "\(who) asked on \(wish.since.short) not to be called: \(wish.scope.text)")
    }

    /// A wish about a number holds for everyone who is reached by that number.
    private mutating func checkWishesOfOthers(_ contacts: [Contact]) {
        let numbers = contacts.flatMap(\.numbers).filter(\.isPossible)
        guard !numbers.isEmpty, numbers.allSatisfy({ dossier.shared($0)?.isBarred ?? false }) else { return }
        add(.doNotCall, "another customer asked not to be called at \(numbers.map(\.brief).joined(separator: ", "))")
    }

    private mutating func checkHolds() {
        for hold in facts.limits.holds { add(.hold, "on hold: \(hold.words)") }
        for hold in facts.accounts.compactMap(\.account.hold) {
            add(.hold, "on hold in the ERP" + (hold.reason.isEmpty ? "" : ": \(hold.reason)"))
        }
    }

    // MARK: Clocks

    private mutating func checkHours() {
        let zone = facts.accounts.first?.account.zone ?? "", rules = rules, offset = offset
        let seconds = { (at: Instant) in (zone.isEmpty ? nil : offset(zone, at)) ?? offset(rules.zone, at) ?? 0 }
        if case .closed(let opens) = CallingHours(zone: zone, at: now, rules: rules, offset: offset) {
            let here = now.local(offset: seconds(now)), then = opens.local(offset: seconds(opens))
            let place = zone.isEmpty || offset(zone, now) == nil ? "our time" : "in \(CallingHours.city(of: zone))"
            let day = then.day == here.day ? "" : "\(then.day.short) "
            add(
                .permittedHours,
                """
                outside permitted hours: \(here.day.weekday.short) \(here.time.text) \(place), calls from \
                \(day)\(then.time.text)
                """
            )
        }
        let desk = now.local(offset: offset(rules.zone, now) ?? 0)
        if !rules.desk.contain(desk.time) {
            add(.deskHours, "outside desk hours, \(rules.desk.text): it is \(desk.time.text) here")
        }
    }

    // MARK: How often

    private mutating func checkAttempts() {
        let (day, week) = (attempts(inLast: 1), attempts(inLast: 7))
        if day >= rules.contact.attemptsPerDay {
            add(.attemptsPerDay, "\(Self.attempts(day)) today, at most \(rules.contact.attemptsPerDay)")
        }
        if week >= rules.contact.attemptsPerWeek {
            add(.attemptsPerWeek, "\(Self.attempts(week)) in 7 days, at most \(rules.contact.attemptsPerWeek)")
        }
    }

    /// The limits also count per number, for all payers together.
    private mutating func checkAttempts(on numbers: [TelephoneNumber]) {
        for number in numbers {
            guard let shared = dossier.shared(number), !shared.others.isEmpty else { continue }
            func check(_ rule: ContactRule, _ days: Int, _ most: Int, _ when: String) {
                let count = dossier.attempts(on: number, inLast: days)
                guard count >= most, !breaches.contains(where: { $0.rule == rule }) else { return }
                let payers = shared.others.count + 1
                add(
                    rule,
                    "\(Self.attempts(count)) \(when) at \(number.brief), which \(payers) payers share, at most \(most)")
            }
            check(.attemptsPerDay, 1, rules.contact.attemptsPerDay, "today")
            check(.attemptsPerWeek, 7, rules.contact.attemptsPerWeek, "in 7 days")
        }
    }

    private func attempts(inLast days: Int) -> Int { facts.tally.attempts(inLast: days, upTo: today) + triedSince }

    private static func attempts(_ count: Int) -> String { count == 1 ? "1 attempt" : "\(count) attempts" }

    /// Quiet is for the person spoken to and what was spoken about: another person, and what has come up since, may be
    /// called about.
    private mutating func checkQuiet(_ contact: Contact?) {
        guard rules.contact.quietDays > 0, let (entry, call) = lastRightParty else { return }
        let wake = rules.calendar.adding(rules.contact.quietDays + 1, to: entry.day)
        guard wake > today, isSame(contact, call), !hasNews(since: entry, call) else { return }
        let who = call.contact.isEmpty ? "them" : call.contact
        add(.quiet, "spoke to \(who) on \(entry.day.short): quiet until \(wake.short)")
    }

    private var lastRightParty: (entry: Entry, call: CallRecord)? {
        for entry in dossier.counted {
            if case .call(let call) = entry.act, call.result.reach == .rightParty { return (entry, call) }
        }
        return nil
    }

    /// Who is not known on either side may be the same.
    private func isSame(_ contact: Contact?, _ call: CallRecord) -> Bool {
        guard let contact, !contact.name.isEmpty, !call.contact.isEmpty else { return true }
        return contact.name.lowercased() == call.contact.lowercased()
    }

    /// An own step that was agreed then and is due, a broken promise, a returned payment, an answered dispute,
    /// documents on their way, money newly overdue.
    private func hasNews(since entry: Entry, _ call: CallRecord) -> Bool {
        facts.followUps.contains { $0.day <= today }
            || facts.unkept.contains { $0.promise.isNews(since: entry.seq) }
            || dossier.receipts.contains { $0.amount.minor < 0 && $0.day >= entry.day }
            || facts.followThrough.disputes.contains { $0.wasAnswered(since: entry.day) }
            || (call.result == .wantsDocuments && !owesDocuments)
            || hasNewlyOverdue(facts, since: entry.day, rules, today)
    }

    /// Whether something that we said we would send is still owed.
    private var owesDocuments: Bool { facts.followUps.contains { $0.kind == .owed } }
}

extension Dispute {
    fileprivate func wasAnswered(since day: Day) -> Bool {
        switch state {
        case .open, .closed: false
        case .answered(let on, _): on >= day
        case .resolved(_, let on, _): on >= day
        }
    }
}
