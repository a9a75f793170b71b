import ArgumentParser
import Exchange
import Receivables
import Runtime
import Telephony

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record a call from a script.")

    @Argument(help: "The account's number.")
    var number: String
    @OptionGroup var options: BookOptions
    @Option(
        help: ArgumentHelp(
            "How it ended; by default what was agreed says.",
            discussion: CallResult.allCases.map(\.rawValue).joined(separator: ", ")))
    var result: String?
    @Option(help: "What was said.")
    var note: String = ""
    @Option(help: "Who called: out (we) or in (they).")
    var direction: String = "out"
    @Option(help: "With whom.")
    var contact: String = ""
    @Option(name: .customLong("number"), help: "The telephone number dialled; by default that of the contact.")
    var dialled: String?
    @Option(
        name: .customLong("follow-up"),
        help:
            """
            Next step: DAY, or DAYTHH:MM for an appointment in the desk's zone; also in words, as \"next fri \
            10:30\". By default what the result proposes, where nothing else was agreed.
            """
    )
    var followUp: String?
    @Option(help: "What is to happen then.")
    var why: String = ""
    @OptionGroup var agreed: AgreedOptions
    @OptionGroup var limits: ContactOptions
    @OptionGroup var remarks: RemarkOptions
    @Option(help: "Why it was made, where a contact rule stood against a call of ours.")
    var reason: String = ""

    func run() throws {
        guard let direction = CallRecord.Direction(rawValue: direction) else {
            throw ValidationError(ArgumentSentences.direction)
        }
        guard options.asOf == nil else {
            throw ValidationError(ArgumentSentences.calledNow)
        }
        let named = try result.map(RecordCommand.result)
        let book = try options.open()
        let rules = try book.rules()
        let moment = ProcessContext.moment(zone: rules.zone)
        let dossier = try book.dossier(of: AccountNumber(number), asOf: moment)
        var agreed = try self.agreed.read(with: contact, dossier, at: moment)
        let typed = dialled.map { TypedNumber($0, in: dossier) }
        if let typed, !typed.numbers.contains(where: \.isPossible), named == .wrongNumber || limits.doNotCall != nil {
            throw ValidationError(
                ArgumentSentences.notATelephone(typed.typed))
        }
        let person = RecordCommand.person(contact, typed, in: dossier)
        try limits.read(into: &agreed, person: person, rules, today: moment.day)
        try remarks.read(into: &agreed, person: person, dossier)
        guard let result = named ?? agreed.result else {
            throw ValidationError(ArgumentSentences.howDidItEnd)
        }
        var wrapUp = WrapUpRules(result: result, agreed: agreed)
        if let missing = wrapUp.missingAgreement { throw ValidationError(missing.question) }
        if let words = wrapUp.missingWords(in: note) {
            throw ValidationError(
                ArgumentSentences.resultNeedsNote(result, words))
        }
        let phone = try typed?.key ?? telephone(person, result, direction, in: dossier)
        try plan(result, on: moment, rules, dossier.facts, in: &wrapUp)
        let broke = try direction == .outbound ? broken(dossier, calling: person, at: moment.at) : nil
        let call = CallRecord(
            direction: direction, result: result, contact: contact, number: phone,
            followUps: wrapUp.followUps, agreed: agreed, broke: broke,
            step: dossier.facts.stepDone(by: result, rules: rules, on: moment.day))
        let outcome = try book.record(
            [
                NewEntry(
                    id: ProcessContext.newID(), payer: AccountNumber(number), at: moment.at, day: moment.day,
                    author: ProcessContext.author, text: note, act: .call(call))
            ], seen: nil)
        guard case .saved(let place) = outcome else { return }
        let facts = try book.dossier(of: AccountNumber(number), asOf: moment).facts
        let next = facts.upcoming(by: rules, on: moment.day).first
        Output.say(DoneSentences.recorded(place, next: next?.on))
        guard options.json else { return }
        let step: JSONValue? = next.map { .object(["kind": .string($0.kind.rawValue), "on": .string($0.on.iso)]) }
        try Output.show(
            .object([
                "entry": .integer(place), "account": .string(number), "result": .string(result.rawValue),
                "next": step ?? .null, "broke": broke?.json ?? .null,
            ]))
    }

    /// Whom they spoke to, with the number dialled, else those on file where the name is known.
    private static func person(_ name: String, _ number: TypedNumber?, in dossier: Dossier) -> Contact? {
        let known = dossier.contacts.map(\.contact).first { !name.isEmpty && $0.name.lowercased() == name.lowercased() }
        guard let number else { return known ?? (name.isEmpty ? nil : Contact(name: name)) }
        var person = known ?? Contact(name: name)
        person.phone = number.typed
        person.numbers = number.numbers
        return person
    }

    /// The number that was dialled, where no one said so: the contact's only one. A wrong one has to be known, for
    /// no one is to dial it again.
    private func telephone(
        _ person: Contact?, _ result: CallResult, _ direction: CallRecord.Direction, in dossier: Dossier
    ) throws -> String {
        let theirs = direction == .outbound ? person?.numbers.filter(\.isPossible) ?? [] : []
        let known = theirs.count == 1 ? theirs[0].key : ""
        guard result == .wrongNumber, known.isEmpty else { return known }
        let numbers = (theirs.isEmpty ? dossier.contacts.flatMap(\.contact.numbers) : theirs)
        if numbers.count == 1 { return numbers[0].key }
        throw ValidationError(ArgumentSentences.whichNumber(of: numbers.map(\.brief)))
    }

    /// - Throws: a sentence that names the rules, where there are some and no reason was given.
    private func broken(_ dossier: Dossier, calling person: Contact?, at now: Instant) throws -> BrokenRules? {
        let check = ContactCheck(dossier, calling: person, at: now, offset: ProcessContext.offset)
        guard !check.isFine else { return nil }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw CommandFailure(
                .notPermitted,
                RefusalSentences.breaksRules(check.breaches.map(\.text))
            )
        }
        return check.broken(because: reason)
    }

    private static func result(named name: String) throws -> CallResult {
        guard let found = CallResult(named: name) else {
            throw ValidationError(
                ArgumentSentences.noSuchResult(name)
            )
        }
        return found
    }

    /// The day of the next step, at its time where it has one: `2026-11-27T10:30`, `fri 10:30`, `in two weeks`.
    private func step(
        _ text: String, on moment: Moment, _ rules: Rules, _ payer: JudgedPayer
    ) throws -> (time: LocalTime, hasTime: Bool) {
        if let time = LocalTime(argument: text) { return (time, text.count > 10) }
        let words = text.split(whereSeparator: \.isWhitespace)
        let days = DayWords(today: moment.day, calendar: rules.calendar, order: rules.dateOrder, run: payer.payRun)
        let now = ProcessContext.local(moment.at, zone: rules.zone)
        switch MomentWords(days, now: now, hours: rules.permitted).read(words) {
        case .failure(let problem):
            throw ValidationError(
                ArgumentSentences.followUp(problem.sentence, choices: problem.choices(in: words).map(\.words)))
        case .success(let found):
            guard found.used == words.count else { throw ValidationError(LocalTime.notAMoment(text)) }
            Output.say(DoneSentences.nextStep(DayReading(found.day, found.time).shown))
            return (LocalTime(day: found.day, time: found.time ?? TimeOfDay(minutes: 1439)), found.time != nil)
        }
    }

    /// Adds the next step: the one that was asked for, else the one that the result proposes, if one is needed.
    private func plan(
        _ result: CallResult, on moment: Moment, _ rules: Rules, _ payer: JudgedPayer, in wrapUp: inout WrapUpRules
    ) throws {
        guard let followUp else { return try propose(result, on: moment, rules, payer, in: &wrapUp) }
        let (time, hasTime) = try step(followUp, on: moment, rules, payer)
        let at = hasTime ? ProcessContext.instant(time, zone: rules.zone) : nil
        let problem = PlannedFollowUp.problem(
            on: time.day, at: at, reason: why + note, now: moment, needsTime: wrapUp.needsAppointment)
        switch problem {
        case .past:
            throw ValidationError(
                ArgumentSentences.followUpIsPast(time.day, at == nil ? nil : time.time))
        case .noTime:
            throw ValidationError(ArgumentSentences.callbackNeedsTime(time.day))
        case .farWithoutReason:
            throw ValidationError(
                ArgumentSentences.sayWhySoLate(time.day)
            )
        case nil:
            wrapUp.followUps.append(wrapUp.followUp(on: time.day, at: at, why: why, isAppointment: at != nil))
        }
    }

    private func propose(
        _ result: CallResult, on moment: Moment, _ rules: Rules, _ payer: JudgedPayer, in wrapUp: inout WrapUpRules
    ) throws {
        guard wrapUp.needsNextAction else { return }
        let now = ProcessContext.local(moment.at, zone: rules.zone)
        guard
            let step = result.proposal(
                at: now, calendar: rules.calendar, step: payer.stepAfter(result, rules: rules, on: moment.day))
        else {
            throw ValidationError(ArgumentSentences.resultNeedsDay(result))
        }
        // From a script the desk's clock is the one that is known; a time of day is left to the caller.
        wrapUp.followUps.append(
            wrapUp.followUp(on: step.day, at: nil, why: why.isEmpty ? step.why : why, isAppointment: false))
    }
}

/// A number that was typed, as it is written where the customer is.
private struct TypedNumber {
    let typed: String
    let numbers: [TelephoneNumber]

    init(_ typed: String, in dossier: Dossier) {
        self.typed = typed
        let zone = dossier.askedFacts?.account.zone ?? ""
        numbers = Telephony.parser(typed, TelephonePlace(zone: zone, dossier.rules))
    }

    /// As the journal names it; as it was typed where it can be none.
    var key: String { numbers.first { $0.isPossible }?.key ?? typed }
}

/// What a call agreed, as a note's lines would say it.
struct AgreedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A promise to pay: AMOUNT|all|half by DAY [ITEM…] [instead].", valueName: "words"))
    var promise: [String] = []
    @Option(help: ArgumentHelp("A payment they say they made: [AMOUNT] DAY [REFERENCE].", valueName: "words"))
    var paid: [String] = []
    @Option(help: ArgumentHelp("A dispute: [ITEM…] REASON [AMOUNT] [OWNER].", valueName: "words"))
    var dispute: [String] = []
    @Option(
        help: ArgumentHelp(
            "A payment plan: 3x|AMOUNT each [weekly|monthly|…] [from DAY] [down AMOUNT [DAY]] [of AMOUNT] [for ITEM…].",
            valueName: "words"))
    var plan: String?

    private var isEmpty: Bool { promise.isEmpty && paid.isEmpty && dispute.isEmpty && plan == nil }

    /// - Throws: a sentence about what was not understood; warnings are said and do not stop anything.
    func read(with who: String, _ dossier: Dossier, at moment: Moment) throws -> Agreements {
        var agreed = Agreements()
        guard !isEmpty else { return agreed }
        // A promise that is not in the book yet holds its items already.
        func words() -> AgreementWords {
            AgreementWords(
                dossier.facts.agreeing(agreed, by: dossier.rules, on: moment.day), rules: dossier.rules,
                today: moment.day)
        }
        for text in promise {
            var planned = try AgreedOptions.understood(words().promise(AgreedOptions.split(text)), text)
            planned.who = who
            agreed.promises.append(planned)
        }
        for text in paid {
            var planned = try AgreedOptions.understood(words().claim(AgreedOptions.split(text)), text)
            planned.who = who
            agreed.claims.append(planned)
        }
        for text in dispute {
            agreed.disputes += try AgreedOptions.understood(words().disputes(AgreedOptions.split(text)), text)
        }
        if let plan {
            var planned = try AgreedOptions.understood(
                words().plan(AgreedOptions.split(plan), rates: dossier.portfolio.rates), plan)
            planned.who = who
            agreed.plans.append(planned)
        }
        return agreed
    }

    private static func split(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

    private static func understood<Fact>(_ read: Result<Interpretation<Fact>, AgreementProblem>, _ text: String) throws
        -> Fact
    {
        switch read {
        case .failure(let problem):
            let choices = problem.choices(in: split(text)).prefix(9).map(\.words)
            throw ValidationError(ArgumentSentences.notUnderstood(text, problem.sentence, choices: Array(choices)))
        case .success(let understood):
            let warnings = understood.warnings.isEmpty ? "" : " (\(understood.warnings.joined(separator: "; ")))"
            Output.say("\(understood.shown)\(warnings)")
            return understood.fact
        }
    }
}

extension AgreementKind {
    /// What is asked for if a result needs such an agreement, with the option that gives it.
    fileprivate var question: String {
        switch self {
        case .promise: ArgumentSentences.whichPromise
        case .plan: ArgumentSentences.whichPlan
        case .paid: ArgumentSentences.whichPayment
        case .dispute: ArgumentSentences.whichDispute
        case .noCalls: ArgumentSentences.whoNotToCall
        case .hold: ArgumentSentences.whichHold
        case .language: ArgumentSentences.whichLanguage
        }
    }
}
