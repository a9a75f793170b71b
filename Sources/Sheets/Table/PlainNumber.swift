/// A number as a workbook stores it, written plainly.
///
/// Workbooks store what a processor has: `0.30000000000000004` for 0.3, `1.5E3` for 1500. Excel shows 15 digits, and so
/// many are meant.
enum PlainNumber {
    /// Digits that a workbook's numbers hold.
    private static let digits = 15
    /// Decimals that are meant where a number is no small fraction; what lies beyond is left over from sums.
    private static let decimals = 10

    /// Appends the number with a decimal point, without groups, and without an exponent up to 15 digits.
    ///
    /// - Parameter power: of ten that the number is multiplied by.
    /// - Returns: false where the bytes are no number; then nothing is appended.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, power: Int = 0, to text: inout [UInt8]) -> Bool {
        if power == 0, isPlain(bytes) {
            text.append(contentsOf: bytes)
            return true
        }
        guard var number = StoredNumber(bytes) else { return false }
        number.round(to: digits)
        number.move(by: power)
        // From a hundredth on.
        if number.point > -2 { number.round(to: max(0, number.point + decimals)) }
        number.append(to: &text)
        return true
    }

    /// Up to 15 digits without a zero at either end where it means nothing: most numbers.
    @inline(__always)
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, bytes.count <= 16 else { return false }
        var place = first == 0x2D ? 1 : 0
        let start = place
        var point = -1
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0x2E, point < 0 {
                point = place
            } else if byte &- 0x30 > 9 {
                return false
            }
            place += 1
        }
        let whole = (point < 0 ? place : point) - start
        guard whole >= 1, whole == 1 || bytes[start] != 0x30, place - start <= 15 else { return false }
        // `-0`, and zeros at the end, are for the long way.
        if point < 0 { return start == 0 || bytes[start] != 0x30 }
        return place - point - 1 <= decimals && place > point + 1 && bytes[place - 1] != 0x30
    }
}

/// A number as digits and the place of its point.
private struct StoredNumber {
    /// Without zeros at either end; none for zero.
    private var digits: [UInt8] = []
    /// How many of the digits stand before the point; negative where zeros follow it.
    private(set) var point = 0
    private var isNegative = false

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 0
        if place < bytes.count, bytes[place] == 0x2D || bytes[place] == 0x2B {
            isNegative = bytes[place] == 0x2D
            place += 1
        }
        var sawPoint = false
        var count = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0x2E, !sawPoint {
                sawPoint = true
            } else if byte &- 0x30 <= 9 {
                count += 1
                if byte != 0x30 || !digits.isEmpty {
                    digits.append(byte &- 0x30)
                    if !sawPoint { point += 1 }
                } else if sawPoint {
                    point -= 1
                }
            } else {
                break
            }
            place += 1
        }
        guard count > 0, count <= 400 else { return nil }
        if place < bytes.count {
            guard bytes[place] | 0x20 == 0x65, let exponent = StoredNumber.exponent(bytes[(place + 1)...]) else {
                return nil
            }
            point += exponent
        }
        trim()
    }

    private static func exponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard bytes.count <= 5 else { return nil }
        return Int(String(decoding: bytes, as: UTF8.self))
    }

    /// Moves the point to the right.
    mutating func move(by places: Int) { if !digits.isEmpty { point += places } }

    /// Keeps the first digits, half up.
    mutating func round(to count: Int) {
        guard count < digits.count else { return }
        let goesUp = digits[count] >= 5
        digits.removeSubrange(count...)
        if goesUp {
            while digits.last == 9 { digits.removeLast() }
            if digits.isEmpty {
                digits = [1]
                point += 1
            } else {
                digits[digits.count - 1] += 1
            }
        }
        trim()
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { (point, isNegative) = (0, false) }
    }

    func append(to text: inout [UInt8]) {
        // Smaller than any amount or rate: what a subtraction left over.
        guard !digits.isEmpty, point > -10 else { return text.append(0x30) }
        if isNegative { text.append(0x2D) }
        let figures = digits.map { $0 + 0x30 }
        if point > 15 {
            text.append(figures[0])
            if figures.count > 1 { text += [0x2E] + figures[1...] }
            text += Array("E+\(point - 1)".utf8)
        } else if point >= figures.count {
            text += figures + [UInt8](repeating: 0x30, count: point - figures.count)
        } else if point > 0 {
            text += figures[..<point] + [0x2E] + figures[point...]
        } else {
            text += [0x30, 0x2E] + [UInt8](repeating: 0x30, count: -point) + figures
        }
    }
}
