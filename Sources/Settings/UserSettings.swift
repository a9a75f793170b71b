import Exchange
import Receivables
import Workstation

/// What belongs to a user rather than to a book: `config.toml` in the configuration folder.
///
///     theme = "dark"
///     dial = ["linphonecsh", "dial", "{number}"]
///     editor = ["vim"]
///     from = "Ana Ruiz <ana@acme.example>"
///     mail = ["send-mail", "{file}"]
///     attach = ["~/invoices/{item}.pdf"]
///     [talk]
///     caller = "Ana Ruiz"
///     company = "Acme Ltd"
///     number = "020 7946 0123"
///     [targets]
///     calls = 40
///     [keys]
///     call = ["c", "<F2>"]
public struct UserSettings: Sendable {
    /// The name or path of the theme; nil for the standard one.
    public var theme: String?
    /// The command that dials, as arguments; `{number}` (E.164), `{extension}` and `{name}` are filled in.
    /// Never through a shell.
    public var dial: [String]
    /// The command that edits a note; empty for `$VISUAL` or `$EDITOR`.
    public var editor: [String]
    /// Who sends messages; nil leaves it to the mail program.
    public var from: MailMessage.Mailbox?
    /// The command that a message in the outbox is handed to, as arguments; `{file}`, `{to}` and `{subject}` are filled
    /// in. Never through a shell.
    public var mail: [String]
    /// Where documents of an item lie; `{item}` and `{account}` are filled in. The first file that is there is
    /// enclosed.
    public var attach: [String] = []
    /// Who calls, as talk tracks say it; nil for the sender's name.
    public var talk: TalkCaller?
    /// The keys, the user's own included.
    public var bindings: KeyBindings
    /// What the user means to reach in a day.
    public var targets: Targets

    /// The settings of a user who has no file.
    public static let standard = UserSettings(
        theme: nil, dial: [], editor: [], from: nil, mail: [], bindings: .standard, targets: Targets())

    /// Reads a user's settings; what the file leaves out is standard.
    ///
    /// - Parameters:
    ///   - text: the file's contents.
    ///   - file: the name that errors use.
    public static func read(_ text: String, file: String) throws(SettingsError) -> UserSettings {
        let toml = try TomlFile(text, name: file)
        var settings = UserSettings.standard
        var mistakes = Mistakes(in: toml)
        for key in toml.table.keys {
            switch key {
            case "theme": settings.theme = mistakes.attempt { () throws(SettingsError) in try toml.string(key) } ?? nil
            case "dial": settings.dial = mistakes.attempt { () throws(SettingsError) in try arguments(key, toml) } ?? []
            case "editor":
                settings.editor = mistakes.attempt { () throws(SettingsError) in try arguments(key, toml) } ?? []
            case "from": settings.from = mistakes.attempt { () throws(SettingsError) in try sender(key, toml) } ?? nil
            case "mail": settings.mail = mistakes.attempt { () throws(SettingsError) in try arguments(key, toml) } ?? []
            case "attach":
                settings.attach = mistakes.attempt { () throws(SettingsError) in try arguments(key, toml) } ?? []
            case "talk": settings.talk = mistakes.attempt { () throws(SettingsError) in try talk(key, toml) } ?? nil
            case "keys": settings.bindings = bindings(toml, &mistakes)
            case "targets": settings.targets = targets(toml, &mistakes)
            default:
                mistakes.add(
                    SettingsSentences.noSuchSetting(key),
                    at: key)
            }
        }
        try mistakes.check()
        return settings
    }

    /// Who calls: as the file says, else as the sender of messages is called, else by the name that entries have.
    ///
    /// - Parameter author: the name that entries have.
    public func caller(author: String) -> TalkCaller {
        var caller = talk ?? TalkCaller(name: "")
        let sender = from?.name ?? ""
        if caller.name.isEmpty { caller.name = sender.isEmpty ? author : sender }
        return caller
    }

    private static func talk(_ key: String, _ toml: TomlFile) throws(SettingsError) -> TalkCaller? {
        guard let table = toml.table[key]?.table else { throw toml.error(SettingsSentences.table("talk"), at: key) }
        var caller = TalkCaller(name: "")
        for word in table.keys {
            guard let text = table[word]?.string else {
                throw toml.error(SettingsSentences.textInQuotes(word), at: "talk.\(word)")
            }
            switch word {
            case "caller": caller.name = text
            case "company": caller.company = text
            case "number": caller.number = text
            default:
                throw toml.error(SettingsSentences.notInTalk(word), at: "talk.\(word)")
            }
        }
        return caller
    }

    private static func arguments(_ key: String, _ toml: TomlFile) throws(SettingsError) -> [String] {
        guard let array = toml.table[key]?.array else {
            throw toml.error(SettingsSentences.command(key), at: key)
        }
        let words = array.compactMap(\.string)
        guard words.count == array.count, !words.isEmpty else {
            throw toml.error(SettingsSentences.atLeastOneWord(key), at: key)
        }
        return words
    }

    private static func sender(_ key: String, _ toml: TomlFile) throws(SettingsError) -> MailMessage.Mailbox? {
        guard let text = try toml.string(key) else { return nil }
        guard let sender = MailMessage.Mailbox(text) else {
            throw toml.error(SettingsSentences.address(key), at: key)
        }
        return sender
    }

    private static func targets(_ toml: TomlFile, _ mistakes: inout Mistakes) -> Targets {
        var targets = Targets()
        guard let table = toml.table["targets"]?.table else {
            mistakes.add(SettingsSentences.table("targets"), at: "targets")
            return targets
        }
        for key in table.keys {
            let path = "targets.\(key)"
            guard ["calls", "promised", "break-after"].contains(key) else {
                mistakes.add(SettingsSentences.noSuchTarget(key), at: path)
                continue
            }
            guard let number = table[key]?.int, number > 0 else {
                mistakes.add(SettingsSentences.aboveZero(key), at: path)
                continue
            }
            switch key {
            case "calls": targets.calls = number
            case "promised": targets.promised = number
            default: targets.breakAfter = number
            }
        }
        return targets
    }

    /// Every command is looked at by itself, then all that are right together: two may want the same key.
    private static func bindings(_ toml: TomlFile, _ mistakes: inout Mistakes) -> KeyBindings {
        guard let table = toml.table["keys"]?.table else {
            mistakes.add(SettingsSentences.table("keys"), at: "keys")
            return .standard
        }
        var own: [(command: String, keys: [String])] = []
        for command in table.keys {
            guard let array = table[command]?.array else {
                mistakes.add(SettingsSentences.listOfKeys(command), at: "keys.\(command)")
                continue
            }
            own.append((command, array.compactMap(\.string)))
        }
        while true {
            do throws(KeyBindingError) {
                return try KeyBindings(own: own)
            } catch {
                guard let place = own.firstIndex(where: { $0.command == error.command }) else { return .standard }
                mistakes.add("\(error)", at: "keys.\(own[place].command)")
                own.remove(at: place)
            }
        }
    }
}
