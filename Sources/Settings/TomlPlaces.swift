/// Where the keys of a TOML file stand: the parser keeps no places of values.
///
/// Goes by lines, as people write such files: tables and keys begin a line, tables within an array one each.
struct TomlPlaces {
    private var lines: [String: Int] = [:]
    /// Where in its line a key or table begins, counted from 1; those within an array have none.
    private var columns: [String: Int] = [:]
    private var counts: [String: Int] = [:]

    init(_ text: String) {
        var table = ""
        /// The array that is still open, with its depth in brackets.
        var array: (path: String, depth: Int)?
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let start = line.drop { $0 == " " || $0 == "\t" }
            guard let first = start.first, first != "#" else { continue }
            if let open = array {
                array = follow(start, open.path, open.depth, place + 1)
            } else if first == "[" {
                table = head(start)
                lines[table] = place + 1
                columns[table] = line.count - start.count + 1
            } else if let equals = start.firstIndex(of: "=") {
                let path = (table.isEmpty ? "" : table + ".") + TomlPlaces.plain(start[..<equals])
                lines[path] = lines[path] ?? place + 1
                columns[path] = columns[path] ?? line.count - start.count + 1
                let value = start[start.index(after: equals)...].drop { $0 == " " }
                if value.first == "[" { array = follow(value, path, 0, place + 1) }
            }
        }
    }

    /// `[contact]` is `contact`; the second `[[rule]]` is `rule[1]`.
    private mutating func head(_ line: Substring) -> String {
        let name = TomlPlaces.plain(line.drop { $0 == "[" }.prefix { $0 != "]" })
        guard line.hasPrefix("[[") else { return name }
        let nth = counts[name, default: 0]
        counts[name] = nth + 1
        return "\(name)[\(nth)]"
    }

    /// Notes the tables of an array, and says whether it goes on in the next line.
    private mutating func follow(_ line: Substring, _ path: String, _ depth: Int, _ number: Int) -> (
        path: String, depth: Int
    )? {
        var depth = depth
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            switch character {
            case "\"", "'": quote = character
            case "#": return (path, depth)
            case "[": depth += 1
            case "]":
                depth -= 1
                if depth == 0 { return nil }
            case "{":
                let nth = counts[path, default: 0]
                counts[path] = nth + 1
                lines["\(path)[\(nth)]"] = number
            default: break
            }
        }
        return (path, depth)
    }

    private static func plain(_ name: Substring) -> String { String(name.filter { !" \t\"'".contains($0) }) }

    /// The place of a path, of what holds it where it has none of its own, or of the first key of that name.
    func place(of path: String) -> (line: Int, column: Int?)? {
        var part = Substring(path)
        while !part.isEmpty {
            if let line = lines[String(part)] { return (line, columns[String(part)]) }
            guard let end = part.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
            part = part[..<end]
        }
        let named = lines.filter { $0.key.hasSuffix("." + path) }.min { $0.value < $1.value }
        return named.map { ($0.value, columns[$0.key]) }
    }
}

/// A basic string of TOML 1.0.
func tomlQuoted(_ text: String) -> String {
    var quoted = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": quoted += "\\\(scalar)"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            let hex = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return "\"\(quoted)\""
}
