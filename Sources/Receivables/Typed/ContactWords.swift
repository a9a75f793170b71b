/// What words about calling somebody, or leaving them alone, are read against: for note lines, fields and scripts
/// alike.
public struct ContactWords: Sendable {
    let today: Day
    let calendar: BusinessCalendar
    /// Whom one speaks to, or has dialled; nil where no one knows.
    let contact: Contact?
    /// How the desk writes dates of numbers.
    let order: DateOrder?

    /// Creates a reader for one day and contact.
    public init(today: Day, calendar: BusinessCalendar, contact: Contact? = nil, order: DateOrder? = nil) {
        self.today = today
        self.calendar = calendar
        self.contact = contact
        self.order = order
    }

    /// `number|person|account [NUMBER|NAME] [by WHO] [until DAY]`
    public func noCall(_ words: [Substring]) -> Result<Interpretation<PlannedNoCall>, ContactProblem> {
        guard let word = words.first?.lowercased() else { return .failure(.noScope) }
        let parts = ContactWords.split(words.dropFirst(), at: ["by", "until"])
        let named = parts[""] ?? ""
        let scope: NoCall.Scope
        var theirs: [TelephoneNumber] = []
        switch NoCall.Scope.words.first(where: { $0.hasPrefix(word) }) {
        case "number":
            if named.isEmpty { theirs = contact?.numbers ?? [] }
            let number = named.isEmpty ? theirs.map(\.brief).joined(separator: ", ") : named
            guard !number.isEmpty else { return .failure(.noNumber) }
            scope = .number(number)
        case "person":
            let person = named.isEmpty ? contact?.name ?? "" : named
            guard !person.isEmpty else { return .failure(.noPerson) }
            scope = .person(person)
        case "account": scope = .account
        default: return .failure(.unknownScope(word))
        }
        let e164 = theirs.filter(\.isPossible).map(\.e164)
        return review(parts["until"], usual: NoCall.usualDays).map { day in
            var planned = PlannedNoCall(scope, askedBy: parts["by"] ?? contact?.name ?? "", review: day)
            // What was typed is read when it is recorded.
            if !e164.isEmpty { planned.numbers = e164 }
            return Interpretation(planned, shown: planned.words)
        }
    }

    /// `REASON [DAY] [OWNER]`, with `until` and `by` before them or without.
    public func hold(_ words: [Substring]) -> Result<Interpretation<PlannedHold>, ContactProblem> {
        guard let word = words.first else { return .failure(.noHold) }
        // `direct debit`, `own decision`, `lawyer or agency`: the reason is as many words as make one.
        let names = [3, 2, 1].filter { $0 <= words.count && words.prefix($0).allSatisfy { $0.allSatisfy(\.isLetter) } }
        let found = names.lazy.compactMap { count in
            HoldReason(named: words.prefix(count).joined(separator: " ")).map { (reason: $0, used: count) }
        }.first
        guard let found else { return .failure(.unknownHold(String(word))) }
        return dayAndOwner(words.dropFirst(found.used), usual: PayerHold.usualDays).map { day, owner in
            let planned = PlannedHold(found.reason, owner: owner, review: day)
            return Interpretation(planned, shown: planned.words)
        }
    }

    /// `[DAY] [OWNER]`, with `until` and `by` before them or without; the owner may be empty.
    func dayAndOwner(_ words: ArraySlice<Substring>, usual: Int) -> Result<(Day, String), ContactProblem> {
        let parts = ContactWords.split(words, at: ["until", "by"])
        var (until, owner) = (parts["until"], parts["by"] ?? "")
        if let rest = parts[""] {
            let words = rest.split(separator: " ")
            if until == nil, case .success(let read) = days.read(words) {
                until = words.prefix(read.used).joined(separator: " ")
                if owner.isEmpty { owner = words.dropFirst(read.used).joined(separator: " ") }
            } else if owner.isEmpty {
                owner = rest
            }
        }
        // `until 24 dec maria`: who looks again may stand behind the day.
        if owner.isEmpty, let words = until?.split(separator: " "), case .success(let read) = days.read(words) {
            until = words.prefix(read.used).joined(separator: " ")
            owner = words.dropFirst(read.used).joined(separator: " ")
        }
        return review(until, usual: usual).map { [owner] in ($0, owner) }
    }

    /// `LANGUAGE [COLLEAGUE]`
    public func language(_ words: [Substring]) -> Result<Interpretation<SpokenLanguage>, ContactProblem> {
        guard let word = words.first else { return .failure(.noLanguage) }
        let language = word.prefix(1).uppercased() + word.dropFirst()
        let colleague = words.dropFirst().joined(separator: " ")
        let spoken = SpokenLanguage(language, person: contact?.name ?? "", colleague: colleague)
        return .success(Interpretation(spoken, shown: spoken.words))
    }

    var days: DayWords { DayWords(today: today, calendar: calendar, order: order) }

    /// A day ahead; without words the usual one.
    private func review(_ words: String?, usual: Int) -> Result<Day, ContactProblem> {
        guard let words else { return .success(calendar.onOrAfter(today.advanced(by: usual))) }
        switch days.read(words.split(separator: " ")) {
        case .failure(let problem): return .failure(.day(problem))
        case .success(let (day, _)) where day > today: return .success(day)
        case .success: return .failure(.pastReview)
        }
    }

    /// The words behind each of some names, those before the first under "".
    private static func split(_ words: ArraySlice<Substring>, at names: Set<String>) -> [String: String] {
        var parts: [String: String] = [:]
        var name = ""
        for word in words {
            if names.contains(word.lowercased()) {
                name = word.lowercased()
            } else {
                parts[name] = (parts[name].map { $0 + " " } ?? "") + word
            }
        }
        return parts
    }
}

extension ContactProblem {
    /// What there is to choose from, each as the words that were typed with that choice in them.
    ///
    /// - Parameters:
    ///   - words: as they were typed.
    ///   - contact: whom one speaks to; nil where no one knows.
    public func choices(in words: [Substring], contact: Contact? = nil) -> [Choice] {
        func all(_ choices: [(shown: String, word: String)], instead typed: String? = nil) -> [Choice] {
            choices.map { choice in
                let rest = typed.map { words.replacing($0, with: choice.word) }
                return Choice(choice.shown, words: rest ?? ([Substring(choice.word)] + words).joined(separator: " "))
            }
        }
        let number = contact?.numbers.first.map { ("the number \($0.brief)", "number") }
        let person = contact.flatMap { $0.name.isEmpty ? nil : ("the person \($0.name)", "person") }
        let scopes = [number, person, ("the whole account", "account")].compactMap(\.self)
        let holds = HoldReason.allCases.map { ($0.rawValue, $0.rawValue) }
        return switch self {
        case .noScope: all(scopes)
        case .unknownScope(let word): all(scopes, instead: word)
        case .noHold: all(holds)
        case .unknownHold(let word): all(holds, instead: word)
        case .day(let problem): problem.choices(in: words)
        default: []
        }
    }
}

/// Why words about calling somebody could not be understood.
public enum ContactProblem: Error, Hashable, Sendable {
    case noScope
    case unknownScope(String)
    case noNumber
    case noPerson
    case noHold
    case unknownHold(String)
    case noDecision
    case unknownDecision(String)
    case notUnderstood(String)
    case noLanguage
    case pastReview
    case day(DayProblem)

    /// What is missing or unclear, as the caller reads it next to what they typed.
    public var sentence: String {
        switch self {
        case .noScope: "what is not to be called? number, person or account"
        case .unknownScope(let word): "\u{201C}\(word)\u{201D} is none of number, person, account"
        case .noNumber: "which number? number +44 113 496 0182"
        case .noPerson: "who? person Jane Moss"
        case .noHold: "which? \(ContactProblem.holds)"
        case .unknownHold(let word): "\u{201C}\(word)\u{201D} is none of \(ContactProblem.holds)"
        case .noDecision: "how does it go on? \(ContactProblem.choices)"
        case .unknownDecision(let word): "\u{201C}\(word)\u{201D} is none of \(ContactProblem.choices)"
        case .notUnderstood(let words): "\u{201C}\(words)\u{201D} is not understood: stop supply until 24 dec by maria"
        case .noLanguage: "which language?"
        case .pastReview: "a review lies ahead"
        case .day(let problem): problem.sentence
        }
    }

    private static let choices = Decision.Choice.allCases.map(\.rawValue).joined(separator: ", ")
    private static let holds = HoldReason.allCases.map(\.rawValue).joined(separator: ", ")
}
