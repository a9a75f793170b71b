import Receivables

/// A kind of structured line: its name behind the `/`, how it is written, and how it is read.
///
/// The table of all kinds is what the help page lists and the wrap-up understands; a new kind is a new row.
struct NoteLineKind: Sendable {
    let name: String
    let usage: String
    let help: String
    let read: @Sendable (_ words: [Substring], NoteContext) -> Result<Reading, NoteLineProblem>

    /// A fact, and how it is shown next to the line.
    struct Reading: Hashable, Sendable {
        var fact: NoteFact
        var shown: String
        var warnings: [String] = []
    }

    static let all = [
        NoteLineKind(
            name: "promise", usage: "/promise AMOUNT|all|half DAY [ITEM\u{2026}] [instead]",
            help: "what they promise to pay, by when",
            read: { words, context in
                money(context) {
                    $0.promise(words)
                } as: {
                    .promise($0)
                }
            }),
        NoteLineKind(
            name: "plan", usage: "/plan 3x monthly from DAY [down AMOUNT] [for ITEM\u{2026}]",
            help: "a plan of instalments",
            read: { words, context in
                money(context) {
                    $0.plan(words, rates: context.rates)
                } as: {
                    .plan($0)
                }
            }),
        NoteLineKind(
            name: "dispute", usage: "/dispute [ITEM\u{2026}] REASON [AMOUNT] [OWNER]",
            help: "what they will not pay, and why",
            read: { words, context in disputes(words, context) }),
        NoteLineKind(
            name: "paid", usage: "/paid [AMOUNT] DAY [REFERENCE]", help: "a payment that they say was made",
            read: { words, context in
                money(context) {
                    $0.claim(words)
                } as: {
                    .claim($0)
                }
            }),
        NoteLineKind(
            name: "send", usage: "/send invoice|statement ITEM\u{2026}",
            help: "what we told them we would send, owed today; drafted at the wrap-up", read: readSend),
        NoteLineKind(
            name: "next", usage: "/next DAY TEXT", help: "our next step with this customer, and what it is",
            read: readNext),
        NoteLineKind(
            name: "callback", usage: "/callback DAY TIME [TEXT]", help: "a time agreed, on the customer's clock",
            read: readCallback),
        NoteLineKind(
            name: "no-calls", usage: "/no-calls number|person|account [NAME] [by WHO] [until DAY]",
            help: "who asked not to be called, and when we ask again",
            read: { words, context in said(context.contacts.noCall(words)) { .noCall($0) } }),
        NoteLineKind(
            name: "hold", usage: "/hold insolvent|lawyer|factored|debit|own [DAY] [OWNER]",
            help: "why they are left alone, until somebody looks again",
            read: { words, context in said(context.contacts.hold(words)) { .hold($0) } }),
        NoteLineKind(
            name: "language", usage: "/language LANGUAGE [COLLEAGUE]", help: "what they speak, and who of us has it",
            read: { words, context in said(context.contacts.language(words)) { .language($0) } }),
        NoteLineKind(
            name: "cause", usage: "/cause WORD",
            help: "why money is late at the root, counted by duly disputes --by-cause",
            read: { words, context in remarked(context.remarks.cause(words)) { .cause($0) } }),
        NoteLineKind(
            name: "contact", usage: "/contact [NAME] [PHONE] [best HOURS]",
            help: "a number that they gave, when to call them; stands until the ERP's own changes",
            read: { words, context in remarked(context.remarks.contact(words)) { .contact($0) } }),
        NoteLineKind(
            name: "feedback", usage: "/feedback TEXT", help: "what they think of us",
            read: { words, context in remarked(context.remarks.feedback(words)) { .feedback($0) } }),
    ]

    private static func said<Fact>(
        _ read: Result<Receivables.Interpretation<Fact>, ContactProblem>, as fact: (Fact) -> NoteFact
    ) -> Result<Reading, NoteLineProblem> {
        read.mapError(NoteLineProblem.contact).map {
            Reading(fact: fact($0.fact), shown: $0.shown, warnings: $0.warnings)
        }
    }

    private static func remarked<Fact>(
        _ read: Result<Receivables.Interpretation<Fact>, RemarkProblem>, as fact: (Fact) -> NoteFact
    ) -> Result<Reading, NoteLineProblem> {
        read.mapError(NoteLineProblem.remark).map {
            Reading(fact: fact($0.fact), shown: $0.shown, warnings: $0.warnings)
        }
    }

    /// With how such disputes ended before.
    private static func disputes(_ words: [Substring], _ context: NoteContext) -> Result<Reading, NoteLineProblem> {
        money(context) {
            $0.disputes(words)
        } as: {
            .disputes($0)
        }.map { understood in
            guard case .disputes(let cases) = understood.fact, let reason = cases.first?.reason,
                let before = context.disputesEnded[reason]?.words
            else { return understood }
            return Reading(
                fact: understood.fact, shown: NoteSentences.withEarlierOutcome(understood.shown, before),
                warnings: understood.warnings)
        }
    }

    /// Lines about money are read against what is open.
    private static func money<Fact>(
        _ context: NoteContext,
        _ read: (AgreementWords) -> Result<Receivables.Interpretation<Fact>, AgreementProblem>,
        as fact: (Fact) -> NoteFact
    ) -> Result<Reading, NoteLineProblem> {
        guard let words = context.agreements else { return .failure(.noCustomer) }
        return read(words).mapError(NoteLineProblem.agreement).map { understood in
            Reading(fact: fact(understood.fact), shown: understood.shown, warnings: understood.warnings)
        }
    }

    @Sendable
    private static func readSend(_ words: [Substring], _ context: NoteContext) -> Result<Reading, NoteLineProblem> {
        guard !words.isEmpty else { return .failure(.nothingToSend) }
        var named: [String] = []
        for word in words {
            // What was paid may be sent again.
            switch word.contains(where: \.isNumber) ? context.payer.map({ ItemLookup(of: $0).find(word) }) : nil {
            case .one(let key, _)?: named.append(key.number)
            case .several(let items)?: return .failure(.agreement(.severalItems(String(word), items)))
            // Told to send what isn't there, no one could.
            case .nothing?: return .failure(.noSuchItem(String(word)))
            case nil: named.append(String(word))
            }
        }
        let act = OwedAct(sending: named.joined(separator: " "))
        return .success(Reading(fact: .send(context.today, act), shown: NoteSentences.owedToday(act.words)))
    }

    /// The line by which an agreement is recorded.
    static func line(for kind: AgreementKind) -> NoteLineKind? { all.first { $0.name == kind.rawValue } }

    static let usages = all.map { "/\($0.name)" }.joined(separator: ", ")

    @Sendable
    private static func readNext(
        _ words: [Substring], _ context: NoteContext
    ) -> Result<Reading, NoteLineProblem> {
        switch context.days.read(words) {
        case .failure(let problem):
            // `in an hour` is today; the time goes with what is to be done.
            guard case .success(let (day, time?, used)) = context.moments.read(words) else {
                return .failure(.day(problem))
            }
            return readNext([Substring(day.iso), Substring(time.text)] + words.dropFirst(used), context)
        case .success(let (day, used)):
            let why = words.dropFirst(used).joined(separator: " ")
            let far = context.today.distance(to: day) > PlannedFollowUp.furthestWithoutReason
            if far, why.isEmpty { return .failure(.farWithoutReason(day)) }
            var shown = day.full + (why.isEmpty ? "" : ": \(why)")
            let warnings = context.rules.calendar.isBusinessDay(day) ? [] : [NoteSentences.notAWorkingDay]
            if let load = context.planned.words(for: day, of: nil) { shown += "  \(load)" }
            return .success(Reading(fact: .next(day, why: why), shown: shown, warnings: warnings))
        }
    }

    @Sendable
    private static func readCallback(
        _ words: [Substring], _ context: NoteContext
    ) -> Result<Reading, NoteLineProblem> {
        switch context.moments.read(words) {
        case .failure(let problem): return .failure(.day(problem))
        case .success(let (day, time, used)):
            guard let time else { return .failure(used < words.count ? .unreadableTime(String(words[used])) : .noTime) }
            let agreed = context.agreed(LocalTime(day: day, time: time))
            guard agreed.at > context.now else { return .failure(.pastTime(time)) }
            let why = words.dropFirst(used).joined(separator: " ")
            return .success(
                Reading(
                    fact: .callback(agreed, why: why),
                    shown: context.sentence(agreed) + (why.isEmpty ? "" : ": \(why)"),
                    warnings: context.warnings(agreed)))
        }
    }
}

/// Why a structured line can't be put on record as it stands.
enum NoteLineProblem: Error, Hashable {
    case day(DayProblem)
    case agreement(AgreementProblem)
    case contact(ContactProblem)
    case remark(RemarkProblem)
    case noCustomer
    case nothingToSend
    case noSuchItem(String)
    case noTime
    case unreadableTime(String)
    case pastTime(TimeOfDay)
    case farWithoutReason(Day)

    var sentence: String {
        switch self {
        case .day(let problem): problem.sentence
        case .agreement(let problem): problem.sentence
        case .contact(let problem): problem.sentence
        case .remark(let problem): problem.sentence
        case .noCustomer: NoteSentences.openAnAccountFirst
        case .noSuchItem(let word): NoteSentences.noSuchItem(word)
        case .nothingToSend: NoteSentences.sendWhat
        case .noTime: NoteSentences.atWhatTime
        case .unreadableTime(let word): NoteSentences.notATime(word)
        case .pastTime(let time): NoteSentences.isPast(time)
        case .farWithoutReason(let day):
            NoteSentences.whySoLate(day, limit: PlannedFollowUp.furthestWithoutReason)
        }
    }
}

extension NoteLineProblem {
    /// What there is to choose from, each as the words behind the line's name.
    func choices(in words: [Substring], contact: Contact?) -> [Choice] {
        switch self {
        case .day(let problem): problem.choices(in: words)
        case .agreement(let problem): problem.choices(in: words)
        case .contact(let problem): problem.choices(in: words, contact: contact)
        default: []
        }
    }
}

extension NoteContext {
    /// Their time and ours, and what the clocks do: `Fri 27 Nov 10:30 in Leeds, 11:30 here`.
    func sentence(_ agreed: AgreedTime) -> String {
        let here = agreed.at.local(offset: deskOffset(agreed.at))
        var text = "\(agreed.local.day.full) \(agreed.local.time.text)"
        if theirOffset(agreed.at) == nil {
            text += " " + NoteSentences.ourTime
        } else if here != agreed.local {
            text += " " + NoteSentences.theirTime(in: city, here: here, isOtherDay: here.day != agreed.local.day)
        }
        switch agreed.clock {
        case .none: break
        case .comesTwice: text += "; " + NoteSentences.timeComesTwice
        case .isSkipped: text += "; " + NoteSentences.timeIsSkipped
        }
        return text
    }

    /// Why no one may be there, or at the desk, at that time.
    func warnings(_ agreed: AgreedTime) -> [String] {
        var warnings: [String] = []
        if !rules.calendar.isBusinessDay(agreed.local.day) { warnings.append(NoteSentences.notAWorkingDay) }
        if !rules.permitted.contain(agreed.local.time) {
            warnings.append(NoteSentences.outside(rules.permitted.text))
        } else if let preferred = contact?.preferred, !preferred.contain(agreed.local.time) {
            warnings.append(NoteSentences.best(preferred.text))
        }
        return warnings
    }
}
