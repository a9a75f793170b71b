import Terminal

/// Which key does what: the table's default keys, with the user's own in their place.
public struct KeyBindings: Sendable, Hashable {
    private let keys: [CommandName: [Key]]
    private let commands: [Key: [CommandName]]

    /// The keys of the table.
    public static let standard = KeyBindings(
        checked: Dictionary(uniqueKeysWithValues: Command.all.map { ($0.name, $0.keys) }))

    /// The table's keys with some commands' replaced; an empty list unbinds a command.
    ///
    /// - Parameter own: the command's name, and its keys in the notation of `Key.parse`, in the order of the
    ///   file, so that an error names the first line that is wrong.
    public init(own: [(command: String, keys: [String])]) throws(KeyBindingError) {
        var keys = KeyBindings.standard.keys
        for (command, scripts) in own {
            guard let name = CommandName(rawValue: command) else {
                throw .unknownCommand(command, nearest: KeyBindings.nearest(to: command))
            }
            keys[name] = try KeyBindings.keys(scripts, for: name)
        }
        for (command, _) in own {
            if let name = CommandName(rawValue: command) { try KeyBindings.check(name, keys) }
        }
        self.init(checked: keys)
    }

    private init(checked keys: [CommandName: [Key]]) {
        self.keys = keys
        var commands: [Key: [CommandName]] = [:]
        for command in Command.all {
            for key in keys[command.name] ?? [] { commands[key, default: []].append(command.name) }
        }
        self.commands = commands
    }

    private static func keys(_ scripts: [String], for name: CommandName) throws(KeyBindingError) -> [Key] {
        var keys: [Key] = []
        for script in scripts {
            do {
                let parsed = try Key.parse(script)
                guard parsed.count == 1 else { throw KeyBindingError.notOneKey(script, command: name) }
                keys += parsed
            } catch let error as KeyNotationError {
                throw .invalidKey(error, command: name)
            } catch let error as KeyBindingError {
                throw error
            } catch {
                throw .notOneKey(script, command: name)
            }
        }
        return keys
    }

    private static func check(_ name: CommandName, _ keys: [CommandName: [Key]]) throws(KeyBindingError) {
        guard let command = Command.named(name) else { return }
        for other in Command.all where other.name != name && other.scope.overlaps(command.scope) {
            let common = keys[name, default: []].first { keys[other.name, default: []].contains($0) }
            if let common { throw .conflict(common, command: name, other: other.name) }
        }
    }

    /// The first name that what was typed may have meant.
    private static func nearest(to text: String) -> CommandName? {
        let plain = text.lowercased().filter(\.isLetter)
        return CommandName.allCases.first { name in
            let other = name.rawValue.filter(\.isLetter)
            return other == plain || (plain.count >= 3 && (other.hasPrefix(plain) || plain.hasPrefix(other)))
        }
    }

    public func keys(of name: CommandName) -> [Key] { keys[name] ?? [] }

    /// The command of a key where the keyboard is, or nil.
    func command(for key: Key, at place: Place) -> Command? {
        guard let names = commands[key], !(key.writes && place.takesText) else { return nil }
        return names.lazy.compactMap(Command.named).first { $0.scope.includes(place) }
    }
}

/// What is wrong with a binding of the user's.
public enum KeyBindingError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownCommand(String, nearest: CommandName?)
    case invalidKey(KeyNotationError, command: CommandName)
    /// A binding is one key; sequences are not bound.
    case notOneKey(String, command: CommandName)
    case conflict(Key, command: CommandName, other: CommandName)

    public var description: String {
        switch self {
        case .unknownCommand(let name, let nearest):
            "there is no command \u{201C}\(SafeText.line(name, limit: 60))\u{201D}"
                + (nearest.map { "; did you mean \u{201C}\($0.rawValue)\u{201D}?" } ?? "; `duly keys` lists them")
        case .invalidKey(let error, let command): "\(command.rawValue): \(error)"
        case .notOneKey(let text, let command):
            "\(command.rawValue): \u{201C}\(SafeText.line(text, limit: 60))\u{201D} is not one key"
        case .conflict(let key, let command, let other):
            "\(key.label) would be both \(command.rawValue) and \(other.rawValue); give one of them another key"
        }
    }
}
