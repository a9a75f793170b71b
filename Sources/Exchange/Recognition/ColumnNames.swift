import Receivables

/// The names under which systems write each column: what `column-names.txt` says.
///
/// Names are as `HeaderName` makes them, the surest first. The last name of a meaning is its mark: what a header gets
/// in the place of its name when its words or its contents say what it means (`ColumnReading`).
enum ColumnNames {
    /// The names of a meaning in a file of a kind; `day` is the row's own date, whatever the kind calls it.
    static func names(of meaning: ColumnMeaning, in kind: ExtractKind) -> [String] {
        known[kind]?[meaning] ?? []
    }

    /// The mark of a meaning, which is no name that a file could have.
    static func mark(of meaning: ColumnMeaning) -> String { "~\(meaning.key)" }

    /// Every name of every meaning in files of every kind.
    static let all: Set<String> = {
        var names = Set<String>()
        for meanings in known.values { for list in meanings.values { names.formUnion(list) } }
        return names
    }()

    /// The meanings that a name has in files of any kind.
    static let meanings: [String: Set<ColumnMeaning>] = {
        var found: [String: Set<ColumnMeaning>] = [:]
        for meanings in known.values {
            for (meaning, list) in meanings { for name in list { found[name, default: []].insert(meaning) } }
        }
        return found
    }()

    /// Names of numbers of items, without those that mean one only where nothing surer is there.
    static let itemNumbers = lines.names("item-number") + [mark(of: .itemNumber)]

    /// Columns that only a payments file has.
    static let paymentMarks = Set(
        ["payment-mark", "item-number@payments", "payment-reference"].flatMap { lines.names($0) }
            + [mark(of: .paymentReference)])

    /// Names of the other account of a booking, which no list of open items has.
    static let contraAccounts = Set(lines.names("contra"))

    private static let lines = WordLines(PackageResources.column_names_txt)

    private static let known: [ExtractKind: [ColumnMeaning: [String]]] = {
        var known: [ExtractKind: [ColumnMeaning: [String]]] = [:]
        for kind in ExtractKind.allCases {
            for meaning in ColumnMeaning.allCases {
                known[kind, default: [:]][meaning] = read(meaning, in: kind) + [mark(of: meaning)]
            }
        }
        return known
    }()

    private static func read(_ meaning: ColumnMeaning, in kind: ExtractKind) -> [String] {
        let name = meaning.key
        let ofKind = lines.names("\(name)@\(kind.rawValue)")
        let general = lines.names(name)
        return switch (meaning, kind) {
        case (.settled, .payments): []
        // An English name of an item's day isn't one of a payment's, nor of a rate's or a note's.
        case (.day, .payments), (.day, .rates), (.day, .notes), (.currency, .rates):
            ofKind + lines.names(name, except: "en")
        case (.itemNumber, .payments): ofKind + general
        case (.itemNumber, .customers): general
        case (.itemNumber, _): general + lines.names("item-number@weak")
        case (.amount, .payments): ofKind + general + lines.names("amount@paid")
        default: general + ofKind
        }
    }
}
