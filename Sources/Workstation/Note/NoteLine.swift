import Receivables

/// A line of a note that begins with `/`, and what it was understood as.
struct NoteLine: Hashable, Sendable {
    /// Counted from 0 by line breaks.
    var number: Int
    var text: String
    var reading: Reading
    /// What it may mean, where several things are possible; and what is asked then.
    var choices: [Choice] = []
    var question = ""

    enum Reading: Hashable, Sendable {
        /// With what is worth a look before it is recorded: more than is open, no working day.
        case understood(NoteFact, shown: String, warnings: [String])
        /// Stays in the note as text; why it is no more than that.
        case notRecorded(why: String)
    }

    var fact: NoteFact? {
        if case .understood(let fact, _, _) = reading { fact } else { nil }
    }

    /// The structured lines of a note, read again on every key, each as things stand after those above it.
    static func reading(_ text: String, in context: NoteContext) -> [NoteLine] {
        guard text.contains("/") else { return [] }
        var context = context
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            number, line in
            guard line.first == "/" else { return nil }
            var found = NoteLine(number: number, text: String(line), reading: .notRecorded(why: NoteLineKind.usages))
            found.read(line.dropFirst(), in: context)
            if let fact = found.fact {
                context.payer = context.payer?.agreeing(fact.agreed, by: context.rules, on: context.today)
            }
            return found
        }
    }

    private mutating func read(_ line: Substring, in context: NoteContext) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let name = words.first?.lowercased() else { return }
        guard let kind = NoteLineKind.all.first(where: { $0.name == name }) else {
            let meant = NoteLineKind.all.first { $0.name.hasPrefix(name) }
            reading = .notRecorded(
                why: meant.map { NoteSentences.unfinished($0.usage) }
                    ?? NoteSentences.noSuchLine(name, known: NoteLineKind.usages))
            return
        }
        let rest = Array(words.dropFirst())
        switch kind.read(rest, context) {
        case .success(let understood):
            reading = .understood(understood.fact, shown: understood.shown, warnings: understood.warnings)
        case .failure(let problem):
            choices = problem.choices(in: rest, contact: context.contact)
            question = problem.sentence
            reading = .notRecorded(why: choices.isEmpty ? question : NoteSentences.enterChooses(question))
        }
    }
}
