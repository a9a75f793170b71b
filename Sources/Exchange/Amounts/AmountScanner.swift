import Receivables

/// Reads one cell as an amount: signs before or behind, brackets, groups, currency signs and codes, `Dr`/`Cr`.
///
/// - Throws: `AmountProblem`. A blank is no zero.
func scanAmount(_ cell: Cell, _ sign: DecimalSign) throws(AmountProblem) -> ScannedAmount {
    if cell.isEmpty { throw .blank }
    if let plain = plainAmount(cell, sign.byte) { return plain }
    if let quoted = cell.quotedByFormula { return try scanAmount(quoted, sign) }
    var scanner = AmountScanner(cell, sign)
    return try scanner.scan()
}

/// Reads one cell as an amount before the file's decimal sign is known: with a point, else with a comma.
func scanAmount(_ cell: Cell) -> ScannedAmount? { (try? scanAmount(cell, .point)) ?? (try? scanAmount(cell, .comma)) }

/// Digits, an optional minus and an optional decimal sign, the quick way.
@inline(__always)
private func plainAmount(_ cell: Cell, _ decimal: UInt8) -> ScannedAmount? {
    guard cell.count <= 18 else { return nil }
    var amount = ScannedAmount()
    var place = 0
    var decimalPlace = -1
    if cell[0] == 0x2D {
        amount.isNegative = true
        place = 1
    }
    let start = place
    while place < cell.count {
        let digit = cell[place] &- 0x30
        if digit <= 9 {
            amount.digits = amount.digits &* 10 &+ UInt64(digit)
        } else if cell[place] == decimal, decimalPlace < 0, place > start {
            decimalPlace = place
        } else {
            return nil
        }
        place += 1
    }
    guard place > start, decimalPlace != place - 1 else { return nil }
    amount.decimals = decimalPlace < 0 ? 0 : place - 1 - decimalPlace
    return amount
}

private struct AmountScanner {
    private let cell: Cell
    private let sign: DecimalSign
    private var amount = ScannedAmount()
    private var place = 0
    private var digitCount = 0
    private var sawDecimal = false
    /// Digits since the last group sign, or nil before the first.
    private var group: Int?
    private var isBracketed = false
    private var sawSign = false
    /// After a trailing sign or unit no digit may follow.
    private var isOver = false

    init(_ cell: Cell, _ sign: DecimalSign) {
        self.cell = cell
        self.sign = sign
    }

    mutating func scan() throws(AmountProblem) -> ScannedAmount {
        // An exporter's guard against formulas.
        if cell[0] == 0x27, cell.count > 1 { place = 1 }
        while place < cell.count { try step() }
        guard digitCount > 0 else { throw isDash ? .blank : .notANumber }
        guard endsWell else { throw .notANumber }
        return amount
    }

    private var isDash: Bool { cell.allSatisfy { $0 == 0x2D } }

    /// Groups have three digits (two in India, before the last), and brackets close.
    private var endsWell: Bool { (group == nil || group == 3) && !isBracketed }

    private mutating func step() throws(AmountProblem) {
        let byte = cell[place]
        switch byte {
        case 0x30...0x39: try consume(digit: byte - 0x30)
        case sign.byte: try takeDecimal()
        case sign.other.byte, 0x27: try takeGroup(length: 1)
        case 0x20: try takeSpace(length: 1)
        case 0x2D: try takeMinus(length: 1)
        case 0x2B where digitCount == 0 && !sawSign:
            sawSign = true
            place += 1
        case 0x28 where digitCount == 0 && !isBracketed:
            isBracketed = true
            place += 1
        case 0x3C where digitCount == 0 && !isBracketed:
            isBracketed = true
            place += 1
        case 0x29 where isBracketed, 0x3E where isBracketed: closeBracket()
        case 0x24:
            amount.sign = .dollar
            place += 1
        case 0x45, 0x65: try takeExponentOrWord()
        case 0x41...0x5A, 0x61...0x7A: try takeWord()
        default: try takeSymbol()
        }
    }

    private mutating func consume(digit: UInt8) throws(AmountProblem) {
        guard !isOver else { throw .notANumber }
        place += 1
        digitCount += 1
        if !sawDecimal, let count = group { group = count + 1 }
        let (tens, overflow) = amount.digits.multipliedReportingOverflow(by: 10)
        let (next, overflowing) = tens.addingReportingOverflow(UInt64(digit))
        guard !overflow, !overflowing, !amount.isCut else {
            // Decimals too fine to hold are cut; a whole part too large stays too large.
            if sawDecimal { amount.isCut = amount.isCut || digit != 0 } else { amount.decimals -= 1 }
            return
        }
        amount.digits = next
        if sawDecimal { amount.decimals += 1 }
    }

    private mutating func takeDecimal() throws(AmountProblem) {
        guard !sawDecimal, !isOver, group == nil || group == 3 else { throw .notANumber }
        sawDecimal = true
        place += 1
    }

    private mutating func takeGroup(length: Int) throws(AmountProblem) {
        guard digitCount > 0, !sawDecimal, !isOver, (group ?? digitCount) <= 3, group != 0 else { throw .notANumber }
        group = 0
        place += length
    }

    /// A space between digits marks a group; any other is just a space.
    private mutating func takeSpace(length: Int) throws(AmountProblem) {
        let next = place + length
        let isBeforeDigit = next < cell.count && (0x30...0x39).contains(cell[next])
        if digitCount > 0, isBeforeDigit, !isOver { return try takeGroup(length: length) }
        place = next
    }

    private mutating func takeMinus(length: Int) throws(AmountProblem) {
        // `1.100,-` and `350.--` are whole amounts: the dash stands for the cents.
        if sawDecimal, amount.decimals == 0, digitCount > 0, place > 0, !isOver || cell[place - 1] == 0x2D {
            isOver = true
            place += length
            return
        }
        guard !sawSign else { throw .notANumber }
        sawSign = true
        amount.isNegative = true
        isOver = digitCount > 0
        place += length
    }

    /// `(12)` is negative, and so is what follows `(-)`.
    private mutating func closeBracket() {
        isBracketed = false
        amount.isNegative = true
        isOver = digitCount > 0
        place += 1
    }

    private mutating func takeExponentOrWord() throws(AmountProblem) {
        var next = place + 1
        let isMinus = next < cell.count && cell[next] == 0x2D
        if next < cell.count, cell[next] == 0x2D || cell[next] == 0x2B { next += 1 }
        var exponent = 0
        let start = next
        while next < cell.count, (0x30...0x39).contains(cell[next]), next - start < 3 {
            exponent = exponent * 10 + Int(cell[next] - 0x30)
            next += 1
        }
        guard digitCount > 0, next > start, next == cell.count else { return try takeWord() }
        amount.decimals -= isMinus ? -exponent : exponent
        amount.isScientific = true
        isOver = true
        place = next
    }

    private mutating func takeWord() throws(AmountProblem) {
        if takeCurrencySymbol() { return }
        var end = place
        while end < cell.count, (0x41...0x5A).contains(cell[end] & 0xDF) { end += 1 }
        let word = Cell(rebasing: cell[place..<end]).text
        let start = place
        place = end
        if place < cell.count, cell[place] == 0x2E, word == "Rs" { place += 1 }
        switch word.uppercased() {
        case "DR": try takeSide(isCredit: false)
        case "CR": try takeSide(isCredit: true)
        case "RS": amount.unit = amount.unit ?? Currency("INR")
        case "D" where isSide(from: start), "S" where isSide(from: start): try takeSide(isCredit: false)
        case "C" where isSide(from: start), "H" where isSide(from: start): try takeSide(isCredit: true)
        case "US", "A", "R", "C", "NZ", "HK": try takeOwner(of: word.uppercased())
        case "KR", "FR":
            amount.sign = word.uppercased() == "KR" ? .krone : .franc
            // `kr.`, at the end.
            if place == cell.count - 1, cell[place] == 0x2E { place += 1 }
        default:
            guard word == word.uppercased(), let unit = Currency(word) else { throw .notANumber }
            amount.unit = unit
        }
        isOver = digitCount > 0
    }

    /// Before a dollar sign a letter says whose it is; `R` alone is the rand's.
    private mutating func takeOwner(of word: String) throws(AmountProblem) {
        if place < cell.count, cell[place] == 0x24 {
            let codes = ["US": "USD", "A": "AUD", "C": "CAD", "NZ": "NZD", "HK": "HKD", "R": "BRL"]
            amount.unit = codes[word].flatMap { Currency($0) }
        } else if word == "R" {
            amount.unit = Currency("ZAR")
        } else {
            throw .notANumber
        }
    }

    /// Whether a letter at the end is a side: `1.190,00 S`, `50.00C`. `12C` is the number of something.
    private func isSide(from start: Int) -> Bool {
        place == cell.count && digitCount > 0 && (sawDecimal || cell[start - 1] == 0x20)
    }

    /// A receivable's debit is owed to us, its credit is not.
    private mutating func takeSide(isCredit: Bool) throws(AmountProblem) {
        guard digitCount > 0 else { throw .notANumber }
        amount.isDebitOrCredit = true
        if isCredit { amount.isNegative = true }
    }

    private mutating func takeSymbol() throws(AmountProblem) {
        func starts(with bytes: [UInt8]) -> Bool { cell[place...].starts(with: bytes) }
        if starts(with: [0xC2, 0xA0]) { return try takeSpace(length: 2) }
        if starts(with: [0xE2, 0x80, 0xAF]) || starts(with: [0xE2, 0x80, 0x89]) { return try takeSpace(length: 3) }
        if starts(with: [0xE2, 0x80, 0x99]) { return try takeGroup(length: 3) }
        if starts(with: [0xE2, 0x88, 0x92]) || starts(with: [0xE2, 0x80, 0x93]) { return try takeMinus(length: 3) }
        guard takeCurrencySymbol() else { throw .notANumber }
    }

    /// - Returns: false where no symbol stands here.
    private mutating func takeCurrencySymbol() -> Bool {
        for (symbol, code) in currencySymbols where cell[place...].starts(with: symbol.utf8) {
            if code.isEmpty { amount.sign = .yen } else { amount.unit = amount.unit ?? Currency(code) }
            place += symbol.utf8.count
            isOver = digitCount > 0
            return true
        }
        return false
    }
}

/// Signs that stand for one currency; the yen's stands for two and names none.
private let currencySymbols: [(String, String)] = [
    ("€", "EUR"), ("£", "GBP"), ("₹", "INR"), ("¥", ""), ("₩", "KRW"),
    ("zł", "PLN"), ("Kč", "CZK"),
]
