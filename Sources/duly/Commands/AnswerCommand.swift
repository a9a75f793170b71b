import ArgumentParser
import Receivables
import Runtime

/// Finds what a list printed, to act on it.
struct AgreementOptions: ParsableArguments {
    @OptionGroup var options: BookOptions
    @Option(help: "What was said or decided.")
    var note: String = ""

    /// The payer of an entry's part, or a sentence about what is wrong with it.
    func payer(of text: String, in book: any Book) throws -> (part: EntryPart, payer: AccountNumber) {
        guard options.asOf == nil else {
            throw ValidationError(ArgumentSentences.decidedToday)
        }
        return try AgreementOptions.payer(of: text, in: book)
    }

    static func payer(of text: String, in book: any Book) throws -> (part: EntryPart, payer: AccountNumber) {
        guard let part = EntryPart(text) else {
            throw ValidationError(
                ArgumentSentences.notAListNumber(text))
        }
        var query = JournalQuery(limit: 1)
        query.before = part.entry.addingReportingOverflow(1).partialValue
        guard let entry = try book.journal(query).first, entry.seq == part.entry else {
            throw BookError.unknownEntry(part.entry)
        }
        guard let payer = entry.payer else {
            throw CommandFailure(
                .notFound, RefusalSentences.noCustomer(part.entry))
        }
        return (part, payer)
    }

    func record(_ act: Act, with payer: AccountNumber, in book: any Book) throws {
        let moment = ProcessContext.moment(zone: try book.rules().zone)
        let entry = NewEntry(
            id: ProcessContext.newID(), payer: payer, at: moment.at, day: moment.day, author: ProcessContext.author,
            text: note, act: act)
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return }
        Output.say(DoneSentences.recorded(place))
    }

    /// As the book has it today.
    func today(of payer: AccountNumber, in book: any Book) throws -> JudgedPayer {
        try book.dossier(of: payer, asOf: ProcessContext.moment(zone: try book.rules().zone)).facts
    }
}

struct AnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "A department's answer to a dispute, or how the dispute ended.")

    @Argument(help: "The dispute, by its number in `duly disputes`.")
    var dispute: String
    @OptionGroup var agreement: AgreementOptions
    @Option(
        help: ArgumentHelp(
            """
            How it ended: \(Dispute.Outcome.allCases.map(\.rawValue).joined(separator: ", ")); without, it is an \
            answer to be told.
            """
        ))
    var outcome: String?

    func run() throws {
        let ended = try ListOptions.word(outcome, of: Dispute.Outcome.allCases.map(\.rawValue), "--outcome").flatMap {
            Dispute.Outcome(named: $0)
        }
        let book = try agreement.options.open()
        let (part, payer) = try agreement.payer(of: dispute, in: book)
        guard
            let found = try agreement.today(of: payer, in: book).followThrough.disputes.first(where: { $0.part == part }
            )
        else {
            throw CommandFailure(.notFound, RefusalSentences.noDispute(part))
        }
        if case .closed(let closing) = found.state {
            throw CommandFailure(
                .usage, RefusalSentences.nothingLeftToAnswer(closing.rawValue, found.words))
        }
        guard !found.isResolved else {
            throw CommandFailure(
                .usage, RefusalSentences.alreadyResolved(found.words))
        }
        try agreement.record(.dispute(DisputeStep(part, outcome: ended)), with: payer, in: book)
    }
}

struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "A plan is approved, accepted or ended; or how it goes on with a customer.",
        discussion: """
            A customer whom calling has not helped is in the batch *to decide*: three conversations and no money, or \
            half a year \
            late without a payment. `duly decide NUMBER --as "stop supply" --owner ana --review 2026-12-24` records \
            how it goes on.
            """)

    @Argument(help: "The plan, by its number in `duly plans`; or the customer's number.")
    var plan: String
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            """
            Of a plan: \(Plan.Status.allCases.map(\.rawValue).joined(separator: ", ")). Of a customer: \
            \(DecideCommand.choices).
            """
        ))
    var status: String
    @Option(help: "Of a customer: who looks again; by default you.")
    var owner: String = ""
    @Option(help: "Of a customer: when somebody looks again; by default in 14 to 90 days.")
    var review: String?
    @OptionGroup var agreement: AgreementOptions

    private static let choices = Decision.Choice.allCases.map(\.rawValue).joined(separator: ", ")

    func run() throws {
        if Plan.Status(rawValue: status) == nil, let choice = Decision.Choice(named: status) {
            return try decide(choice)
        }
        let all = Plan.Status.allCases.map(\.rawValue) + Decision.Choice.allCases.map(\.rawValue)
        let word = try ListOptions.word(status, of: all, "--as")
        guard let decided = word.flatMap({ Plan.Status(rawValue: $0) }) else { return }
        let book = try agreement.options.open()
        let (part, payer) = try agreement.payer(of: plan, in: book)
        guard
            let found = try agreement.today(of: payer, in: book).followThrough.plans.first(where: {
                $0.plan.part == part
            })
        else {
            throw CommandFailure(.notFound, RefusalSentences.noPlan(part))
        }
        guard found.plan.status != decided else {
            throw CommandFailure(.usage, RefusalSentences.planIsAlready(decided.rawValue))
        }
        guard found.plan.status != .ended else {
            throw CommandFailure(
                .usage,
                RefusalSentences.planHasEnded("\(payer)")
            )
        }
        try agreement.record(.plan(PlanStep(part, status: decided)), with: payer, in: book)
    }

    private func decide(_ choice: Decision.Choice) throws {
        guard agreement.options.asOf == nil else {
            throw ValidationError(ArgumentSentences.decidedToday)
        }
        let book = try agreement.options.open()
        let rules = try book.rules()
        let payer = try agreement.today(of: AccountNumber(plan), in: book).payer
        let words = ContactWords(
            today: ProcessContext.moment(zone: rules.zone).day, calendar: rules.calendar, order: rules.dateOrder)
        let until: [Substring] = try review.map { ["until", Substring(try Day.argument($0).iso)] } ?? []
        let by: [Substring] = owner.isEmpty ? [] : ["by"] + ContactOptions.split(owner)
        let decision = try ContactOptions.understood(words.decision(ContactOptions.split(choice.rawValue) + until + by))
        try agreement.record(.decision(decision), with: payer, in: book)
    }
}
