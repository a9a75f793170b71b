import Receivables

/// A line of a note that begins with `/`, and what it was understood as.
struct NoteLine: Hashable, Sendable {
    /// Counted from 0 by line breaks.
    var number: Int
    var text: String
    var reading: Reading

    enum Reading: Hashable, Sendable {
        /// With what is worth a look before it is recorded: more than is open, no working day.
        case understood(NoteFact, shown: String, warnings: [String])
        /// Stays in the note as text; why it is no more than that.
        case notRecorded(why: String)
    }

    var fact: NoteFact? {
        if case .understood(let fact, _, _) = reading { fact } else { nil }
    }

    /// The structured lines of a note, read anew on every key, each as things stand after those above it.
    static func reading(_ text: String, in context: NoteContext) -> [NoteLine] {
        guard text.contains("/") else { return [] }
        var context = context
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap { number, line in
            guard line.first == "/" else { return nil }
            let found = NoteLine(number: number, text: String(line), reading: read(line.dropFirst(), in: context))
            if let fact = found.fact { context.payer = context.payer?.agreeing(fact.agreed, by: context.rules, on: context.today) }
            return found
        }
    }

    private static func read(_ line: Substring, in context: NoteContext) -> Reading {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let name = words.first?.lowercased() else { return .notRecorded(why: NoteLineKind.usages) }
        guard let kind = NoteLineKind.all.first(where: { $0.name == name }) else {
            let meant = NoteLineKind.all.first { $0.name.hasPrefix(name) }
            return .notRecorded(why: meant.map { "\($0.usage) ?" } ?? "no /\(name); there is \(NoteLineKind.usages)")
        }
        switch kind.read(Array(words.dropFirst()), context) {
        case .success(let understood): return .understood(understood.fact, shown: understood.shown, warnings: understood.warnings)
        case .failure(let problem): return .notRecorded(why: problem.sentence)
        }
    }
}
