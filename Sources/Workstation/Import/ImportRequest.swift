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
        case .sheet: "sheet"
        case .kind: "holds"
        case .encoding: "encoding"
        case .dates: "dates"
        case .decimal: "decimals"
        case .signs: "a minus"
        case .currency: "currency"
        case .extent: "extract"
        case .clearing: "if odd"
        }
    }

    /// What it is where nothing is said.
    var unsaid: String {
        switch self {
        case .sheet: "the first that has a header"
        case .kind: "as its header tells"
        case .encoding: "as its text shows"
        case .dates, .decimal: "as each column shows"
        case .signs: "as the rows show"
        case .currency: "as each row says"
        case .extent: "the whole ledger, unless a profile says otherwise"
        case .clearing: "stop where it is old or clears more than half"
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
                ImportLook.Choice("dmy", "day/month/year"), ImportLook.Choice("mdy", "month/day/year"),
                ImportLook.Choice("ymd", "year/month/day"),
            ]
        case .decimal: [ImportLook.Choice(".", "decimal point"), ImportLook.Choice(",", "decimal comma")]
        case .signs:
            [
                ImportLook.Choice("as-written", "is of a credit: we owe it"),
                ImportLook.Choice("turned", "is of an invoice: they owe it"),
            ]
        case .currency: []
        case .extent:
            [
                ImportLook.Choice("full", "the whole ledger: what it doesn't list is settled"),
                ImportLook.Choice("partial", "a part: what it doesn't list stays open"),
            ]
        case .clearing: [ImportLook.Choice("force", "take it although it is old or clears more than half")]
        }
    }
}
