/// Finds headers of tables (`[name]`) that begin with no name, and arrays that a brace closes (`[}`). The TOML parser
/// ends the program on those instead of refusing them (toml++ 3.4, assertions in `parse_key` and `parse_value`), so
/// they are looked for before it reads anything.
///
/// By scalars, as the parser reads: as characters, a line feed behind a carriage return is no line feed, and a quote
/// with an accent is no quote.
struct TomlHeaders {
    /// Line and column of the first such, counted from 1, and what stands there; nil where the line ends.
    private(set) var fault: (line: Int, column: Int, letter: Unicode.Scalar?)?

    /// Line and column of the first brace that would close an array; nil where there is none.
    private(set) var crossing: (line: Int, column: Int)?

    private enum Inside { case nothing, text(Unicode.Scalar), longText(Unicode.Scalar) }

    init(_ text: String) {
        var inside = Inside.nothing
        // Open brackets and braces of a value: a line within them is no header.
        var open: [Unicode.Scalar] = []
        for (number, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let letters = Array(line)
            if case .nothing = inside, open.isEmpty, let place = TomlHeaders.start(of: letters) {
                let letter = place < letters.count ? letters[place] : nil
                if !(letter.map(TomlHeaders.begins) ?? false) {
                    fault = (number + 1, place + 1, letter == "\r" ? nil : letter)
                    return
                }
                continue
            }
            if let place = TomlHeaders.scan(letters, &inside, &open) {
                crossing = (number + 1, place + 1)
                return
            }
        }
    }

    /// The place behind `[` or `[[`, where the line is a header.
    private static func start(of letters: [Unicode.Scalar]) -> Int? {
        var place = 0
        func skip() { while place < letters.count, letters[place] == " " || letters[place] == "\t" { place += 1 } }
        skip()
        guard place < letters.count, letters[place] == "[" else { return nil }
        place += 1
        if place < letters.count, letters[place] == "[" { place += 1 }
        skip()
        return place
    }

    /// Whether a name may begin so, or the parser refuses it in words of its own. Letters beyond ASCII need quotes.
    private static func begins(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'", "]": true
        default: false
        }
    }

    /// - Returns: the place of a brace that would close an array.
    private static func scan(
        _ letters: [Unicode.Scalar], _ inside: inout Inside, _ open: inout [Unicode.Scalar]
    ) -> Int? {
        var place = 0
        while place < letters.count {
            let letter = letters[place]
            let isTriple = place + 2 < letters.count && letters[place + 1] == letter && letters[place + 2] == letter
            switch inside {
            case .nothing:
                switch letter {
                case "#": return nil
                case "\"", "'":
                    inside = isTriple ? .longText(letter) : .text(letter)
                    if isTriple { place += 2 }
                case "[", "{": open.append(letter)
                case "}" where open.last == "[": return place
                case "]", "}": _ = open.popLast()
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
        return nil
    }
}
