import Glibc

/// A day or a time as a spreadsheet stores it: days since the end of 1899, or since the first of 1904.
struct SerialDay {
    /// The workbook counts from 1904, as those of the first Macs do.
    var countsFrom1904 = false

    /// The last day of the year 9999.
    private static let most = 2_958_465.0
    private static let secondsOfDay = 86_400

    /// Appends a day as `2026-09-30`; a time of day is left out.
    ///
    /// - Returns: false where the number is no day; then nothing is appended.
    func appendDay(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Bool {
        guard let (days, _) = parts(bytes) else { return false }
        // Excel takes 1900 for a leap year, as Lotus 1-2-3 did, and has a day 60 that no calendar knows.
        if !countsFrom1904, days == 60 {
            text += Array("1900-02-29".utf8)
            return true
        }
        guard countsFrom1904 || days > 0 else { return false }
        // Days since 1970-01-01.
        let zero = countsFrom1904 ? -24_107 : days < 60 ? -25_568 : -25_569
        SerialDay.append(civil: days + zero, to: &text)
        return true
    }

    /// Appends a time of day, or a length of time, as `14:05` or `14:05:30`.
    ///
    /// - Returns: false where the number is none; then nothing is appended.
    func appendTime(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Bool {
        guard let (days, seconds) = parts(bytes) else { return false }
        // A moment whose day doesn't show is a moment all the same.
        if days > 365 { return appendDay(bytes, to: &text) }
        SerialDay.append(days * 24 + seconds / 3600, 2, to: &text)
        text.append(0x3A)
        SerialDay.append(seconds / 60 % 60, 2, to: &text)
        guard seconds % 60 != 0 else { return true }
        text.append(0x3A)
        SerialDay.append(seconds % 60, 2, to: &text)
        return true
    }

    /// Whole days, and seconds to the nearest: `45000.99999999999` is the beginning of a day.
    private func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> (days: Int, seconds: Int)? {
        guard bytes.count < 32, let number = Double(String(decoding: bytes, as: UTF8.self)),
            number >= 0, number < SerialDay.most + 1
        else { return nil }
        let seconds = Int((number * Double(SerialDay.secondsOfDay)).rounded())
        return (seconds / SerialDay.secondsOfDay, seconds % SerialDay.secondsOfDay)
    }

    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    private static func append(civil days: Int, to text: inout [UInt8]) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        append(yearOfEra + era * 400 + (month >= 10 ? 1 : 0), 4, to: &text)
        text.append(0x2D)
        append(month < 10 ? month + 3 : month - 9, 2, to: &text)
        text.append(0x2D)
        append(dayOfYear - (153 * month + 2) / 5 + 1, 2, to: &text)
    }

    /// A number of so many digits at least.
    private static func append(_ number: Int, _ digits: Int, to text: inout [UInt8]) {
        let figures = Array(String(number).utf8)
        text += [UInt8](repeating: 0x30, count: max(0, digits - figures.count)) + figures
    }

    /// Appends the day of an instant as XML has it: `2026-09-30T00:00:00.000`, or its time if that is all it is.
    ///
    /// - Returns: false where it is none; then nothing is appended.
    static func append(instant bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) -> Bool {
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            bytes[..<10].enumerated().allSatisfy({ $0 == 4 || $0 == 7 || $1 &- 0x30 <= 9 })
        else { return false }
        // A time alone stands on the day zero of spreadsheets.
        let isTime =
            bytes.count >= 16 && (bytes.starts(with: "1899-12-3".utf8) || bytes.starts(with: "1904-01-01".utf8))
        text.append(contentsOf: isTime ? bytes[11..<16] : bytes[..<10])
        return true
    }
}
