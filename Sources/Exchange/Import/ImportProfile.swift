import Receivables

/// How to read files of one shape, where their headers alone don't say it: written once, used for every file of that
/// header (DOMAIN.md §7).
public struct ImportProfile: Sendable, Hashable {
    /// The file that it comes from, as messages name it.
    public var name: String
    /// What the files hold; nil leaves it to the evidence.
    public var kind: ExtractKind?
    /// The header of the files that it is for; empty where it is used only when it is named.
    public var header: [String]
    /// The header of the column that has a meaning.
    public var columns: [ColumnMeaning: String]
    /// Headers of columns that mean nothing here, whatever they are called.
    public var aside: [String]
    /// Lines above the header.
    public var skipRows: Int
    /// The order of their dates; nil where each column shows it.
    public var dates: DateOrder?
    /// Their decimal sign; nil where each column shows it.
    public var decimal: DecimalSign?
    /// What their signs mean; nil where their rows show it.
    public var signs: AmountSigns?
    /// For rows that name no currency.
    public var currency: Currency?
    /// How their characters are encoded; nil where their bytes show it.
    public var encoding: TextEncoding?
    /// The sheet of a workbook, by its name or its number from 1; nil for the first that has a header.
    public var sheet: String?
    /// The system that wrote them; empty if the book has one only.
    public var source: String
    /// Items that a file doesn't list stay as they are.
    public var isPartial: Bool

    /// Creates a profile that says nothing but what is given.
    public init(
        name: String, kind: ExtractKind? = nil, header: [String] = [], columns: [ColumnMeaning: String] = [:],
        aside: [String] = [], skipRows: Int = 0, dates: DateOrder? = nil, decimal: DecimalSign? = nil,
        signs: AmountSigns? = nil,
        currency: Currency? = nil, encoding: TextEncoding? = nil, sheet: String? = nil,
        source: String = "", isPartial: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.header = header
        self.columns = columns
        self.aside = aside
        self.skipRows = skipRows
        self.dates = dates
        self.decimal = decimal
        self.signs = signs
        self.currency = currency
        self.encoding = encoding
        self.sheet = sheet
        self.source = source
        self.isPartial = isPartial
    }

    /// Whether a row of a file is the very header that it is for.
    func fits(_ cells: [String]) -> Bool {
        !header.isEmpty && cells.map { HeaderName($0).text } == header.map { HeaderName($0).text }
    }

    /// Every header that it speaks of, as names are compared.
    var names: Set<String> { Set((header + columns.values + aside).map { HeaderName($0).text }) }

    /// The place of a header among a row's cells: as it is written, else by what names have in common.
    static func place(of name: String, in cells: [String]) -> Int? {
        cells.firstIndex(of: name)
            ?? cells.indices.first { RivalColumn.name(of: $0, in: cells) == name }
            ?? cells.firstIndex { HeaderName($0) == HeaderName(name) && !HeaderName(name).text.isEmpty }
    }

    /// The named columns that a row doesn't have.
    func missing(from cells: [String]) -> [String] {
        columns.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
            .filter { ImportProfile.place(of: $0, in: cells) == nil }
    }
}

extension ImportOptions {
    /// What is said on the command line goes before what the profile says.
    func completed(by profile: ImportProfile?) -> ImportOptions {
        guard let profile else { return self }
        var options = self
        options.kind = kind ?? profile.kind
        options.dates = dates ?? profile.dates
        options.decimal = decimal ?? profile.decimal
        options.signs = signs ?? profile.signs
        options.currency = currency ?? profile.currency
        options.encoding = encoding ?? profile.encoding
        options.sheet = sheet ?? profile.sheet
        options.isPartial = isPartial || profile.isPartial && !isFull
        if source.isEmpty { options.source = profile.source }
        return options
    }
}

extension ImportProfile {
    /// The profile with the columns that were said beside it in the place of its own.
    func amended(by options: ImportOptions) -> ImportProfile {
        var profile = self
        let said = options.columns.values.map { HeaderName($0) } + options.aside.map { HeaderName($0) }
        profile.columns = columns.filter { !said.contains(HeaderName($0.value)) }.merging(options.columns) { _, said in
            said
        }
        profile.aside = aside.filter { !said.contains(HeaderName($0)) } + options.aside
        return profile
    }
}

extension ImportPlan {
    /// A profile that reads files of this header as this one was read.
    ///
    /// - Parameter name: the file that it will be in.
    public func profile(named name: String) -> ImportProfile {
        let header = layout.header
        let columns = Dictionary(uniqueKeysWithValues: header.found.map { ($0, header.name($0)) })
        let named = Set(columns.values)
        return ImportProfile(
            name: name, kind: kind, header: header.names,
            columns: columns.filter { !$0.value.isEmpty && ColumnMeaning.nameable.contains($0.key) },
            aside: header.names.filter { !$0.isEmpty && !named.contains($0) }, dates: layout.conventions.dateOrder,
            decimal: layout.conventions.decimalSign, signs: layout.conventions.saidSigns, currency: layout.currency,
            source: layout.source,
            isPartial: kind == .openItems && !isFull)
    }
}

extension ColumnMeaning {
    /// The word for it in a profile, such as `item-number`.
    public var key: String {
        var key = ""
        for letter in String(describing: self) {
            if letter.isUppercase { key += "-" }
            key += letter.lowercased()
        }
        return key
    }

    /// The meaning that a profile or `--column` names so: `item-number`; nil for a word that is none.
    public init?(key: String) {
        guard let found = ColumnMeaning.allCases.first(where: { $0.key == key }) else { return nil }
        self = found
    }

    /// Those that a profile can name.
    public static var nameable: [ColumnMeaning] { allCases.filter { $0 != .dulyLine && $0 != .dulyReason } }
}
