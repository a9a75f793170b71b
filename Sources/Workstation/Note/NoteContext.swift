import Receivables

/// What a line of a note is read against: the day, the calendar, and both parties' clocks.
struct NoteContext: Sendable {
    var now: Instant
    /// The date in the book's zone.
    var today: Day
    var rules: Rules
    /// The customer's IANA zone; empty where unknown.
    var zone: String
    var offset: ZoneOffset
    /// Called for what is typed, never by what draws.
    var telephones: TelephoneParser = { text, _ in TelephoneNumber.international(text) }
    /// What is open and agreed with the customer on screen; nil where no one is.
    var payer: JudgedPayer?
    /// Whom one would dial there; nil where there is no number.
    var contact: Contact?
    /// When they are reached, learned from the calls to them.
    var best: BestTime?
    /// What there is to dial besides it.
    var left = NumbersLeft.none
    var rates: Rates
    /// What is planned for the days to come.
    var planned = PlannedLoad()
    /// How the last disputes ended, by reason.
    var disputesEnded: [DisputeReason: DisputesEnded] = [:]

    /// For what is said about money; nil where there is no customer to say it about.
    var agreements: AgreementWords? { payer.map { AgreementWords($0, rules: rules, today: today) } }

    var remarks: RemarkWords { RemarkWords(contact: contact) { telephones($0, TelephonePlace(zone: zone, rules)) } }

    var contacts: ContactWords {
        ContactWords(today: today, calendar: rules.calendar, contact: contact, order: rules.dateOrder)
    }

    var days: DayWords {
        DayWords(today: today, calendar: rules.calendar, order: rules.dateOrder, run: payer?.payRun ?? .unknown)
    }

    /// For a day and a time on the customer's clock.
    var moments: MomentWords { MomentWords(days, now: theirNow, hours: rules.permitted) }

    func deskOffset(_ at: Instant) -> Int { offset(rules.zone, at) ?? 0 }

    /// The customer's offset, or nil where their zone is not known.
    func theirOffset(_ at: Instant) -> Int? { zone.isEmpty ? nil : offset(zone, at) }

    /// A time on the customer's clock, on ours where theirs is not known.
    func agreed(_ local: LocalTime) -> AgreedTime {
        AgreedTime(local) { theirOffset($0) ?? deskOffset($0) }
    }

    /// Now, on the customer's clock.
    var theirNow: LocalTime { now.local(offset: theirOffset(now) ?? deskOffset(now)) }

    /// What the cadence asks for after a call of now that ends so.
    func step(after result: CallResult) -> ComingStep? { payer?.stepAfter(result, rules: rules, on: today) }

    /// The next action to propose after a call.
    func proposal(after result: CallResult) -> NextStep? {
        result.proposal(
            at: theirNow, calendar: rules.calendar, preferred: contact?.preferred, left: left,
            step: step(after: result), best: best)
    }

    /// `Leeds` for `Europe/Leeds`.
    var city: String { CallingHours.city(of: zone) }
}
