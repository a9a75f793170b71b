import Receivables

/// The book's rules as a TOML file: what `duly strategy` and `duly cadence` print, and take back.
///
/// What a file doesn't name stays as it is; a list that it names is the whole list.
public enum RulesFile {
    /// What a file is expected to change.
    public enum Part: Sendable { case strategy, cadence }

    /// Reads one part of the rules.
    ///
    /// - Parameters:
    ///   - text: the file's contents.
    ///   - name: the file as errors name it.
    ///   - rules: in force so far.
    ///   - part: what the file is expected to change.
    ///   - isZone: whether there is such a time zone.
    /// - Throws: everything that is wrong with the file at once.
    public static func read(
        _ text: String, name: String, over rules: Rules, for part: Part, isZone: (String) -> Bool = { _ in true }
    ) throws(SettingsError) -> Rules {
        let file = try TomlFile(text, name: name)
        var reading = RulesReading(rules, file)
        reading.read(isZone: isZone)
        try reading.mistakes.check()
        if part == .cadence, file.table["cadence"] == nil {
            throw SettingsError(
                file: name, line: nil,
                reason:
                    """
                    it has no cadence: write [[cadence]], a name and its steps; `duly cadence` prints the ones in \
                    force
                    """
            )
        }
        return reading.rules
    }

    /// The rules in force as the file that `read` gives them back from.
    public static func text(of rules: Rules, _ part: Part) -> String {
        switch part {
        case .strategy: RulesText.strategy(rules)
        case .cadence: RulesText.cadences(rules.cadences)
        }
    }
}
