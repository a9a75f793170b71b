import Receivables

/// What the first rows of a column hold.
struct ColumnContents {
    /// What a column has to hold for a meaning.
    enum Kind {
        case day, amount, wholeNumber, year, currency, flag, code, identifier, text
    }

    private(set) var filled = 0
    private var days = 0
    private var amounts = 0
    /// Amounts that only money is written as: with decimals, groups, signs or units.
    private(set) var written = 0
    private var wholeNumbers = 0
    private var years = 0
    private var currencies = 0
    private var flags = 0
    private var flagWords = 0
    private var yeses = 0
    private(set) var distinct = Set<String>()

    /// - Parameter cells: of one column, without blanks around them.
    init(_ cells: [String]) {
        for cell in cells where !cell.isEmpty { add(cell) }
    }

    private mutating func add(_ text: String) {
        filled += 1
        distinct.insert(text)
        var bytes = text
        bytes.withUTF8 { cell in
            switch scanDate(cell) {
            case .day, .numbers, .endless: days += 1
            default: break
            }
            if let amount = scanAmount(cell),
                // `INV1`, `R1001` and `KOR 1` are numbers of something, and no money.
                !(0x41...0x5A).contains(cell[0] & 0xDF) || amount.decimals > 0
                    || cell.count > 4 && cell[3] == 0x20 && ColumnContents.codes.contains(text.prefix(3).uppercased())
            {
                amounts += 1
                let isWhole = cell.allSatisfy { (0x30...0x39).contains($0) }
                if isWhole {
                    wholeNumbers += cell.count <= 5 ? 1 : 0
                    years += cell.count == 4 && (cell[0] == 0x31 || cell[0] == 0x32) ? 1 : 0
                } else {
                    written += 1
                    // Of a number of days: `-5`, `12.0`.
                    let isDays = cell.count <= 6 && cell.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
                    wholeNumbers += isDays ? 1 : 0
                }
            }
        }
        if text.utf8.count <= 4, Currency(text.uppercased()) != nil { currencies += 1 }
        if let flag = Flag(text) {
            flags += 1
            if text.count(where: \.isLetter) > 1 { flagWords += 1 }
            if flag == .yes { yeses += 1 }
        }
    }

    /// Codes of currencies that may stand before whole amounts.
    static let codes: Set = [
        "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "INR", "JPY", "KES", "MXN",
        "NGN", "NOK", "NZD", "PHP", "PLN", "SAR", "SEK", "SGD", "THB", "TRY", "USD", "ZAR",
    ]

    /// Whether a column can be of a kind: most of what is filled in reads so. An empty one may be anything.
    func mayBe(_ kind: Kind) -> Bool {
        guard filled > 0 else { return kind != .flag && kind != .code && kind != .identifier }
        return switch kind {
        case .day: days * 10 >= filled * 6
        case .amount: amounts * 10 >= filled * 6 && (written > 0 || days * 2 < filled)
        case .wholeNumber: wholeNumbers * 10 >= filled * 8
        case .year: years * 10 >= filled * 8
        case .currency: currencies * 10 >= filled * 6
        case .flag: areFlags
        case .code: days * 2 < filled && written * 2 < filled
        case .identifier: areIdentifiers
        case .text: written * 2 < filled || distinct.count <= 2
        }
    }

    /// Every cell is a yes or a no, and not by an x alone that might be anything.
    var areFlags: Bool { filled > 0 && flags == filled && (flagWords > 0 || yeses > 0 && yeses < flags) }

    /// Most cells are words without a figure, as names of customers are.
    var areNames: Bool {
        let names = distinct.count { text in !text.contains(where: \.isNumber) && text.count(where: \.isLetter) >= 3 }
        return !distinct.isEmpty && names * 10 >= distinct.count * 7
    }

    /// Every cell is a single word with figures in it, as numbers of customers are.
    var areIdentifiers: Bool {
        !distinct.isEmpty && written == 0
            && distinct.allSatisfy { $0.contains(where: \.isNumber) && !$0.contains(where: \.isWhitespace) }
    }

    /// Some cell marks an amount as debit or credit; an empty column says nothing against it.
    var mayBeSides: Bool {
        distinct.isEmpty
            || distinct.contains { text in
                var text = text
                return text.withUTF8 { DebitCreditMark($0) != nil }
            }
    }

    /// Every cell is the name of a type of document, some of invoices and some of credits or payments.
    var areTypes: Bool {
        let types = distinct.map { (DocumentType($0, isSage: false), isOwed: DocumentType.isOwed($0)) }
        return types.allSatisfy { $0.0 != .other || $0.isOwed } && types.contains { $0.0 == .other }
            && types.contains { $0.0 == .credit || $0.0 == .payment }
    }

    /// Every cell is a status of documents, and some say that nothing is owed.
    var areStatuses: Bool {
        let statuses = distinct.map(DocumentStatus.init(text:))
        return !statuses.contains(.other) && statuses.contains { [.void, .paid, .writtenOff].contains($0) }
    }

    /// The cells are the two sides of a ledger, and both of them: `S` and `H`, plus and minus.
    var areSides: Bool {
        distinct.count == 2
            && ColumnContents.sides.contains { $0 == Set(distinct.map { $0.lowercased() }) }
    }

    private static let sides: [Set<String>] = [
        ["s", "h"], ["+", "-"], ["soll", "haben"], ["dr", "cr"], ["debit", "credit"], ["debe", "haber"],
        ["dare", "avere"], ["debet", "credit"], ["debet", "kredit"], ["débit", "crédit"], ["wn", "ma"],
    ]

    /// The cells are terms of payment in words, and no days.
    var areTerms: Bool { filled > 0 && days == 0 && distinct.allSatisfy { Terms($0) != nil } }

    /// Every filled cell is another.
    var isUnique: Bool { distinct.count == filled }
}
