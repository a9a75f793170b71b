import ArgumentParser
import Exchange
import Receivables
import Runtime

/// What the lists of agreements have in common.
struct ListOptions: ParsableArguments {
    @OptionGroup var options: BookOptions
    @Option(help: "Of this account's payer only.")
    var account: String?
    @Flag(help: "CSV instead of text.")
    var csv = false

    /// Reads, and shows as asked for.
    func show(withCommitments: Bool = true, none: String, _ list: ([Watched], Day) -> Listing) throws {
        let book = try options.open()
        let day = try options.moment(book).day
        let watched = try book.watched(
            WatchedQuery(day: day, account: account.map { AccountNumber($0) }, withCommitments: withCommitments))
        let listing = list(watched, day)
        if options.json {
            try Output.show(listing.json(asOf: day, cashTo: try book.cashKnownTo(asOf: day)))
        } else if csv {
            Output.show(data: listing.csv)
        } else {
            Output.show(listing, none: none)
        }
    }

    /// Root causes are counted over the whole book.
    func showCauses() throws {
        let book = try options.open()
        let day = try options.moment(book).day
        let listing = Listing.causes(try book.causes(upTo: day))
        if options.json {
            try Output.show(listing.json(asOf: day, cashTo: nil))
        } else if csv {
            Output.show(data: listing.csv)
        } else {
            Output.show(listing, none: DoneSentences.noCauses)
        }
    }

    /// The one of some words that is meant, case, spaces and `-` aside.
    static func word(_ text: String?, of words: [String], _ option: String) throws -> String? {
        func plain(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
        guard let text else { return nil }
        guard let found = words.first(where: { plain($0) == plain(text) }) else {
            throw ValidationError(ArgumentSentences.oneOf(words, option))
        }
        return found
    }
}

struct PromisesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promises", abstract: "Promises to pay, and what has become of them.")

    @OptionGroup var list: ListOptions
    @Option(help: "Only those that are: \(PromiseVerdict.words.joined(separator: ", ")).")
    var state: String?
    @Flag(help: "Claimed payments instead.")
    var claimed = false
    @Option(help: "Promised for this day or later.")
    var from: String?
    @Option(help: "Promised for this day or earlier.")
    var to: String?

    func run() throws {
        let first = try from.map(Day.argument), last = try to.map(Day.argument)
        func isWithin(_ day: Day) -> Bool { first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true }
        if claimed {
            let state = try ListOptions.word(state, of: ClaimVerdict.words, "--state")
            return try list.show(none: DoneSentences.noClaims) { watched, _ in
                .claims(watched) {
                    isWithin($0.claim.day) && state.map { [word = $0.verdict.word] in word == $0 } ?? true
                }
            }
        }
        let state = try ListOptions.word(state, of: PromiseVerdict.words, "--state")
        try list.show(none: DoneSentences.noPromises) { watched, _ in
            .promises(watched) {
                isWithin($0.promise.day) && state.map { [word = $0.verdict.word] in word == $0 } ?? true
            }
        }
    }
}

struct DisputesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disputes", abstract: "Disputes, and who has to answer them.")

    @OptionGroup var list: ListOptions
    @Option(help: "Only those that are: \(Dispute.words.joined(separator: ", ")).")
    var state: String?
    @Option(help: "Only those that this department has to answer.")
    var owner: String?
    @Flag(help: "Only those past the day on which their owner should have been done.")
    var overdue = false
    @Flag(name: .customLong("by-cause"), help: "How often each root cause was named, instead.")
    var byCause = false

    func run() throws {
        if byCause { return try list.showCauses() }
        let state = try ListOptions.word(state, of: Dispute.words, "--state")
        let calendar = try list.options.open().rules().calendar
        try list.show(none: DoneSentences.noDisputes) { watched, day in
            .disputes(watched) { dispute in
                (state.map { $0 == dispute.word } ?? true)
                    && (owner.map { $0.lowercased() == dispute.owner.lowercased() } ?? true)
                    && (!overdue || dispute.deadline(calendar).map { $0 < day } ?? false)
            }
        }
    }
}

struct PlansCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plans", abstract: "Payment plans and their instalments.")

    @OptionGroup var list: ListOptions
    @Option(help: "Only those that are: \(PlanState.allCases.map(\.rawValue).joined(separator: ", ")).")
    var state: String?

    func run() throws {
        let state = try ListOptions.word(state, of: PlanState.allCases.map(\.rawValue), "--state")
        try list.show(none: DoneSentences.noPlans) { watched, _ in
            .plans(watched) { state == nil || $0.state.rawValue == state }
        }
    }
}

struct FollowUpsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-ups", abstract: "What is to be done next, with whom and when; or hands one over.")

    @Argument(help: "A follow-up to hand over, by its number in this list.")
    var followUp: String?
    @OptionGroup var list: ListOptions
    @Option(help: "Only those of this person.")
    var owner: String?
    @Option(help: "From this day on.")
    var from: String?
    @Option(help: "Up to this day.")
    var to: String?
    @Flag(help: "One person's after the other's, instead of by day.")
    var byOwner = false
    @Option(help: "Hand it to this person.")
    var give: String?
    @Option(help: "What that person should know.")
    var line: String = ""

    func validate() throws {
        guard (followUp == nil) == (give == nil) else {
            throw ValidationError(ArgumentSentences.handOverNeedsNumber)
        }
        if give != nil, !line.contains(where: { !$0.isWhitespace }) {
            throw ValidationError(ArgumentSentences.handOverNeedsLine)
        }
    }

    private func handOver(_ followUp: String, to name: String) throws {
        guard list.options.asOf == nil else {
            throw ValidationError(ArgumentSentences.decidedToday)
        }
        let book = try list.options.open()
        let (part, payer) = try AgreementOptions.payer(of: followUp, in: book)
        let moment = ProcessContext.moment(zone: try book.rules().zone)
        guard try book.dossier(of: payer, asOf: moment).facts.followUps.contains(where: { $0.part == part }) else {
            throw CommandFailure(
                .notFound, RefusalSentences.noFollowUp(part))
        }
        let entry = NewEntry(
            id: ProcessContext.newID(), payer: payer, at: moment.at, day: moment.day, author: ProcessContext.author,
            text: line,
            act: .handOver(HandOver(part, to: name)))
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return }
        Output.say(DoneSentences.handedOver(part, to: name, entry: place))
    }

    func run() throws {
        if let followUp, let give { return try handOver(followUp, to: give) }
        let first = try from.map(Day.argument), last = try to.map(Day.argument)
        try list.show(withCommitments: false, none: DoneSentences.nothingPlanned) { watched, _ in
            .followUps(watched, byOwner: byOwner) { followUp in
                (owner.map { isSamePerson($0, followUp.owner) } ?? true) && (first.map { $0 <= followUp.day } ?? true)
                    && (last.map { followUp.day <= $0 } ?? true)
            }
        }
    }
}
