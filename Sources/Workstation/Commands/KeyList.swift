import Terminal

/// The commands with their keys as text: the help page, `duly keys`, the README's table.
public struct KeyList: Sendable {
    let bindings: KeyBindings

    /// Lists the keys of some bindings.
    public init(_ bindings: KeyBindings) { self.bindings = bindings }

    /// `Enter`, `F8 w`; empty for a command without a key.
    static func labels(_ keys: [Key]) -> String { keys.map(\.label).joined(separator: " ") }

    /// A line per command, by where it works; commands without a key are listed too, as `:name`.
    public var lines: [Line] { lines(width: .max) }

    /// - Parameters:
    ///   - width: columns of the page. Help that does not fit next to the name continues on the next line.
    ///   - place: where the keyboard is: what works there comes first.
    func lines(width: Int, at place: KeyContext? = nil) -> [Line] {
        var lines: [Line] = []
        let here =
            place.map { place in
                Scope.allCases.filter { $0.isOnly(at: place) } + [Scope.panes].filter { $0.includes(place) }
            } ?? []
        for scope in here + Scope.allCases.filter({ !here.contains($0) }) {
            let commands = Command.all.filter { $0.scope == scope }
            guard !commands.isEmpty else { continue }
            let isHere = lines.isEmpty && !here.isEmpty
            if !lines.isEmpty { lines.append(Line()) }
            let title = Line(scope.title.prefix(1).uppercased() + scope.title.dropFirst(), .title)
            lines.append(isHere ? title.then(", " + CommandSentences.whereYouAre, .muted) : title)
            lines += commands.flatMap { KeyList.row(name(of: $0), $0.help, width) }
        }
        let column = (NoteLineKind.all.map { Line($0.usage).width }.max() ?? 0) + 1
        return lines + [Line(), Line(CommandSentences.linesOfANote, .title)]
            + NoteLineKind.all.flatMap { kind in
                KeyList.row(Line("  ") + Line(kind.usage, .structured).padded(to: column), kind.help, width)
            }
    }

    private func name(of command: Command) -> Line {
        let keys = bindings.keys(of: command.name)
        let shown = keys.isEmpty ? Line(CommandSentences.noKey, .muted) : Line(KeyList.labels(keys), .key)
        return Line("  ") + shown.padded(to: 16) + Line(":\(command.name.rawValue)", .muted).padded(to: 16)
    }

    private static func row(_ name: Line, _ help: String, _ width: Int) -> [Line] {
        let room = width - name.width
        guard Line(help).width > room else { return [name.then(help)] }
        let isBeside = room >= leastBeside
        let indent = isBeside ? name.width : 4
        let parts = Line(help).wrapped(to: max(1, width - indent)).map {
            Line(String(repeating: " ", count: indent)) + $0
        }
        guard isBeside else { return name.wrapped(to: width) + parts }
        return [name + Line(help).wrapped(to: room, limit: 1)[0]] + parts.dropFirst()
    }

    /// Columns in which a sentence can still be read next to a name.
    private static let leastBeside = 24

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
