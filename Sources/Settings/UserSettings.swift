import Workstation

/// What belongs to a user rather than to a book: `config.toml` in the configuration folder.
///
///     theme = "dark"
///     dial = ["linphonecsh", "dial", "{number}"]
///     editor = ["vim"]
///     [targets]
///     calls = 40
///     [keys]
///     call = ["c", "<F2>"]
public struct UserSettings: Sendable {
    public var theme: String?
    /// The command that dials, as arguments; `{number}` and `{name}` are filled in. Never through a shell.
    public var dial: [String]
    /// The command that edits a note; empty for `$VISUAL` or `$EDITOR`.
    public var editor: [String]
    public var bindings: KeyBindings
    public var targets: Targets

    public static let standard = UserSettings(theme: nil, dial: [], editor: [], bindings: .standard, targets: Targets())

    /// - Parameter file: the name that errors use.
    public static func read(_ text: String, file: String) throws(SettingsError) -> UserSettings {
        let toml = try TomlFile(text, name: file)
        var settings = UserSettings.standard
        for key in toml.table.keys {
            switch key {
            case "theme": settings.theme = try toml.string(key)
            case "dial": settings.dial = try arguments(key, toml)
            case "editor": settings.editor = try arguments(key, toml)
            case "keys": settings.bindings = try bindings(toml)
            case "targets": settings.targets = try targets(toml)
            default: throw toml.error("there is no setting \(key); there are theme, dial, editor, targets, keys", at: key)
            }
        }
        return settings
    }

    private static func arguments(_ key: String, _ toml: TomlFile) throws(SettingsError) -> [String] {
        guard let array = toml.table[key]?.array else {
            throw toml.error("\(key) is a list of words: \(key) = [\"program\", \"argument\"]", at: key)
        }
        let words = array.compactMap(\.string)
        guard words.count == array.count, !words.isEmpty else {
            throw toml.error("\(key) is a list of words in quotes, at least one", at: key)
        }
        return words
    }

    private static func targets(_ toml: TomlFile) throws(SettingsError) -> Targets {
        guard let table = toml.table["targets"]?.table else { throw toml.error("targets is a table: [targets]", at: "targets") }
        var targets = Targets()
        for key in table.keys {
            guard let number = table[key]?.int, number > 0 else {
                throw toml.error("\(key) is a whole number above zero: \(key) = 40", at: key)
            }
            switch key {
            case "calls": targets.calls = number
            case "promised": targets.promised = number
            case "break-after": targets.breakAfter = number
            default: throw toml.error("there is no target \(key); there are calls, promised, break-after", at: key)
            }
        }
        return targets
    }

    private static func bindings(_ toml: TomlFile) throws(SettingsError) -> KeyBindings {
        guard let table = toml.table["keys"]?.table else { throw toml.error("keys is a table: [keys]", at: "keys") }
        var own: [(command: String, keys: [String])] = []
        for command in table.keys {
            guard let array = table[command]?.array else {
                throw toml.error("the keys of \(command) are a list: \(command) = [\"x\"]", at: command)
            }
            own.append((command, array.compactMap(\.string)))
        }
        do {
            return try KeyBindings(own: own)
        } catch {
            throw toml.error("\(error)", at: own.first { "\(error)".contains($0.command) }?.command ?? "keys")
        }
    }
}
