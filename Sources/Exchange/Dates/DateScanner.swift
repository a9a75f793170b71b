import Receivables

/// Reads one cell as a date, byte by byte.
///
/// Knows ISO dates and instants, `20200330`, `20200330.0`, `12/19/24 00:00`, `02.01.2013`, `01-Jan-26`,
/// `Jan 5, 2026`, and the bare numbers of spreadsheets.
func scanDate(_ cell: Cell) -> ScannedDate {
    if cell.count == 10, let day = isoDay(cell) { return day }
    if let quoted = cell.quotedByFormula { return scanDate(quoted) }
    return DateScanner(cell).scan()
}

/// `2025-01-10`, the quick way.
@inline(__always)
private func isoDay(_ cell: Cell) -> ScannedDate? {
    guard cell[4] == 0x2D, cell[7] == 0x2D else { return nil }
    var digits = 0
    for place in 0..<10 where place != 4 && place != 7 {
        let digit = cell[place] &- 0x30
        guard digit <= 9 else { return nil }
        digits = digits * 10 + Int(digit)
    }
    return dated(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
}

/// A day given as year, month and day; zeros stand for none.
private func dated(year: Int, month: Int, day: Int) -> ScannedDate {
    if year == 9999, month == 12 { return .endless }
    if month == 0 || day == 0 { return .blank }
    return Day(year: year, month: month, day: day).map(ScannedDate.day) ?? .unreadable
}

private struct DateScanner {
    private let cell: Cell
    private var numbers: [(value: Int, digits: Int)] = []
    private var separators: [UInt8] = []
    private var month: Int?
    /// How many numbers came before the month's name.
    private var monthPlace = 0

    init(_ cell: Cell) { self.cell = cell }

    func scan() -> ScannedDate {
        var scanner = self
        return scanner.read()
    }

    private mutating func read() -> ScannedDate {
        if isNothing { return .blank }
        if isDestroyed { return .destroyed }
        guard split() else { return .unreadable }
        if let month { return named(month) }
        switch numbers.count {
        case 1: return bare(numbers[0])
        case 2 where separators == [0x2E]: return fractional()
        case 3: return separated()
        default: return .unreadable
        }
    }

    private var isNothing: Bool {
        guard cell.count <= 6 else { return false }
        let word = cell.text.lowercased()
        return ["", "-", "--", "n/a", "na", "null", "none", "nil", "#n/a", "0", "0.0", "tbd", "?"].contains(word)
    }

    /// `mm:ss.0`.
    private var isDestroyed: Bool {
        guard (6...7).contains(cell.count), let colon = cell.firstIndex(of: 0x3A), colon == 1 || colon == 2,
            cell.count >= colon + 5, cell[colon + 3] == 0x2E
        else { return false }
        return cell.enumerated().allSatisfy { place, byte in
            place == colon || place == colon + 3 || (0x30...0x39).contains(byte)
        }
    }

    /// Takes the date's part of the cell apart; a time after it is left aside.
    private mutating func split() -> Bool {
        var place = 0
        while place < cell.count {
            let byte = cell[place]
            if (0x30...0x39).contains(byte) {
                if (numbers.count == 3 || (month != nil && numbers.count == 2)) { return isTime(from: place) }
                place = takeNumber(from: place)
            } else if let end = japaneseEnd(from: place) {
                separators.append(0x2D)
                place = end
            } else if isLetter(byte) {
                if numbers.count == 3 { return true }
                if let end = fillerEnd(from: place) {
                    place = end
                    continue
                }
                guard month == nil, let (value, end) = monthName(from: place) else { return false }
                (month, monthPlace, place) = (value, numbers.count, end)
            } else if [0x2F, 0x2D, 0x2E, 0x20, 0x2C].contains(byte) {
                if byte != 0x20 { separators.append(byte) }
                place += 1
            } else {
                return false
            }
        }
        return !numbers.isEmpty
    }

    private mutating func takeNumber(from start: Int) -> Int {
        var place = start
        var value = 0
        while place < cell.count, (0x30...0x39).contains(cell[place]) {
            if place - start < 9 { value = value * 10 + Int(cell[place] - 0x30) }
            place += 1
        }
        numbers.append((value, place - start))
        return place
    }

    /// What follows a whole date may be a time of day, and nothing else.
    private func isTime(from place: Int) -> Bool { cell[place...].contains(0x3A) }

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80 }

    /// The end of `年`, `月` or `日` behind a number.
    private func japaneseEnd(from start: Int) -> Int? {
        guard start > 0, cell[start] >= 0xE5 else { return nil }
        return ["年", "月", "日", "년", "월", "일"].contains { cell[start...].starts(with: $0.utf8) } ? start + 3 : nil
    }

    /// The end of a word that says nothing of the date; nil where another stands there.
    private func fillerEnd(from start: Int) -> Int? {
        var end = start
        while end < cell.count, isLetter(cell[end]) { end += 1 }
        // `Tuesday, September 1, 2026`.
        if numbers.isEmpty, month == nil, end - start >= 3 {
            let word = Cell(rebasing: cell[start..<end]).text.lowercased()
            return weekdays.contains { $0 == word || $0.prefix(3) == word } ? end : nil
        }
        guard end - start <= 3, start > 0 else { return nil }
        return wordsOfDates.contains(Cell(rebasing: cell[start..<end]).text.lowercased()) ? end : nil
    }

    private func monthName(from start: Int) -> (Int, Int)? {
        var end = start
        while end < cell.count, isLetter(cell[end]) { end += 1 }
        let word = Cell(rebasing: cell[start..<end]).text.lowercased()
        guard word.count >= 3,
            let month = monthsByName[String(word.prefix(4))] ?? monthsByName[String(word.prefix(3))]
        else { return nil }
        return (month, end)
    }

    private func named(_ month: Int) -> ScannedDate {
        guard numbers.count == 2 else { return .unreadable }
        let (first, second) = (numbers[0], numbers[1])
        if first.digits == 4 { return dated(year: first.value, month: month, day: second.value) }
        let year = second.digits == 4 ? second.value : second.value < 70 ? 2000 + second.value : 1900 + second.value
        return dated(year: year, month: month, day: first.value)
    }

    private func bare(_ number: (value: Int, digits: Int)) -> ScannedDate {
        guard separators.isEmpty else { return .unreadable }
        if number.digits == 8 {
            return dated(year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
        }
        return number.digits <= 6 ? .serial(number.value) : .unreadable
    }

    /// `20200330.0`, or a spreadsheet's day with its time as a fraction.
    private func fractional() -> ScannedDate {
        let whole = bareValue(numbers[0])
        if case .day = whole, numbers[1].value != 0 { return .unreadable }
        return whole
    }

    private func bareValue(_ number: (value: Int, digits: Int)) -> ScannedDate {
        guard number.digits == 8 else { return number.digits == 5 ? .serial(number.value) : .unreadable }
        return dated(year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100)
    }

    private func separated() -> ScannedDate {
        guard separators.count >= 2, separators[0] == separators[1] else { return .unreadable }
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        if first.digits == 4 { return dated(year: first.value, month: second.value, day: third.value) }
        guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits <= 2 else {
            return .unreadable
        }
        if first.value == 0, second.value == 0 { return .blank }
        if third.value == 9999 { return .endless }
        let numbers = DateNumbers(
            first: first.value, second: second.value, third: third.value, endsInYear: third.digits == 4)
        // Dates with dots are written day first wherever dates are written with dots.
        if separators[0] == 0x2E { return numbers.day(.dayMonthYear).map(ScannedDate.day) ?? .unreadable }
        return .numbers(numbers)
    }
}

/// By their first three letters, or four where French needs them, in the eleven languages of the headers.
private let monthsByName: [String: Int] = [
    "jan": 1, "ene": 1, "gen": 1, "sty": 1,
    "feb": 2, "fév": 2, "fev": 2, "lut": 2,
    "mar": 3, "mär": 3, "mrt": 3, "maa": 3,
    "apr": 4, "avr": 4, "abr": 4, "kwi": 4,
    "may": 5, "mai": 5, "maj": 5, "mei": 5, "mag": 5,
    "jun": 6, "juin": 6, "giu": 6, "cze": 6,
    "jul": 7, "juil": 7, "lug": 7, "lip": 7,
    "aug": 8, "aoû": 8, "aou": 8, "ago": 8, "sie": 8,
    "sep": 9, "set": 9, "wrz": 9,
    "oct": 10, "okt": 10, "ott": 10, "out": 10, "paź": 10, "paz": 10,
    "nov": 11, "lis": 11,
    "dec": 12, "déc": 12, "dez": 12, "dic": 12, "des": 12, "gru": 12,
]

private let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

/// Words between the numbers and the month: `1er août`, `3 de mayo de 2026`, `2nd of June`.
private let wordsOfDates: Set = ["de", "del", "of", "den", "le", "el", "il", "st", "nd", "rd", "th", "er", "r"]
