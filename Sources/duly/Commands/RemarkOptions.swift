import ArgumentParser
import Receivables
import Runtime
import Telephony

/// What a call said apart from agreements, as a note's lines would say it.
struct RemarkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Why money is late at the root: \(RootCause.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "word"))
    var cause: String?
    @Option(
        name: .customLong("new-contact"),
        help: ArgumentHelp(
            "A number that they gave, which stands until the ERP's own changes.", valueName: "name phone"))
    var newContact: [String] = []
    @Option(help: ArgumentHelp("What they think of us.", valueName: "text"))
    var feedback: String?

    /// - Throws: a sentence about what was not understood.
    func read(into agreed: inout Agreements, person: Contact?, _ dossier: Dossier) throws {
        let place = TelephonePlace(zone: dossier.askedFacts?.account.zone ?? "", dossier.rules)
        let words = RemarkWords(contact: person) { Telephony.parser($0, place) }
        if let cause { agreed.causes.append(try RemarkOptions.understood(words.cause(ContactOptions.split(cause)))) }
        for text in newContact {
            agreed.contacts.append(try RemarkOptions.understood(words.contact(ContactOptions.split(text))))
        }
        if let feedback {
            agreed.feedback.append(try RemarkOptions.understood(words.feedback(ContactOptions.split(feedback))))
        }
    }

    private static func understood<Fact>(_ read: Result<Interpretation<Fact>, RemarkProblem>) throws -> Fact {
        switch read {
        case .failure(let problem):
            throw ValidationError("\(problem.sentence.prefix(1).uppercased() + problem.sentence.dropFirst())")
        case .success(let understood):
            for warning in understood.warnings { Output.say(warning) }
            return understood.fact
        }
    }
}
