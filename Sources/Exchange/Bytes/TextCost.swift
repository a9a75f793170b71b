/// How surprising a text is, in bits, if it is in one of the languages of an encoding.
struct TextCost {
    let encoding: TextEncoding
    private let words: WordCost
    private let eastern: EasternCost?
    /// All bits so far.
    private(set) var bits = 0
    /// Those of characters beyond ASCII.
    private(set) var tellingBits = 0
    /// Characters beyond ASCII.
    private(set) var telling = 0
    private(set) var scripts: Set<Script> = []

    /// A character that couldn't be decoded. In UTF-8 it is most likely one that was cut in two.
    private let faultBits: Int

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        words = WordCost(languages: encoding.languages.map(LetterCosts.of))
        eastern = EasternCost(encoding)
        faultBits = encoding == .utf8 ? 18 : 40
    }

    /// Adds a text.
    mutating func add(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        let kinds = scalars.map(Script.init)
        var place = 0
        while place < scalars.count {
            if kinds[place].isAlphabet {
                let end = kinds[place...].firstIndex { !$0.isAlphabet } ?? kinds.endIndex
                add(word: scalars[place..<end], kinds[place..<end], after: place > 0 ? kinds[place - 1] : .plain)
                place = end
            } else {
                add(place, scalars, kinds)
                place += 1
            }
        }
    }

    private mutating func add(
        word: ArraySlice<Unicode.Scalar>, _ kinds: ArraySlice<Script>, after before: Script
    ) {
        let beyond = word.count { !$0.isASCII }
        telling += beyond
        scripts.formUnion(zip(word, kinds).filter { !$0.0.isASCII }.map(\.1))
        if let eastern {
            let ascii = (word.count - beyond) * WordCost.asciiBits
            let join = word.first.map { eastern.join(before, latin: $0) } ?? 0
            add(ascii: ascii, telling: beyond * 16 + join)
            return
        }
        var cost = words.cost(Array(word), Array(kinds))
        if before.isEastern || before == .wide { cost.telling += 8 }
        // A single letter is hardly a word, and less so beyond ASCII.
        if word.count == 1, beyond == 1 { cost.telling += 6 }
        add(ascii: cost.ascii, telling: cost.telling)
    }

    private mutating func add(_ place: Int, _ scalars: [Unicode.Scalar], _ kinds: [Script]) {
        let scalar = scalars[place]
        guard !scalar.isASCII else {
            if scalar != " " { add(ascii: WordCost.asciiBits, telling: 0) }
            return
        }
        telling += 1
        let kind = kinds[place]
        scripts.insert(kind)
        let before = place > 0 ? scalars[place - 1] : " "
        switch kind {
        case .han, .kana, .halfKana, .hangul:
            var cost = eastern?.cost(of: scalar, kind, after: before) ?? 24
            cost += EasternCost.change(from: place > 0 ? kinds[place - 1] : .plain, before, to: kind)
            add(ascii: 0, telling: cost)
        case .wide: add(ascii: 0, telling: eastern == nil ? 20 : 9)
        case .box: add(ascii: 0, telling: 22)
        case .symbol:
            let after = place + 1 < scalars.count ? scalars[place + 1] : " "
            add(ascii: 0, telling: SymbolCost.cost(of: scalar, between: before, after, in: scalars))
        default: add(ascii: 0, telling: scalar == "\u{FFFD}" ? faultBits : 40)
        }
    }

    private mutating func add(ascii: Int, telling: Int) {
        bits += ascii + telling
        tellingBits += telling
    }
}
