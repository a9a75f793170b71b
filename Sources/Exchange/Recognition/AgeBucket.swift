/// A column that holds what is open of an age: `31-60`, `61 - 90 days`, `90+`, `De 31 à 60 j`, `über 90 Tage`.
enum AgeBucket {
    /// How many of a row's cells name one.
    static func count(in cells: [String]) -> Int { cells.count(where: isName) }

    /// The columns of ages, with the one before the first and the one behind the last where these are of the row, too:
    /// `Current`, `Not due`, `At date`; `Older`.
    static func columns(in names: [String]) -> [Int] {
        var columns = names.indices.filter { isName(names[$0]) }
        if columns.count < 2, let pair = pair(in: names) { return pair }
        guard let first = columns.first, let last = columns.last, columns.count >= 2 else { return columns }
        let behind: Set = ["older", "over", "aelter", "plus", "mas", "ouder", "oltre", "aeldre", "eldre", "mais"]
        if first > 0, isNotDue(names[first - 1]) { columns.insert(first - 1, at: 0) }
        if last + 1 < names.count, behind.contains(HeaderName(names[last + 1]).text) { columns.append(last + 1) }
        return columns
    }

    /// `Échu` and `Non échu`.
    private static func pair(in names: [String]) -> [Int]? {
        let due = names.indices.filter { overdue.contains(HeaderName(names[$0]).text) }
        let notDue = names.indices.filter { isNotDue(names[$0]) }
        guard due.count == 1, notDue.count == 1 else { return nil }
        return due + notDue
    }

    private static let overdue: Set = [
        "overdue", "pastdue", "faellig", "ueberfaellig", "echu", "scaduto", "vencido", "vencida", "vervallen",
        "forfallen",
        "forfaldet", "forfaldent", "forfalt", "foerfallet", "przeterminowane", "poterminie",
    ]

    /// Whether a column is called by what isn't due yet, which is a part of what is open.
    static func isNotDue(_ name: String) -> Bool {
        let parts = HeaderWords.parts(of: name)
        let isOfDue = HeaderWords(name).words.contains { $0.contains(.due) || $0.contains(.age) }
        return notDue.contains(HeaderName(name).text) || isOfDue && parts.contains(where: negations.contains)
    }

    private static let notDue: Set = [
        "current", "atdate", "aktuell", "0", "future", "courant", "corriente", "aldia", "lopend", "biezace",
        "wterminie",
        "nonechu", "aechoir", "novencido", "novencida", "porvencer", "avencer", "naovencido", "nonscaduto", "ascadere",
        "nieprzeterminowane", "notpastdue", "notoverdue",
    ]
    private static let negations: Set = ["not", "nicht", "niet", "non", "nao", "ej", "ikke", "nie"]

    /// Whether a name is of an age, or of ages from one day to another.
    static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let lower = text.lowercased()
        let numbers = lower.split { !$0.isNumber }
        guard let first = numbers.first, numbers.count <= 2, numbers.allSatisfy({ $0.count <= 3 }) else { return false }
        let signs = lower.filter { !$0.isNumber && !$0.isLetter && !" .()".contains($0) }
        guard signs.allSatisfy({ "-–—+><".contains($0) }) else { return false }
        let words = lower.split { !$0.isLetter }.map { HeaderName(String($0)).text }
        guard words.allSatisfy({ known.contains($0) }) else { return false }
        let isRange = !signs.isEmpty || words.contains(where: ranges.contains)
        if numbers.count == 2 { return isRange }
        let isOpenEnded = signs.contains { "+><".contains($0) } || words.contains(where: ends.contains)
        // `30 Days`, and never `14 days`, which are terms.
        let isAge = signs.isEmpty && words.contains(where: days.contains) && (Int(first) ?? 0) % 30 == 0
        // `< 1 Month`, `2 Months`.
        return first.count >= 2 && (isOpenEnded || isAge) || words.contains(where: months.contains)
    }

    private static let days: Set = [
        "days", "day", "d", "tage", "tag", "jours", "jour", "j", "dias", "dia", "giorni", "gg", "dagen", "dagar",
        "dage",
        "dager", "dni",
    ]
    private static let months: Set = [
        "month", "months", "monat", "monate", "mois", "mes", "meses", "mese", "mesi", "maand", "maanden", "manad",
        "manader", "maned", "maneder",
    ]
    private static let ranges: Set = ["to", "bis", "a", "al", "ai", "tot", "til", "till", "do", "y", "et", "e"]
    private static let ends: Set = [
        "over", "above", "older", "plus", "more", "ab", "ueber", "uber", "mehr", "aelter", "oltre", "mas", "mais",
        "ouder",
        "meer", "powyzej", "ponad", "eldre", "aeldre",
    ]
    private static let known: Set<String> = {
        let others: Set = [
            "and", "und", "en", "than", "als", "de", "du", "da", "dal", "del", "von", "van", "od", "fra", "fraan",
            "from", "the", "of",
            "past", "due", "overdue", "late", "ueberfaellig", "verzug", "retard", "vencido", "vencidos", "scaduto",
            "vervallen", "poterminie", "under", "below", "less",
        ]
        return others.union(days).union(months).union(ranges).union(ends)
    }()
}
