import ArgumentParser
import Receivables
import Runtime

/// What a call said about calling: who is not to be called, a hold, a language.
struct ContactOptions: ParsableArguments {
    @Option(
        name: .customLong("do-not-call"),
        help: ArgumentHelp(
            "They asked not to be called: this number, person or account.", valueName: "number|person|account"))
    var doNotCall: String?
    @Option(name: .customLong("asked-by"), help: "Who asked for it.")
    var askedBy: String = ""
    @Option(
        help: ArgumentHelp(
            "The party is held: \(HoldReason.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "reason"))
    var hold: String?
    @Option(help: "When somebody looks at the wish or the hold again.")
    var review: String?
    @Option(help: ArgumentHelp("The language it takes, and the colleague who has it.", valueName: "words"))
    var language: String?

    /// - Throws: a sentence about what was not understood.
    func read(into agreed: inout Agreements, person: Contact?, _ rules: Rules, today: Day) throws {
        let words = ContactWords(today: today, calendar: rules.calendar, contact: person, order: rules.dateOrder)
        let until: [Substring] = try review.map { ["until", Substring(try Day.argument($0).iso)] } ?? []
        if let doNotCall {
            let by = askedBy.split(separator: " ")
            let scope = ContactOptions.split(doNotCall)
            agreed.noCalls.append(
                try ContactOptions.understood(words.noCall(scope + (by.isEmpty ? [] : ["by"] + by) + until)))
        }
        if let hold {
            agreed.holds.append(try ContactOptions.understood(words.hold(ContactOptions.split(hold) + until)))
        }
        if let language {
            agreed.languages.append(try ContactOptions.understood(words.language(ContactOptions.split(language))))
        }
    }

    static func split(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

    static func understood<Fact>(_ read: Result<Interpretation<Fact>, ContactProblem>) throws -> Fact {
        switch read {
        case .failure(let problem):
            throw ValidationError("\(problem.sentence.prefix(1).uppercased() + problem.sentence.dropFirst()).")
        case .success(let understood):
            Output.say(understood.shown)
            return understood.fact
        }
    }
}
