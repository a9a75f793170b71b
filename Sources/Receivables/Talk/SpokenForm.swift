/// How a language says days and amounts aloud.
public struct SpokenForm: Hashable, Sendable {
    /// Which language.
    public let language: SpokenTongue
    /// Monday first.
    private let weekdays: [String]
    private let months: [String]
    /// Of a currency by its code, after an amount.
    private let currencies: [String: String]
    /// Between thousands; decimals have the other sign.
    private let grouping: Character

    /// English: `4,200 pounds`, `Friday the 27th of November`.
    public static let english = SpokenForm(
        language: .english,
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        currencies: [
            "GBP": "pounds", "USD": "dollars", "EUR": "euros", "CHF": "francs", "CAD": "Canadian dollars",
            "AUD": "Australian dollars", "NZD": "New Zealand dollars", "SEK": "Swedish kronor",
            "NOK": "Norwegian kroner",
            "DKK": "Danish kroner", "PLN": "zloty", "CZK": "Czech crowns", "JPY": "yen", "INR": "rupees", "ZAR": "rand",
            "PHP": "pesos",
        ], grouping: ",")

    /// German: `4.200 Euro`, `Freitag, den 27. November`.
    public static let german = SpokenForm(
        language: .german,
        weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
        months: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ],
        currencies: [
            "GBP": "Pfund", "USD": "Dollar", "EUR": "Euro", "CHF": "Franken", "CAD": "kanadische Dollar",
            "AUD": "australische Dollar", "SEK": "schwedische Kronen", "NOK": "norwegische Kronen",
            "DKK": "dänische Kronen", "PLN": "Zloty", "CZK": "tschechische Kronen", "JPY": "Yen",
        ], grouping: ".")

    /// French: `4 200 euros`, `vendredi 27 novembre`.
    public static let french = SpokenForm(
        language: .french, weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ],
        currencies: [
            "GBP": "livres", "USD": "dollars", "EUR": "euros", "CHF": "francs", "CAD": "dollars canadiens",
            "AUD": "dollars australiens", "SEK": "couronnes suédoises", "NOK": "couronnes norvégiennes",
            "DKK": "couronnes danoises", "PLN": "zlotys", "CZK": "couronnes tchèques", "JPY": "yens",
        ], grouping: " ")

    /// The form for a language as books name it; English where there is none.
    public static func named(_ language: String) -> SpokenForm {
        let code = LanguageCode.code(of: language)
        return [german, french].first { $0.language.rawValue == code } ?? english
    }

    /// A day, with its year where that isn't today's.
    public func text(_ day: Day, today: Day) -> String {
        let (year, month, date) = day.civil
        let later = year == today.civil.year ? "" : " \(year)"
        let weekday = weekdays[day.weekday.place]
        return switch language {
        case .german: "\(weekday), den \(date). \(months[month - 1])\(later)"
        case .french: "\(weekday) \(date == 1 ? "1er" : "\(date)") \(months[month - 1])\(later)"
        case .english: "\(weekday) the \(date)\(SpokenForm.ending(of: date)) of \(months[month - 1])\(later)"
        }
    }

    /// An amount without decimals that are nothing: `4,200 pounds`.
    public func text(_ money: Money) -> String {
        let parts = money.grouped.split(separator: ".", maxSplits: 1)
        let whole = String((parts.first ?? "0").map { $0 == "," ? grouping : $0 })
        let decimals =
            parts.count > 1 && parts[1].contains { $0 != "0" } ? "\(grouping == "," ? "." : ",")\(parts[1])" : ""
        return "\(whole)\(decimals) \(currencies[money.currency.code] ?? money.currency.code)"
    }

    /// `27th`, `1st`.
    private static func ending(of date: Int) -> String {
        switch date {
        case 1, 21, 31: "st"
        case 2, 22: "nd"
        case 3, 23: "rd"
        default: "th"
        }
    }
}
