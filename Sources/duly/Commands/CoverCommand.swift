import ArgumentParser
import Exchange
import Receivables
import Runtime
import Terminal
import Workstation

struct CoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cover", abstract: "Work for a colleague until a day; shows who covers whom.",
        discussion: """
            duly cover ana until 2026-12-04. It ends by itself. Your queue shows hers with yours (M), her \
            appointments ring for \
            you, records keep their authors; she sees what you did with --return, and at her next start.
            """)

    @Argument(help: "NAME until DAY.")
    var words: [String] = []
    @OptionGroup var options: BookOptions
    @Flag(help: "End it now.")
    var end = false
    @Flag(name: .customLong("return"), help: "What colleagues did on your accounts while they covered you.")
    var isReturn = false

    func validate() throws {
        if options.asOf != nil, !words.isEmpty {
            throw ValidationError(ArgumentSentences.coveredToday)
        }
        if end, words.isEmpty { throw ValidationError(ArgumentSentences.whoseCover) }
    }

    func run() throws {
        let book = try options.open()
        let state = try book.about()
        let moment = try options.moment(book)
        if isReturn { return try showReturns(book, moment) }
        if !words.isEmpty { return try record(book, state, moment) }
        let covers = state.covers.filter { $0.until >= moment.day }
        guard !options.json else {
            return try Output.show(.array(covers.map(\.json)))
        }
        Output.show(covers.map { Line(DoneSentences.covers($0)) })
        if covers.isEmpty { Output.say(DoneSentences.noCovers) }
    }

    private func record(_ book: any Book, _ state: BookState, _ moment: Moment) throws {
        let words = words.flatMap { ContactOptions.split($0) }
        let planned: PlannedCover
        if end {
            let name = words.joined(separator: " ")
            guard
                let now = state.covers.last(where: {
                    isSamePerson($0.by, ProcessContext.author) && isSamePerson($0.colleague, name)
                        && $0.until >= moment.day
                })
            else { throw CommandFailure(.notFound, RefusalSentences.notCovering(name)) }
            planned = PlannedCover(now.colleague, until: moment.day.advanced(by: -1))
        } else {
            switch CoverWords(today: moment.day, calendar: state.rules.calendar, order: state.rules.dateOrder).cover(
                words)
            {
            case .failure(let problem): throw ValidationError(problem.sentence)
            case .success(let understood): planned = understood.fact
            }
            guard !isSamePerson(planned.colleague, ProcessContext.author) else {
                throw ValidationError(ArgumentSentences.cannotCoverYourself)
            }
            if !state.hasPortfolio(planned.colleague) {
                Output.say(DoneSentences.noAccounts(of: planned.colleague))
            }
        }
        let entry = NewEntry(
            id: ProcessContext.newID(), payer: nil, at: moment.at, day: moment.day, author: ProcessContext.author,
            act: .cover(planned))
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return }
        Output.say(
            end
                ? DoneSentences.coverEnded(planned.colleague, entry: place)
                : DoneSentences.coverBegun(planned.colleague, until: planned.until, entry: place))
    }

    private func showReturns(_ book: any Book, _ moment: Moment) throws {
        let done = try book.returns(to: ProcessContext.author, newerThanOwn: false)
        guard !options.json else {
            return try Output.show(.array(done.map(\.json)))
        }
        Output.show(ReturnTable.lines(done, today: moment.day))
        if done.isEmpty { Output.say(DoneSentences.noOneWorkedYourAccounts) }
    }
}
