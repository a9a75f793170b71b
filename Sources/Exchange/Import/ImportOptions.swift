import Receivables

/// What the user says about a file, where the file doesn't say it clearly enough.
public struct ImportOptions: Sendable, Hashable {
    /// What the file holds; nil leaves it to the evidence.
    public var kind: ExtractKind?
    /// The order of its dates; nil where each column shows it.
    public var dates: DateOrder?
    /// For rows that name no currency.
    public var currency: Currency?
    /// Its decimal sign; nil where each column shows it.
    public var decimal: DecimalSign?
    /// What its signs mean; nil where its rows show it.
    public var signs: AmountSigns?
    /// Items that the file doesn't list stay as they are.
    public var isPartial: Bool
    /// What the file doesn't list is settled, whatever a profile says.
    public var isFull: Bool
    /// The day on which the extract was true.
    public var day: Day?
    /// The sheet of a workbook, by its name or its number from 1; nil for the first that has a header.
    public var sheet: String?
    /// How its characters are encoded; nil where its bytes show it.
    public var encoding: TextEncoding?
    /// The system that wrote the file, where a book is filled from several: a full extract settles only what its own
    /// system listed.
    public var source: String
    /// How the file is to be read, whatever its header.
    public var profile: ImportProfile?
    /// Profiles that are used for files of their header.
    public var profiles: [ImportProfile]
    /// The header of the column that has a meaning, before whatever a profile says.
    public var columns: [ColumnMeaning: String]
    /// Headers of columns to leave aside, likewise.
    public var aside: [String]
    /// What the book's own codes for terms mean: `NAH4` is net 45.
    public var houseTerms: [TermsCode: Terms]

    /// Creates options that say nothing but what is given.
    public init(
        kind: ExtractKind? = nil, dates: DateOrder? = nil, currency: Currency? = nil, decimal: DecimalSign? = nil,
        signs: AmountSigns? = nil, isPartial: Bool = false, isFull: Bool = false, day: Day? = nil,
        encoding: TextEncoding? = nil,
        sheet: String? = nil, source: String = "",
        profile: ImportProfile? = nil, profiles: [ImportProfile] = [], columns: [ColumnMeaning: String] = [:],
        aside: [String] = [], houseTerms: [TermsCode: Terms] = [:]
    ) {
        self.houseTerms = houseTerms
        self.kind = kind
        self.dates = dates
        self.currency = currency
        self.decimal = decimal
        self.signs = signs
        self.isPartial = isPartial
        self.isFull = isFull
        self.day = day
        self.encoding = encoding
        self.sheet = sheet
        self.source = source
        self.profile = profile
        self.profiles = profiles
        self.columns = columns
        self.aside = aside
    }
}

extension ImportOptions {
    /// What was said of the columns, as a profile.
    var spoken: ImportProfile { ImportProfile(name: "as said").amended(by: self) }

    /// Headers that profiles or the user name.
    var knownHeaders: Set<String> {
        ([profile].compactMap(\.self) + profiles + [spoken]).reduce(into: Set()) { $0.formUnion($1.names) }
    }

    /// The sheet that is read of a workbook.
    var sheetChoice: SheetChoice {
        SheetChoice(
            said: sheet ?? profile?.sheet, encoding: encoding ?? profile?.encoding, names: knownHeaders)
    }
}
