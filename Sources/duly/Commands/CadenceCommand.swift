import ArgumentParser
import Exchange
import Receivables
import Runtime
import Terminal

struct CadenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cadence",
        abstract: "What is done with a customer and when: an account's coming steps, or the cadences in force.",
        discussion: """
            duly cadence                  the cadences in force, as TOML
            duly cadence use FILE         puts a file's cadences into force
            duly cadence undo             takes the last change of the rules back
            duly cadence NUMBER           the coming steps, and why one can't be done just now
            duly cadence NUMBER use NAME  gives the account another cadence
            duly cadence NUMBER reset     its segment's again
            duly cadence NUMBER done      the step that is due was done without a call
            duly cadence NUMBER undo      takes the last of these back
            """)

    @Argument(help: ArgumentHelp("As listed above.", valueName: "words"))
    var words: [String] = []
    @OptionGroup var options: BookOptions
    @Option(help: "What was sent or decided, with `done`.")
    var note: String = ""

    func run() throws {
        let book = try options.open()
        let work = RulesWork(book: book, part: .cadence)
        switch words.first {
        case nil: options.json ? try Output.show(book.rules().cadences.json) : try work.show()
        case "use":
            guard words.count == 2 else { throw ValidationError(ArgumentSentences.whichCadenceFile) }
            try checkNow()
            try work.use(words[1])
        case "undo" where words.count == 1:
            try checkNow()
            try work.undo()
        case let number?: try act(on: AccountNumber(number), in: book)
        }
    }

    private func act(on number: AccountNumber, in book: any Book) throws {
        let dossier = try book.dossier(of: number, asOf: try options.moment(book))
        switch (words.dropFirst().first, words.count) {
        case (nil, _):
            return options.json ? try Output.show(dossier.cadenceJSON) : Output.show(CadencePage(dossier).lines)
        case ("use", 3):
            try checkNow()
            guard dossier.rules.cadences[words[2]] != nil else {
                let names = dossier.rules.cadences.all.map(\.name).joined(separator: ", ")
                throw CommandFailure(.usage, RefusalSentences.noSuchCadence(words[2], known: names))
            }
            try record(.cadence(CadenceChoice(words[2])), dossier, in: book)
        case ("reset", 2): try record(.cadence(CadenceChoice(nil)), dossier, in: book)
        case ("done", 2): try record(.step(try done(dossier)), dossier, in: book)
        case ("undo", 2): try undo(dossier, in: book)
        default: throw ValidationError(ArgumentSentences.afterTheNumber)
        }
    }

    private func checkNow() throws {
        guard options.asOf == nil else {
            throw ValidationError(ArgumentSentences.decidedToday)
        }
    }

    /// The step that is due, as done today.
    private func done(_ dossier: Dossier) throws -> StepRecord {
        guard let step = dossier.facts.nextStep(by: dossier.rules, on: dossier.moment.day) else {
            throw CommandFailure(
                .usage, RefusalSentences.nothingToAsk(of: dossier.facts.name))
        }
        guard step.isDue else {
            throw CommandFailure(.usage, RefusalSentences.noStepIsDue(next: step.words, on: step.on))
        }
        guard step.act.channel != .telephone else {
            let why = step.obstacle.map { " (\($0.text))" } ?? ""
            throw CommandFailure(
                .usage, RefusalSentences.stepIsACall(step.words + why))
        }
        return dossier.facts.doing(step, rules: dossier.rules, on: dossier.moment.day)
    }

    private func undo(_ dossier: Dossier, in book: any Book) throws {
        let last = dossier.counted.first { entry in
            switch entry.act {
            case .cadence, .step: true
            default: false
            }
        }
        guard let last else {
            throw CommandFailure(
                .usage, RefusalSentences.nothingToUndo(dossier.facts.name))
        }
        try record(.undo, dossier, in: book, undoes: last.seq)
    }

    private func record(_ act: Act, _ dossier: Dossier, in book: any Book, undoes: Int64? = nil) throws {
        try checkNow()
        let entry = NewEntry(
            id: ProcessContext.newID(), payer: dossier.asked, at: dossier.moment.at, day: dossier.moment.day,
            author: ProcessContext.author, text: note,
            act: act, undoes: undoes)
        guard case .saved(let place) = try book.record([entry], seen: nil) else { return }
        let now = try book.dossier(of: dossier.asked, asOf: dossier.moment)
        let next =
            now.facts.nextStep(by: now.rules, on: now.moment.day).map { DoneSentences.next($0.brief) }
            ?? DoneSentences.noStepAhead
        Output.say(
            DoneSentences.recorded(place, cadence: now.facts.cadence(by: now.rules).name, next: next))
    }
}

/// An account's cadence as text: where it stands, and what lies ahead.
struct CadencePage {
    let dossier: Dossier

    init(_ dossier: Dossier) { self.dossier = dossier }

    var lines: [Line] {
        let facts = dossier.facts, day = dossier.moment.day
        var head = Line(facts.name, .title).then(" \(facts.payer.text)", .muted).then("  \(DoneSentences.cadence) ")
            .then(facts.cadence(by: dossier.rules).name, .strong)
        if facts.track.name != nil { head = head.then(", " + DoneSentences.givenByHand, .muted) }
        guard let due = facts.oldestChaseable(on: day) else {
            return [
                head, Line(DoneSentences.nothingToAskFor, .muted),
            ]
        }
        let steps = facts.comingSteps(by: dossier.rules, on: day)
        let late = due.distance(to: day)
        let oldest =
            DoneSentences.oldestDue(due, late: late)
        return [head, Line(oldest, .muted)]
            + (steps.isEmpty ? [Line(DoneSentences.allStepsDone, .muted)] : steps.map(line))
    }

    private func line(_ step: ComingStep) -> Line {
        let when = Line(step.isDue ? DoneSentences.dueSince(step.on) : step.on.short, step.isDue ? .overdue : .promised)
            .padded(to: 22)
        var line = Line("  ") + when.then(step.words, .strong).then("  " + DoneSentences.day(step.step.day), .muted)
        if !step.step.text.isEmpty { line = line.then("  \(step.step.text)") }
        if let obstacle = step.obstacle { line = line.then("  " + DoneSentences.notNow(obstacle.text), .soon) }
        return line
    }
}
