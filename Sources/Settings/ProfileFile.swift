import Exchange
import Receivables
import TOMLKit

/// Import profiles as TOML files.
///
///     kind = "open-items"
///     header = ["Kto", "Beleg", "vom", "Rest"]
///     dates = "dmy"
///     decimal = ","
///     currency = "EUR"
///     [columns]
///     account = "Kto"
///     item-number = "Beleg"
///     day = "vom"
///     open = "Rest"
public enum ProfileFile {
    /// Reads an import profile.
    ///
    /// - Parameters:
    ///   - text: the file's contents.
    ///   - name: the file as errors name it.
    public static func read(_ text: String, name: String) throws(SettingsError) -> ImportProfile {
        let file = try TomlFile(text, name: name)
        var profile = ImportProfile(name: name)
        for key in file.table.keys {
            switch key {
            case "kind":
                profile.kind = try value(key, file, ExtractKind.allCases.map(\.rawValue)) { ExtractKind(rawValue: $0) }
            case "dates":
                profile.dates = try value(key, file, DateOrder.allCases.map(\.rawValue)) { DateOrder(rawValue: $0) }
            case "decimal":
                profile.decimal = try value(key, file, DecimalSign.allCases.map(\.rawValue)) {
                    DecimalSign(rawValue: $0)
                }
            case "signs":
                profile.signs = try value(key, file, AmountSigns.allCases.map(\.rawValue)) {
                    AmountSigns(rawValue: $0)
                }
            case "currency": profile.currency = try value(key, file, ["EUR", "USD", "…"]) { Currency($0) }
            case "encoding":
                let names = TextEncoding.allCases.map(\.name)
                profile.encoding = try value(key, file, names) { TextEncoding(name: $0) }
            case "sheet": profile.sheet = try file.string(key)
            case "source": profile.source = try file.string(key) ?? ""
            case "header": profile.header = try words(key, file)
            case "aside": profile.aside = try words(key, file)
            case "partial":
                guard let flag = file.table[key]?.bool else {
                    throw file.error(SettingsSentences.trueOrFalse("partial"), at: key)
                }
                profile.isPartial = flag
            case "skip-rows":
                guard let count = file.table[key]?.int, count >= 0 else {
                    throw file.error(SettingsSentences.skipRows, at: key)
                }
                profile.skipRows = count
            case "columns": profile.columns = try columns(file)
            default: throw file.error(SettingsSentences.notInProfile(key, known: known), at: key)
            }
        }
        return profile
    }

    private static let known =
        "aside, columns, currency, dates, decimal, encoding, header, kind, partial, sheet, signs, skip-rows, source"

    private static func value<Value>(
        _ key: String, _ file: TomlFile, _ choices: [String], _ make: (String) -> Value?
    ) throws(SettingsError) -> Value? {
        guard let text = try file.string(key) else { return nil }
        guard let value = make(text) else {
            throw file.error(SettingsSentences.oneOf(choices, key, not: text), at: key)
        }
        return value
    }

    private static func words(_ key: String, _ file: TomlFile) throws(SettingsError) -> [String] {
        guard let array = file.table[key]?.array, case let words = array.compactMap(\.string),
            words.count == array.count
        else { throw file.error(SettingsSentences.headers(key), at: key) }
        return words
    }

    private static func columns(_ file: TomlFile) throws(SettingsError) -> [ColumnMeaning: String] {
        guard let table = file.table["columns"]?.table else {
            throw file.error(SettingsSentences.table("columns"), at: "columns")
        }
        var columns: [ColumnMeaning: String] = [:]
        for key in table.keys {
            guard let meaning = ColumnMeaning(key: key), ColumnMeaning.nameable.contains(meaning) else {
                let meanings = ColumnMeaning.nameable.map(\.key).joined(separator: ", ")
                throw file.error(SettingsSentences.noSuchMeaning(key, known: meanings), at: key)
            }
            guard let header = table[key]?.string else { throw file.error(SettingsSentences.header(key), at: key) }
            columns[meaning] = header
        }
        return columns
    }

    /// A profile as the file that `read` gives it back from.
    public static func text(of profile: ImportProfile) -> String {
        var lines: [String] = []
        func put(_ key: String, _ value: String?) {
            if let value, !value.isEmpty { lines.append("\(key) = \(tomlQuoted(value))") }
        }
        func put(_ key: String, _ values: [String]) {
            if !values.isEmpty { lines.append("\(key) = [\(values.map(tomlQuoted).joined(separator: ", "))]") }
        }
        put("kind", profile.kind?.rawValue)
        put("dates", profile.dates?.rawValue)
        put("decimal", profile.decimal?.rawValue)
        put("signs", profile.signs?.rawValue)
        put("currency", profile.currency?.code)
        put("encoding", profile.encoding?.name)
        put("sheet", profile.sheet)
        put("source", profile.source)
        if profile.isPartial { lines.append("partial = true") }
        if profile.skipRows > 0 { lines.append("skip-rows = \(profile.skipRows)") }
        lines.append("# \(SettingsSentences.whatAProfileDoes)")
        put("header", profile.header)
        put("aside", profile.aside)
        lines += ["", "[columns]"]
        for (meaning, header) in profile.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            put(meaning.key, header)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
