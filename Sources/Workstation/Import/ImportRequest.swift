/// A file, and what was said about it on the import page. The words are those of `duly import`.
public struct ImportRequest: Sendable, Hashable {
    /// The path as it was typed, `~` included.
    public var path: String
    /// By setting; what isn't there is found in the file.
    public var settings: [ImportSetting: String] = [:]
    /// The key of a column's meaning, by its header; empty for a column to leave aside.
    public var meanings: [String: String] = [:]
    /// What the file held when it was looked at, by its hash, where just that is to be taken.
    public var contents: String?

    /// Creates a request about which nothing was said yet.
    public init(path: String) { self.path = path }

    /// The file's name, without its folders.
    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Says what a column holds; nil leaves it to the file. A meaning has one column.
    mutating func say(_ meaning: String?, of header: String) {
        if let meaning, !meaning.isEmpty { meanings = meanings.filter { $0.value != meaning } }
        meanings[header] = meaning
    }
}

/// What can be said about a whole file.
public enum ImportSetting: String, Sendable, Hashable, CaseIterable, Codable {
    case sheet, kind, encoding, dates, decimal, signs, currency, extent, clearing

    var title: String {
        switch self {
        case .sheet: ImportSentences.sheet
        case .kind: ImportSentences.kind
        case .encoding: ImportSentences.encoding
        case .dates: ImportSentences.dates
        case .decimal: ImportSentences.decimals
        case .signs: ImportSentences.minus
        case .currency: ImportSentences.currency
        case .extent: ImportSentences.extract
        case .clearing: ImportSentences.ifOdd
        }
    }

    /// What it is where nothing is said.
    var unsaid: String {
        switch self {
        case .sheet: ImportSentences.firstWithHeader
        case .kind: ImportSentences.asHeaderTells
        case .encoding: ImportSentences.asTextShows
        case .dates, .decimal: ImportSentences.asColumnsShow
        case .signs: ImportSentences.asRowsShow
        case .currency: ImportSentences.asRowsSay
        case .extent: ImportSentences.wholeUnlessProfile
        case .clearing: ImportSentences.stopIfOdd
        }
    }

    /// What it can be, with the word of `duly import`; none for what is typed.
    ///
    /// - Parameter look: knows the kinds, the encodings and the sheets that there are.
    func choices(in look: ImportLook?) -> [ImportLook.Choice] {
        switch self {
        case .sheet: (look?.sheets ?? []).map { ImportLook.Choice($0, $0) }
        case .kind: look?.kinds ?? []
        case .encoding: look?.encodings ?? []
        case .dates:
            [
                ImportLook.Choice("dmy", ImportSentences.dayMonthYear),
                ImportLook.Choice("mdy", ImportSentences.monthDayYear),
                ImportLook.Choice("ymd", ImportSentences.yearMonthDay),
            ]
        case .decimal:
            [
                ImportLook.Choice(".", ImportSentences.decimalPoint),
                ImportLook.Choice(",", ImportSentences.decimalComma),
            ]
        case .signs:
            [
                ImportLook.Choice("as-written", ImportSentences.minusIsCredit),
                ImportLook.Choice("turned", ImportSentences.minusIsInvoice),
            ]
        case .currency: []
        case .extent:
            [
                ImportLook.Choice("full", ImportSentences.wholeLedger),
                ImportLook.Choice("partial", ImportSentences.partOfLedger),
            ]
        case .clearing: [ImportLook.Choice("force", ImportSentences.importAnyway)]
        }
    }
}
