extension Terms {
    /// Reads terms as extracts write them: `Net 30`, `NET30`, `30 days`, `30`, `Due on receipt`, `EOM`,
    /// `EOM 15`, `30 days EOM`, `15th of next month`, `2/10 net 30` (the discount is left aside).
    ///
    /// - Returns: nil for anything else, so that the importer can say so.
    public init?(_ text: some StringProtocol) {
        let words = text.lowercased().split(whereSeparator: { " ,.-_".contains($0) }).map(String.init)
        let numbers = words.flatMap(Terms.numbers(in:))
        let joined = words.joined(separator: " ")
        let saysMonthEnd = joined.contains("eom") || joined.contains("end of month") || joined.contains("month end")

        if joined.contains("receipt") || joined == "immediate" || joined == "cod" || joined.contains("prepa") {
            self = .net(days: 0)
        } else if saysMonthEnd {
            self = .endOfMonthPlus(days: numbers.last ?? 0)
        } else if joined.contains("next month") || joined.contains("following month") {
            guard let day = numbers.first else { return nil }
            self = .dayOfMonth(day, afterMonths: 1)
        } else if let place = words.lastIndex(where: { $0.hasPrefix("net") || $0 == "n" }) {
            let after = words[place...].flatMap(Terms.numbers(in:))
            guard let days = after.first else { return nil }
            self = .net(days: days)
        } else if let days = numbers.first, numbers.count == 1,
            words.allSatisfy({ Int($0) != nil || Terms.dayWords.contains(String($0.drop(while: \.isNumber))) })
        {
            self = .net(days: days)
        } else {
            return nil
        }
    }

    private static let dayWords = ["day", "days", "d", "tage", "jours"]

    /// The runs of digits of a word, up to four digits each.
    private static func numbers(in word: String) -> [Int] {
        word.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
    }

    /// `net 30`, `end of month + 15`, `day 10 of the next month`.
    public var text: String {
        switch self {
        case .net(let days): "net \(days)"
        case .endOfMonthPlus(0): "end of month"
        case .endOfMonthPlus(let days): "end of month + \(days)"
        case .dayOfMonth(let day, 1): "day \(day) of the next month"
        case .dayOfMonth(let day, let months): "day \(day), \(months) months on"
        case .instalments(let parts): "\(parts.count) instalments"
        }
    }
}
