/// Takes a cell, or what was typed, apart into its numbers: what an export puts into one column may be two numbers, an
/// extension in any language, and when to call.
struct CellSplitting {
    private(set) var pieces: [NumberPiece] = []
    /// What was written before the number to come.
    private var words: [String] = []
    /// Whether words belong to the number before them.
    private var isBehindNumber = false
    /// Whether an extension is to come.
    private var awaitsExtension = false

    init(_ cell: String) {
        let text = CellSplitting.unwrapped(cell)
        for token in CellTokens(text).tokens { consume(token) }
        if pieces.isEmpty {
            if !text.isEmpty { pieces = [NumberPiece(written: text, isNone: true)] }
        } else if !words.isEmpty {
            pieces[pieces.count - 1].add(remark: words.joined(separator: " "))
        }
    }

    /// Without what spreadsheets and links put around a number: `="0902125550100"`, `tel:+44-113-496-0182;ext=204`.
    private static func unwrapped(_ cell: String) -> String {
        var text = cell[...]
        func trim() { text = text.drop { $0.isWhitespace || $0 == "'" || $0 == "\"" } }
        trim()
        if text.first == "=" {
            text = text.dropFirst()
            trim()
        }
        while let last = text.last, last.isWhitespace || last == "\"" { text = text.dropLast() }
        if text.lowercased().hasPrefix("tel:") { text = text.dropFirst(4) }
        return text.split(separator: ";ext=", omittingEmptySubsequences: false).joined(separator: " ext ")
    }

    private mutating func consume(_ token: CellToken) {
        switch token {
        case .number(let number): consume(number: number)
        case .noNumber(let text): add(NumberPiece(written: text, isNone: true))
        case .word(let word): consume(word: word)
        case .remark(let remark):
            if pieces.isEmpty { words.append(remark) } else { pieces[pieces.count - 1].add(remark: remark) }
        case .separator:
            isBehindNumber = false
        }
    }

    private mutating func consume(number: String) {
        let digits = number.filter(\.isNumber)
        if awaitsExtension, number.first != "+", digits.count <= CellSplitting.longestExtension {
            awaitsExtension = false
            pieces[pieces.count - 1].extensionDigits = digits
            return
        }
        guard number.first == "+" || digits.count >= CellSplitting.fewestDigits else {
            // `030 555012 / 13`, `2. floor`: too short for a number of its own.
            return isBehindNumber || !pieces.isEmpty
                ? pieces[pieces.count - 1].add(remark: number) : words.append(number)
        }
        add(NumberPiece(written: number))
    }

    private mutating func add(_ piece: NumberPiece) {
        pieces.append(piece)
        if !words.isEmpty { pieces[pieces.count - 1].add(remark: words.joined(separator: " ")) }
        words = []
        isBehindNumber = true
        awaitsExtension = false
    }

    private mutating func consume(word: String) {
        let bare = word.lowercased().filter { $0 != "." }
        if !pieces.isEmpty, CellSplitting.extensionWords.contains(bare) {
            awaitsExtension = true
            return
        }
        if awaitsExtension, ["nr", "no", "n", "number", "nummer"].contains(bare) { return }
        if CellSplitting.separators.contains(bare), !pieces.isEmpty {
            isBehindNumber = false
            return
        }
        guard !CellSplitting.labels.contains(bare) else { return }
        if isBehindNumber { pieces[pieces.count - 1].add(remark: word) } else { words.append(word) }
    }

    /// With fewer digits it is a room, an hour or an extension.
    private static let fewestDigits = 5
    private static let longestExtension = 7

    /// In the languages in which headers are understood, and those of their neighbours.
    private static let extensionWords: Set<String> = [
        "ext", "extn", "extension", "x", "xtn",
        "durchwahl", "dw", "app", "apparat", "hausapparat", "nst", "nebenstelle", "klappe", "kl",
        "poste", "int", "interne", "interno", "anexo", "extensión", "extensao", "extensão", "ramal",
        "toestel", "tst", "anknytning", "ankn", "ank", "lokal", "lok", "linka", "wew", "wewn", "alanumero",
    ]

    private static let separators: Set<String> = [
        "or", "and", "oder", "und", "bzw", "ou", "et", "o", "y", "e", "of", "en", "eller",
    ]

    /// That it is a telephone number goes without saying.
    private static let labels: Set<String> = [
        "tel", "telephone", "telefon", "telefono", "teléfono", "téléphone", "tél", "telefoon", "phone", "ph", "fon",
        "t",
    ]
}
