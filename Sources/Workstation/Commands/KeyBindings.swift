import Terminal

/// Which key does what: the table's default keys, with the user's own in their place.
public struct KeyBindings: Sendable, Hashable {
    private let keys: [CommandName: [Key]]
    /// What each key does, by where the keyboard is.
    private let commands: [KeyContext: [Key: CommandName]]
    /// What the footer may show, by where the keyboard is, in the table's order.
    private let hints: [KeyContext: [KeyHint]]

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
        commands = KeyContext.each { place in
            let pairs = Command.all.filter { $0.scope.includes(place) }.flatMap { command in
                (keys[command.name] ?? []).filter { !($0.writes && place.takesText) }.map { ($0, command.name) }
            }
            return Dictionary(pairs) { first, _ in first }
        }
        hints = KeyContext.each { place in
            Command.hinted.filter { $0.scope.includes(place) }.compactMap { command in
                let key = keys[command.name]?.first { !($0.writes && place.takesText) }
                return key.map { KeyHint(command: command.name, line: Footer.hint($0.label, command.hint)) }
            }
        }
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

    /// The keys of a command; empty where none is bound.
    public func keys(of name: CommandName) -> [Key] { keys[name] ?? [] }

    /// How a sentence names a command's key; its name in the palette where it has no key.
    func label(of name: CommandName) -> String { keys(of: name).first?.label ?? ":\(name.rawValue)" }

    /// The command of a key where the keyboard is, or nil.
    func command(for key: Key, at place: KeyContext) -> Command? {
        commands[place]?[key].flatMap(Command.named)
    }

    /// The footer's hints for what can be done just now.
    func hints(for state: State) -> [Line] {
        hints[state.place, default: []].compactMap { hint in
            Command.named(hint.command)?.isHinted(in: state) == true ? hint.line : nil
        }
    }
}

/// What a key does, as the footer shows it; written once, for every key pressed needs all of them.
private struct KeyHint: Hashable {
    let command: CommandName
    let line: Line
}

extension KeyContext {
    fileprivate static func each<Value>(_ value: (KeyContext) -> Value) -> [KeyContext: Value] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0, value($0)) })
    }
}

/// What is wrong with a binding of the user's.
public enum KeyBindingError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownCommand(String, nearest: CommandName?)
    case invalidKey(KeyNotationError, command: CommandName)
    /// A binding is one key; sequences are not bound.
    case notOneKey(String, command: CommandName)
    case conflict(Key, command: CommandName, other: CommandName)

    /// The command whose binding it is, as it was written.
    public var command: String {
        switch self {
        case .unknownCommand(let name, _): name
        case .invalidKey(_, let command), .notOneKey(_, let command), .conflict(_, let command, _): command.rawValue
        }
    }

    /// What is wrong with the binding and how to correct it.
    public var description: String {
        switch self {
        case .unknownCommand(let name, let nearest):
            CommandSentences.noSuchCommand(SafeText.line(name, limit: 60), nearest: nearest?.rawValue)
        case .invalidKey(let error, let command): CommandSentences.invalidKey("\(error)", command: command.rawValue)
        case .notOneKey(let text, let command):
            CommandSentences.notOneKey(SafeText.line(text, limit: 60), command: command.rawValue)
        case .conflict(let key, let command, let other):
            CommandSentences.keyTwice(key.label, command.rawValue, other.rawValue)
        }
    }
}
