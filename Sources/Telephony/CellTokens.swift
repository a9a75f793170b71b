/// What a cell with telephone numbers consists of.
enum CellToken: Hashable {
    /// Digits, with blanks and signs between them; it may begin with a plus.
    case number(String)
    /// What begins with a minus, or lost digits in a spreadsheet.
    case noNumber(String)
    case word(String)
    /// In brackets.
    case remark(String)
    /// Between two numbers.
    case separator
}

/// Cuts a cell into tokens.
struct CellTokens {
    private let text: [Character]
    private var place = 0
    private(set) var tokens: [CellToken] = []

    init(_ cell: String) {
        text = cell.map(CellTokens.plain)
        while place < text.count { next() }
    }

    /// Digits and signs of other scripts, dashes and blanks of typesetters.
    private static func plain(_ character: Character) -> Character {
        if let digit = character.wholeNumberValue, (0...9).contains(digit), character.isNumber {
            return Character("\(digit)")
        }
        switch character {
        case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FF0D}": return "-"
        case "\u{FF0B}": return "+"
        case "\u{FF0F}": return "/"
        case "\u{FF08}": return "("
        case "\u{FF09}": return ")"
        default: return character.isWhitespace && !character.isNewline ? " " : character
        }
    }

    private func at(_ place: Int) -> Character? { text.indices.contains(place) ? text[place] : nil }

    private mutating func next() {
        let character = text[place]
        if startsNumber(at: place) { return takeNumber() }
        if character == "-", tokens.last.map({ $0 == .separator }) ?? true, startsNumber(at: place + 1) {
            return takeNegative()
        }
        if character == "(" { return takeRemark() }
        if character.isLetter { return takeWord() }
        place += 1
        if character == "#" { tokens.append(.word("x")) }
        if ",;|/".contains(character) || character.isNewline { tokens.append(.separator) }
    }

    private func startsNumber(at place: Int) -> Bool {
        guard let first = at(place) else { return false }
        if CellTokens.isDigit(first) { return true }
        guard first == "+" || first == "(", let second = at(place + 1) else { return false }
        // `(9am-5pm)` is a remark, though it begins with a digit.
        if first == "(", isRemark(at: place) { return false }
        return CellTokens.isDigit(second)
            || first == "(" && second == "+" && at(place + 2).map(CellTokens.isDigit) ?? false
            || first == "+" && "( ".contains(second) && startsNumber(at: place + 2)
    }

    private mutating func takeNegative() {
        place += 1
        takeNumber()
        if case .number(let text)? = tokens.last { tokens[tokens.count - 1] = .noNumber("-" + text) }
    }

    private mutating func takeNumber() {
        let start = place
        var end = place
        var digits = 0
        while let character = at(place) {
            if CellTokens.isDigit(character) {
                digits += 1
                end = place + 1
            } else if character == "+", place > start, at(place - 1) != "(" {
                break
            } else if character == "/", isBetweenNumbers(digits) {
                break
            } else if character == ")", end == place {
                end = place + 1
            } else if character == "(", !startsNumber(at: place) || isRemark(at: place) {
                break
            } else if !"+ -./()".contains(character) {
                break
            }
            place += 1
        }
        guard end > start else {
            // Whatever looked like a number has no digit: it is passed over, so that this always comes to an end.
            place = start + 1
            return
        }
        place = end
        let number = String(text[start..<end])
        tokens.append(isScientific(number) ? takeExponent(of: number) : .number(number))
    }

    /// Whether a stroke stands between two numbers rather than behind an area code.
    private func isBetweenNumbers(_ digits: Int) -> Bool { digits >= CellTokens.wholeNumber }

    private static let wholeNumber = 7

    /// Brackets with a letter in them are no part of a number.
    private func isRemark(at open: Int) -> Bool {
        text[open...].prefix { $0 != ")" }.contains(where: \.isLetter)
    }

    // MARK: Numbers of spreadsheets

    private func isScientific(_ number: String) -> Bool {
        guard let letter = at(place), letter == "E" || letter == "e",
            number.allSatisfy({ CellTokens.isDigit($0) || ".,".contains($0) })
        else { return false }
        let sign = at(place + 1)
        return sign.map {
            CellTokens.isDigit($0) || "+-".contains($0) && (at(place + 2).map(CellTokens.isDigit) ?? false)
        } ?? false
    }

    /// All its digits may still be there: `4.41134960182E+11`.
    private mutating func takeExponent(of number: String) -> CellToken {
        let start = place
        place += 2
        while let character = at(place), CellTokens.isDigit(character) { place += 1 }
        let exponent = String(text[(start + 1)..<place])
        let digits = number.filter(CellTokens.isDigit)
        if let size = Int(exponent), digits.count == size + 1 { return .number(digits) }
        return .noNumber(number + "E" + exponent)
    }

    // MARK: Words

    private mutating func takeWord() {
        let start = place
        while let character = at(place), character.isLetter { place += 1 }
        let word = String(text[start..<place])
        // The point of an abbreviation belongs to it.
        let isShort = at(place) == "."
        if isShort { place += 1 }
        tokens.append(.word(isShort ? word + "." : word))
    }

    private mutating func takeRemark() {
        let start = place + 1
        while let character = at(place), character != ")" { place += 1 }
        let words = String(text[start..<max(start, place)])
        place += 1
        if !words.allSatisfy(\.isWhitespace) { tokens.append(.remark(words)) }
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
