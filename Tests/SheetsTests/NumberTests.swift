import Testing

@testable import Sheets

/// Numbers, and what formats make of them.
struct NumberTests {
    private func plain(_ text: String) -> String? {
        var written: [UInt8] = []
        let isNumber = Array(text.utf8).withUnsafeBufferPointer { PlainNumber.append($0, to: &written) }
        return isNumber ? String(decoding: written, as: UTF8.self) : nil
    }

    @Test(
        "Numbers are written plainly, to the 15 digits that a workbook holds",
        arguments: [
            ("0", "0"), ("-0", "0"), ("1", "1"), ("-1", "-1"), ("1.0", "1"), ("1.50", "1.5"), ("007", "7"),
            ("0.30000000000000004", "0.3"), ("1234.5600000000001", "1234.56"), ("0.1", "0.1"), ("-.5", "-0.5"),
            ("1.005", "1.005"), ("99999999999999.99", "100000000000000"), ("9.9999999999999995", "10"),
            ("1E3", "1000"), ("1.5e+3", "1500"), ("12E-2", "0.12"), ("1E15", "1E+15"),
            ("123456789012345", "123456789012345"),
            ("1234567890123456", "1.23456789012346E+15"), ("2.02609000399E+11", "202609000399"),
            ("1.23456789012346E+19", "1.23456789012346E+19"), ("5.6843418860808015E-14", "0"), ("-1.8E-12", "0"),
            ("100.00000000000142", "100"), ("0.000012345678", "0.000012345678"), ("45292.999999999996", "45293"),
            ("1E-300", "0"), ("0.00", "0"), ("1234.", "1234"),
        ])
    func written(_ stored: String, _ wanted: String) { #expect(plain(stored) == wanted) }

    @Test(
        "What is no number stays none",
        arguments: ["", "-", ".", "1,5", "1.2.3", "NaN", "INF", "1E", "0x10", "1 2", "--1"])
    func noNumbers(_ text: String) { #expect(plain(text) == nil) }

    private static func money(_ text: String) -> NumberFormat { .money(Array(text.utf8)) }

    @Test(
        "Formats of days are told from formats of figures",
        arguments: [
            ("dd/mm/yyyy", NumberFormat.day), ("[$-407]d. mmmm yyyy;@", .day), ("yyyy\\-mm\\-dd\\ hh:mm", .day),
            ("mmm-yy", .day), ("mm", .day), ("[$-411]ge.m.d", .day), ("d\"er\" mmm", .day), ("Short Date", .day),
            ("h:mm AM/PM", .time), ("[h]:mm:ss", .time), ("mm:ss.0", .time), ("[mm]:ss", .time),
            ("General", .general), ("General\" EUR\"", .general), ("0.00", .general), ("#,##0.00 \"Dr\"", .general),
            ("[Red]#,##0;[Red]-#,##0", .general), ("#,##0 _D_M", .general), ("0.00E+00", .general),
            ("\"Net \"0", .padded(1, after: Array("Net ".utf8))),
            ("0 \"days\"", .general), ("@", .general), ("", .general), ("0", .general), ("0%", .percent),
            ("0.00%", .percent),
            ("# ?/?", .general),
            ("00000", .padded(5, after: [])), ("\"K\"000", .padded(3, after: [0x4B])),
            ("D\\-000", .general), ("_-* #,##0.00\\ [$€-407]_-", NumberTests.money("EUR")),
            ("[$$-409]#,##0.00", NumberTests.money("USD")), ("[$$-C0C]#,##0.00", NumberTests.money("CAD")),
            ("\"$\"#,##0.00", NumberTests.money("$")),
            ("$#,##0_);($#,##0)", NumberTests.money("$")), ("£#,##0.00", NumberTests.money("GBP")),
            ("#,##0.00 \"CHF\"", NumberTests.money("CHF")),
            ("[$kr-41D] #,##0.00", NumberTests.money("SEK")), ("#,##0.00\\ \"kr\"", NumberTests.money("kr")),
            ("[$CHF] #,##0", NumberTests.money("CHF")),
            ("#,##0 [$¥-411]", NumberTests.money("JPY")), ("#,##0 \"PCS\"", .general),
            ("Euro Currency", NumberTests.money("EUR")),
            ("#,##0.00;[$€]#,##0", .general), ("[$-409]d/m/yy", .day),
            ("[>100]0;0", .general),
            ("\"open", .general), ("[", .general), ("\\", .general),
        ])
    func formats(_ code: String, _ wanted: NumberFormat) { #expect(NumberFormat(code: code) == wanted) }

    @Test("Formats that Excel knows by number")
    func builtIn() {
        let days = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
        let times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]
        for id in 0...200 {
            let wanted: NumberFormat =
                days.contains(id) ? .day : times.contains(id) ? .time : [9, 10].contains(id) ? .percent : .general
            #expect(NumberFormat(builtIn: id) == wanted)
        }
    }

    @Test(
        "Days of both ways to count, with the day that never was",
        arguments: [
            ("46295", false, "2026-09-30"), ("46295.99999", false, "2026-09-30"),
            ("46295.9999999", false, "2026-10-01"),
            ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("60", false, "1900-02-29"),
            ("61", false, "1900-03-01"),
            ("2958465", false, "9999-12-31"), ("44833", true, "2026-09-30"), ("0", true, "1904-01-01"),
            ("36585", false, "2000-02-29"), ("4.6295E4", false, "2026-09-30"),
        ])
    func days(_ serial: String, _ from1904: Bool, _ wanted: String) {
        var text: [UInt8] = []
        let isDay = Array(serial.utf8).withUnsafeBufferPointer {
            SerialDay(countsFrom1904: from1904).appendDay($0, to: &text)
        }
        #expect(isDay && String(decoding: text, as: UTF8.self) == wanted)
    }

    @Test("What is no day stays a number", arguments: ["0", "-5", "2958467", "1E300", "x", "nan", "inf"])
    func noDays(_ serial: String) {
        var text: [UInt8] = []
        let isDay = Array(serial.utf8).withUnsafeBufferPointer { SerialDay().appendDay($0, to: &text) }
        #expect(!isDay && text.isEmpty)
    }
}
