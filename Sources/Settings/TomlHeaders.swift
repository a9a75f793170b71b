/// Finds headers of tables (`[name]`) that begin with no name. The TOML parser ends the program on those instead of
/// refusing them (toml++ 3.4, an assertion in `parse_key`), so they are looked for before it reads anything.
struct TomlHeaders {
    /// Line and column of the first such, counted from 1, and the character that stands there.
    private(set) var fault: (line: Int, column: Int, character: Character)?

    private enum Inside { case nothing, text(Character), longText(Character) }

    init(_ text: String) {
        var inside = Inside.nothing
        // Open brackets and braces of a value: a line within them is no header.
        var depth = 0
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let letters = Array(line)
            if case .nothing = inside, depth == 0, let place = TomlHeaders.start(of: letters) {
                if place < letters.count, !TomlHeaders.begins(letters[place]) {
                    fault = (number + 1, place + 1, letters[place])
                    return
                }
                continue
            }
            TomlHeaders.scan(letters, &inside, &depth)
        }
    }

    /// The place behind `[` or `[[`, where the line is a header.
    private static func start(of letters: [Character]) -> Int? {
        var place = 0
        func skip() { while place < letters.count, letters[place] == " " || letters[place] == "\t" { place += 1 } }
        skip()
        guard place < letters.count, letters[place] == "[" else { return nil }
        place += 1
        if place < letters.count, letters[place] == "[" { place += 1 }
        skip()
        return place
    }

    /// Whether a name may begin so; what else the parser refuses in words of its own.
    private static func begins(_ letter: Character) -> Bool {
        if !letter.isASCII { return true }
        return letter.isLetter || letter.isNumber || "_-\"']\r".contains(letter)
    }

    private static func scan(_ letters: [Character], _ inside: inout Inside, _ depth: inout Int) {
        var place = 0
        while place < letters.count {
            let letter = letters[place]
            let isTriple = place + 2 < letters.count && letters[place + 1] == letter && letters[place + 2] == letter
            switch inside {
            case .nothing:
                switch letter {
                case "#": return
                case "\"", "'":
                    inside = isTriple ? .longText(letter) : .text(letter)
                    if isTriple { place += 2 }
                case "[", "{": depth += 1
                case "]", "}": depth = max(0, depth - 1)
                default: break
                }
            case .text(let end):
                if letter == "\\", end == "\"" { place += 1 } else if letter == end { inside = .nothing }
            case .longText(let end):
                if letter == "\\", end == "\"" {
                    place += 1
                } else if letter == end, isTriple {
                    inside = .nothing
                    place += 2
                }
            }
            place += 1
        }
        // A plain text ends with its line, or the parser says that it doesn't.
        if case .text = inside { inside = .nothing }
    }
}
