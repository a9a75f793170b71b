import Receivables

/// What is wrong in a settings file, a theme, a profile or the rules, and how to write it instead.
enum SettingsSentences {
    // TOML.
    static let braceBeforeListEnds = "a brace } stands where a list should be closed: write ] before it"
    static func text(_ key: String) -> String { "\(key) is a text: write it in quotes" }
    static func tableName(beginsWith letter: String?) -> String {
        (letter.map { "a table's name can't begin with \($0)" } ?? "a table has no name")
            + ": write it as [name], with quotes if it is not of plain letters"
    }

    // What a value has to be.
    static func table(_ key: String) -> String { "\(key) is a table: [\(key)]" }
    static func tables(_ key: String) -> String { "each \(key) is a table of its own: [[\(key)]]" }
    static func missing(_ key: String) -> String { "\(key) is missing" }
    static func wholeNumber(_ key: String, _ range: ClosedRange<Int>) -> String {
        "\(key) is a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
    static func wholeNumbers(_ key: String, _ range: ClosedRange<Int>) -> String {
        "\(key) is a list of whole numbers from \(range.lowerBound) to \(range.upperBound)"
    }
    static func texts(_ key: String) -> String { "\(key) is a list of texts in quotes" }
    static func dates(_ key: String) -> String { "\(key) is a list of dates: \(key) = [2026-12-25]" }
    static func amount(_ key: String, _ base: Currency) -> String {
        "\(key) is an amount of \(base.code) in quotes: \(key) = \"25.00\""
    }
    static func nearest(_ name: String) -> String { "; did you mean \u{201C}\(name)\u{201D}?" }
    static func unknown(_ key: String, in table: String, hint: String, known: [String]) -> String {
        "\(table) has no \(key)" + others(hint: hint, known)
    }
    /// What there is instead of an unknown word; after a hint that is a question, as a sentence of its own.
    private static func others(hint: String, _ known: [String]) -> String {
        let all = known.joined(separator: ", ")
        return hint.isEmpty ? "; there are \(all)" : "\(hint) There are \(all)"
    }

    // Settings.
    static func noSuchSetting(_ key: String) -> String {
        "there is no setting \(key); there are theme, dial, editor, from, mail, attach, talk, targets, keys"
    }
    static func textInQuotes(_ key: String) -> String { "\(key) is a text in quotes" }
    static func notInTalk(_ key: String) -> String { "there is no \(key) in [talk]; there are caller, company, number" }
    static func command(_ key: String) -> String { "\(key) is a list of words: \(key) = [\"program\", \"argument\"]" }
    static func atLeastOneWord(_ key: String) -> String { "\(key) is a list of words in quotes, at least one" }
    static func address(_ key: String) -> String {
        "\(key) is a name and an address: \(key) = \"Ana Ruiz <ana@acme.example>\""
    }
    static func noSuchTarget(_ key: String) -> String {
        "there is no target \(key); there are calls, promised, break-after"
    }
    static func aboveZero(_ key: String) -> String { "\(key) is a whole number above zero: \(key) = 40" }
    static func listOfKeys(_ command: String) -> String { "the keys of \(command) are a list: \(command) = [\"x\"]" }

    // Themes.
    static func trueOrFalse(_ key: String) -> String { "\(key) is true or false" }
    static func styleAndMark(_ key: String) -> String { "\(key) is written as { style = \"…\", mark = \"…\" }" }
    static func plainText(_ key: String) -> String { "\(key) is a text" }
    static func onlyStyleAndMark(_ key: String, not part: String) -> String {
        "\(key) has a style and a mark, but no \(part)"
    }
    static let noSuchTemplate = "there is no such template"

    // Profiles.
    static let skipRows = "skip-rows is the number of lines above the header"
    static func notInProfile(_ key: String, known: String) -> String { "a profile has no \(key); there are \(known)" }
    static func oneOf(_ choices: [String], _ key: String, not text: String) -> String {
        "\(key) is one of \(choices.joined(separator: " ")), not “\(text)”"
    }
    static func headers(_ key: String) -> String { "\(key) is a list of headers in quotes" }
    static func noSuchMeaning(_ key: String, known: String) -> String {
        "no column can mean \(key); there are \(known)"
    }
    static func header(_ key: String) -> String { "\(key) names a header in quotes" }
    static let whatAProfileDoes = "Files with this header are read like this, without questions."

    // Rules: the book's own.
    static func baseCurrency(not code: String) -> String {
        "the base currency is a code of three letters, such as EUR, not \u{201C}\(code)\u{201D}"
    }
    static func noSuchZone(_ zone: String, example: String) -> String {
        "there is no time zone \u{201C}\(zone)\u{201D}; write it as \(example)"
    }
    static let region = "the region is a country in two letters, such as GB, or \"\" for that of the zone"
    static let dateOrder = "dates is \"dmy\", \"mdy\", \"ymd\", or \"\" for the way of the country"
    static let buckets = "buckets are days past due that rise: buckets = [30, 60, 90]"
    static let bucketsBy = "buckets-by is \"due date\" or \"invoice date\""
    static func twice(_ key: String) -> String { "\(key) is here twice" }
    static func notInRules(_ key: String, hint: String, known: [String]) -> String {
        "the rules have no \(key)" + others(hint: hint, known)
    }
    static func terms(not text: String, mayBeNone: Bool) -> String {
        "terms are as extracts write them: \"net 30\", \"eom 15\"" + (mayBeNone ? ", or \"\" for none" : "")
            + ", not \u{201C}\(text)\u{201D}"
    }

    // Rules: calendars and hours.
    static func hasCalendar(_ zone: String) -> String { "\(zone) has a calendar already" }
    static let weekend = "weekend lists weekdays in quotes, not all seven: [\"saturday\", \"sunday\"]"
    static func timeOfDay(_ key: String) -> String { "\(key) is a time of day: \(key) = \"08:00\"" }
    static func endsBeforeItBegins(_ hours: String, _ end: String) -> String {
        "\(hours) ends at \(end), before it begins"
    }

    // Rules: the order.
    static func replaced(_ key: String, by new: String) -> String {
        "\(key) is no longer there; instead there is \(new)"
    }
    static func tiers(_ all: String) -> String {
        "tiers are those that stand above the score, in this order: [\(all)]; appointments always do"
    }
    static func factor(_ key: String) -> String {
        "\(key) is a factor from 1 to 10 with at most two decimals: \(key) = 1.5"
    }
    static func namedTwice(_ name: String) -> String { "\(name) is named twice" }
    static func noMoreWeights(_ name: String, instead: String) -> String {
        "rules with weights are no longer there; instead of \u{201C}\(name)\u{201D} there is \(instead)"
    }
    static let horizon =
        "horizon is how many days ahead are counted, a whole number from 14 to 90; "
        + "the days before the due day are look-ahead"
    static func noSuchFactor(_ name: String, hint: String, known: [String]) -> String {
        "there is no factor \u{201C}\(name)\u{201D}" + others(hint: hint, known)
    }

    // Rules: cadences.
    static func segmentHasCadence(_ segment: String) -> String {
        "the segment \u{201C}\(segment)\u{201D} has a cadence already"
    }
    static func cadenceExists(_ name: String) -> String { "\u{201C}\(name)\u{201D} is there already" }
    static let noCadence = "there is no cadence"
    static let steps = "a cadence has steps = [{ day = 3, act = \"reminder\" }, …]"
    static let step = "a step is { day = 7, act = \"call\" }"
    static func act(not word: String) -> String {
        "act is one of \(Cadence.Act.allCases.map(\.rawValue).joined(separator: ", ")), not \u{201C}\(word)\u{201D}"
    }
}
