extension Terms {
    /// Reads terms as extracts write them in eleven languages: `Net 30`, `2/10 n/30` (the discount is left aside),
    /// `30 Tage netto`, `30 jours fin de mois`, `Due on receipt`, `EOM 15`, `15th of next month`, `1M`, `CM+30D`,
    /// `50% advance 50% net 30`.
    ///
    /// - Returns: nil for anything else, so that the importer can say so.
    public init?(_ text: some StringProtocol) {
        guard let tokens = Terms.tokens(of: String(text)) else { return nil }
        if let parts = Terms.instalments(tokens) {
            self = parts
            return
        }
        let (rest, hadDiscount) = Terms.withoutDiscount(tokens)
        guard let terms = Terms.read(rest, hadDiscount: hadDiscount) else { return nil }
        self = terms
    }

    private enum Token: Equatable {
        case number(Int)
        case word(String)

        var number: Int? { if case .number(let number) = self { number } else { nil } }
        var word: String? { if case .word(let word) = self { word } else { nil } }
    }

    /// Numbers and words in small letters without accents; `%` and `/` are words. `NT30` is two tokens.
    ///
    /// - Returns: nil where a number is part of a word that says nothing of terms: `A1`.
    private static func tokens(of text: String) -> [Token]? {
        var tokens: [Token] = []
        var word = ""
        var digits = ""
        func close() {
            if !word.isEmpty { tokens.append(.word(word)) }
            if let number = Int(digits), digits.utf8.count <= 4 { tokens.append(.number(number)) }
            if digits.utf8.count > 4 { tokens.append(.word(digits)) }
            (word, digits) = ("", "")
        }
        for character in text.lowercased() {
            if character.isASCII, character.isNumber {
                if !word.isEmpty {
                    guard netWords.contains(word) || dayWords.contains(word) || monthEnd.contains(word) else {
                        return nil
                    }
                    close()
                }
                digits.append(character)
            } else if character.isLetter {
                if !digits.isEmpty { close() }
                word += folds[character] ?? String(character)
            } else {
                close()
                if character == "%" || character == "/" { tokens.append(.word(String(character))) }
            }
        }
        close()
        return tokens
    }

    private static let folds: [Character: String] = [
        "ä": "a", "ö": "o", "ü": "u", "å": "a", "ø": "o", "æ": "ae", "é": "e", "è": "e", "ê": "e", "à": "a", "á": "a",
        "ã": "a", "ç": "c", "í": "i", "ì": "i", "ó": "o", "ò": "o", "õ": "o", "ú": "u", "ñ": "n", "ł": "l", "ą": "a",
        "ę": "e", "ś": "s", "ć": "c", "ń": "n", "ź": "z", "ż": "z", "â": "a", "î": "i", "ô": "o", "û": "u", "ß": "ss",
    ]

    /// `50% advance 50% net 30`: several shares that come to 100.
    private static func instalments(_ tokens: [Token]) -> Terms? {
        let places = tokens.indices.filter { tokens[$0] == .word("%") && $0 > 0 && tokens[$0 - 1].number != nil }
        guard places.count > 1, places.reduce(0, { $0 + (tokens[$1 - 1].number ?? 0) }) == 100 else { return nil }
        var parts: [Instalment] = []
        for (nth, place) in places.enumerated() {
            let end = nth + 1 < places.count ? places[nth + 1] - 1 : tokens.count
            let segment = Array(tokens[(place + 1)..<end])
            guard let terms = read(segment, hadDiscount: false) else { return nil }
            parts.append(Instalment(hundredthsOfPercent: (tokens[place - 1].number ?? 0) * 100, terms: terms))
        }
        return inInstalments(parts)
    }

    /// The terms without what is given to those who pay sooner: `2/10`, `14 Tage 2% Skonto`.
    private static func withoutDiscount(_ tokens: [Token]) -> (rest: [Token], hadDiscount: Bool) {
        var isDiscount = [Bool](repeating: false, count: tokens.count)
        for place in tokens.indices {
            let next = place + 1
            if tokens[place] == .word("/"), place > 0, next < tokens.count, tokens[place - 1].number != nil,
                tokens[next].number != nil
            {
                for part in (place - 1)...next { isDiscount[part] = true }
            }
            guard tokens[place] == .word("%"), place > 0, tokens[place - 1].number != nil else { continue }
            (isDiscount[place - 1], isDiscount[place]) = (true, true)
            // The days stand before the rate with their unit, or else behind it.
            if place >= 3, tokens[place - 2].word.map(dayWords.contains) ?? false, tokens[place - 3].number != nil,
                !isDiscount[place - 3]
            {
                (isDiscount[place - 3], isDiscount[place - 2]) = (true, true)
                continue
            }
            var behind = next
            while behind < tokens.count, let word = tokens[behind].word, !netWords.contains(word), behind - next < 4 {
                behind += 1
            }
            if behind < tokens.count, tokens[behind].number != nil { isDiscount[behind] = true }
        }
        return (tokens.indices.filter { !isDiscount[$0] }.map { tokens[$0] }, isDiscount.contains(true))
    }

    private static func read(_ tokens: [Token], hadDiscount: Bool) -> Terms? {
        let numbers = tokens.compactMap(\.number)
        let words = tokens.compactMap(\.word)
        let joined = " " + words.joined(separator: " ") + " "
        func says(_ phrases: [String]) -> Bool { phrases.contains { joined.contains(" \($0) ") } }
        let isNet = words.contains(where: netWords.contains)
        if hadDiscount, !isNet, numbers.isEmpty { return nil }
        if says(monthEnd) { return atMonthEnd(tokens, numbers, hasMonths: says(monthWords)) }
        if says(nextMonth) {
            if let day = numbers.first { return (1...31).contains(day) ? .dayOfMonth(day, afterMonths: 1) : nil }
            return says(last) ? .dayOfMonth(31, afterMonths: 1) : nil
        }
        if numbers.isEmpty { return says(atOnce) ? .net(days: 0) : nil }
        // `Net 15th` may mean this month's or the next one's.
        if says(ordinals), !says(dayWords.sorted()) { return nil }
        if says(monthWords), numbers.count == 1, !says(dayWords.sorted()) { return .months(numbers[0]) }
        if isNet {
            let place = tokens.firstIndex { $0.word.map(netWords.contains) ?? false } ?? 0
            return (tokens[place...].lazy.compactMap(\.number).first ?? numbers.last).map { .net(days: $0) }
        }
        guard numbers.count == 1, words.allSatisfy({ dayWords.contains($0) || around.contains($0) }) else { return nil }
        return .net(days: numbers[0])
    }

    /// `30 days EOM`, `EOM 15`, `30 days end of month on the 10th`, `Month(s) after the end of the invoice month: 1`.
    private static func atMonthEnd(_ tokens: [Token], _ numbers: [Int], hasMonths: Bool) -> Terms? {
        let words = tokens.compactMap(\.word)
        if numbers.count == 2 {
            // The second is a day of the month after.
            guard (1...31).contains(numbers[1]) else { return nil }
            return .dayOfMonth(numbers[1], afterMonths: (numbers[0] + 15) / 30 + 1)
        }
        if numbers.count == 1, hasMonths, !words.contains(where: dayWords.contains),
            words.contains(where: ["after", "nach", "apres", "despues", "dopo", "na"].contains)
        {
            return .dayOfMonth(31, afterMonths: numbers[0])
        }
        return numbers.count > 2 ? nil : .endOfMonthPlus(days: numbers.last ?? 0)
    }

    private static let netWords: Set = ["net", "netto", "nett", "nets", "n", "nt", "neto", "nette", "netti"]
    private static let dayWords: Set = [
        "day", "days", "d", "tag", "tage", "tagen", "t", "jour", "jours", "j", "jrs", "dia", "dias", "giorno", "giorni",
        "gg", "g", "dag", "dagen", "dgn", "dagar", "dgr", "dage", "dg", "dager", "dni", "dnia", "dzien", "ds",
    ]
    private static let monthWords = [
        "month", "months", "month s", "monat", "monate", "monaten", "mois", "mes", "meses", "mese", "mesi", "maand",
        "maanden", "manad", "manader", "maned", "maneder", "miesiac", "miesiace", "m", "mth", "mths",
    ]
    private static let monthEnd = [
        "eom", "end of month", "month end", "end of the month", "end of the invoice month", "end of invoice month",
        "month s end", "fin de mois", "fdm", "fin mois", "fin de mes", "fine mese", "fm", "f m", "ffm", "f f m", "dffm",
        "d f f m", "monatsende", "ende des monats", "einde maand", "fim do mes", "fim de mes", "cm", "lb md",
        "lobende maned", "lopande manad", "koniec miesiaca", "manadens slut",
    ]
    private static let nextMonth = [
        "prox", "proximo", "next month", "following month", "month following", "mfi", "folgemonat", "folgemonats",
        "nachsten monats", "mois suivant", "mes siguiente", "mese successivo", "volgende maand", "mes seguinte",
        "nasta manad", "naeste maned", "neste maned", "nastepnego miesiaca",
    ]
    private static let last = [
        "last", "end", "letzter", "letzten", "ultimo", "ende", "dernier", "fin", "fine", "laatste",
    ]
    private static let ordinals = ["st", "nd", "rd", "th"]
    private static let atOnce = [
        "receipt", "due on receipt", "immediate", "immediately", "cod", "c o d", "prepaid", "prepay", "prepayment",
        "prepaying", "advance", "in advance", "deposit", "upfront", "up front", "cash", "cia", "pia", "cwo", "sight",
        "at once", "sofort", "sofort fallig", "vorkasse", "vorauskasse", "anzahlung", "bar", "nachnahme", "kontant",
        "comptant", "a reception", "reception", "acompte", "contado", "al contado", "a la vista", "anticipo", "vista",
        "a vista", "contanti", "rimessa diretta", "anticipato", "vista fattura", "contant", "vooruitbetaling",
        "onmiddellijk", "direct", "omgaende", "straks", "gotowka", "przedplata", "pobranie", "on order", "with order",
        "upon receipt", "on invoice", "now",
    ]
    /// Words around a number of days that change nothing.
    private static let around: Set = [
        "from", "after", "invoice", "date", "of", "the", "in", "within", "due", "payable", "pay", "payment", "inv",
        "at",
        "innerhalb", "von", "ab", "nach", "rechnungsdatum", "rechnung", "rechnungserhalt", "zahlbar", "ziel", "ohne",
        "abzug", "a", "date", "facture", "de", "la", "compter", "df", "f", "data", "fattura", "dalla", "fecha",
        "factura",
        "desde", "na", "factuurdatum", "binnen", "od", "daty", "wystawienia", "przelew", "ths", "th", "st", "nd", "rd",
        "bonifico", "virement", "transfer", "uberweisung", "fran", "fakturadatum", "efter", "fakturadato", "s", "dd",
        "calendar", "terms", "term", "vom", "d", "r", "b", "bb", "rb", "riba", "ri", "ba", "boleto", "apos",
    ]

    /// `net 30`, `end of month + 15`, `day 10 of the next month`.
    public var text: String {
        switch self {
        case .net(let days): "net \(days)"
        case .months(let count): count == 1 ? "1 month" : "\(count) months"
        case .endOfMonthPlus(0): "end of month"
        case .endOfMonthPlus(let days): "end of month + \(days)"
        case .dayOfMonth(let day, 1): "day \(day) of the next month"
        case .dayOfMonth(let day, let months): "day \(day), \(months) months on"
        case .instalments(let parts): "\(parts.count) instalments"
        }
    }
}
