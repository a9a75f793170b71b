import Terminal

/// The commands with their keys as text: the help page, `duly keys`, the README's table.
public struct KeyList: Sendable {
    let bindings: KeyBindings

    public init(_ bindings: KeyBindings) { self.bindings = bindings }

    /// `Enter`, `F8 w`; empty for a command without a key.
    static func labels(_ keys: [Key]) -> String { keys.map(\.label).joined(separator: " ") }

    /// A line per command, by where it works; commands without a key are listed too, as `:name`.
    public var lines: [Line] {
        var lines: [Line] = []
        for scope in Scope.allCases {
            let commands = Command.all.filter { $0.scope == scope }
            guard !commands.isEmpty else { continue }
            if !lines.isEmpty { lines.append(Line()) }
            lines.append(Line(scope.title.prefix(1).uppercased() + scope.title.dropFirst(), .title))
            lines += commands.map(line)
        }
        return lines + [Line(), Line("Lines of a note", .title)] + NoteLineKind.all.map { kind in
            Line("  ") + Line(kind.usage, .structured).padded(to: 28).then(kind.help)
        }
    }

    private func line(_ command: Command) -> Line {
        let keys = bindings.keys(of: command.name)
        let shown = keys.isEmpty ? Line("none", .muted) : Line(KeyList.labels(keys), .key)
        return Line("  ") + shown.padded(to: 16) + Line(":\(command.name.rawValue)", .muted).padded(to: 16)
            .then(command.help)
    }

    /// A table for the README.
    public var markdown: String {
        var rows = ["| keys | command | where | does |", "|---|---|---|---|"]
        for command in Command.all {
            let keys = bindings.keys(of: command.name).map { "`\($0.label == "|" ? "\\|" : $0.label)`" }
            let shown = keys.isEmpty ? "" : keys.joined(separator: " ")
            rows.append("| \(shown) | `\(command.name.rawValue)` | \(command.scope.title) | \(command.help) |")
        }
        return rows.joined(separator: "\n") + "\n"
    }
}
