import TOMLKit

/// A TOML file, read and at hand for questions about where its keys stand.
struct TomlFile {
    let name: String
    let table: TOMLTable
    private let places: TomlPlaces

    init(_ text: String, name: String) throws(SettingsError) {
        self.name = name
        places = TomlPlaces(text)
        let headers = TomlHeaders(text)
        if let crossing = headers.crossing {
            throw SettingsError(
                file: name, line: crossing.line, column: crossing.column,
                reason: SettingsSentences.braceBeforeListEnds)
        }
        if let fault = headers.fault {
            throw SettingsError(
                file: name, line: fault.line, column: fault.column,
                reason: SettingsSentences.tableName(beginsWith: fault.letter.map { "\($0)" }))
        }
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw SettingsError(
                file: name, line: error.source.begin.line, column: error.source.begin.column, reason: error.description)
        } catch {
            throw SettingsError(file: name, line: nil, reason: "\(error)")
        }
    }

    /// An error about a key, by its path from the top (`rule[2].weight`) or by its own name alone.
    func error(_ reason: String, at path: String) -> SettingsError {
        let place = places.place(of: path)
        return SettingsError(file: name, line: place?.line, column: place?.column, reason: reason)
    }

    /// The text of a key, or nil where it is not there.
    ///
    /// - Throws: where the value is no text.
    func string(_ key: String) throws(SettingsError) -> String? {
        guard let value = table[key] else { return nil }
        guard let string = value.string else { throw error(SettingsSentences.text(key), at: key) }
        return string
    }
}
