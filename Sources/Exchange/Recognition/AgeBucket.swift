/// A column that holds what is open of an age: `31-60`, `61 - 90 days`, `90+`, `91 and over`.
enum AgeBucket {
    /// How many of a row's cells name one.
    static func count(in cells: [String]) -> Int { cells.count(where: isName) }

    /// The columns of ages, with the one before the first and the one behind the last where these are of the row, too:
    /// `Current`, `Not due`, `At date`; `Older`.
    static func columns(in names: [String]) -> [Int] {
        var columns = names.indices.filter { isName(names[$0]) }
        guard let first = columns.first, let last = columns.last, columns.count >= 2 else { return columns }
        let before = [
            "current", "notdue", "notyetdue", "atdate", "nichtfaellig", "aktuell", "0", "future", "nonechu",
            "novencido",
        ]
        let behind = ["older", "over", "aelter", "plus", "mas"]
        if first > 0, before.contains(HeaderName(names[first - 1]).text) { columns.insert(first - 1, at: 0) }
        if last + 1 < names.count, behind.contains(HeaderName(names[last + 1]).text) { columns.append(last + 1) }
        return columns
    }

    static func isName(_ text: String) -> Bool {
        var rest = text.lowercased()
        for word in ["days", "day", "tage", "jours", "dias", "días", "giorni", "dagen", "dagar", "dage", "dni", "j."] {
            rest = rest.replacing(word, with: "")
        }
        rest = rest.filter { !" .".contains($0) }
        let numbers = rest.split(whereSeparator: { !$0.isNumber })
        guard let first = numbers.first, numbers.allSatisfy({ $0.count <= 3 }), numbers.count <= 2 else { return false }
        let signs = rest.filter { !$0.isNumber }
        if numbers.count == 2 { return ["-", "–", "—", "to", "bis", "à", "a"].contains(signs) }
        let ends = [
            "+", ">", "over", "above", "andover", "andabove", "older", "<", "plus", "über", "ueber", "-above", "uber",
        ]
        return first.count >= 2 && ends.contains(signs)
    }
}
