import Receivables
import Telephony
import Testing

@Suite("Numbers in a cell")
struct CellTests {
    /// A cell of a customer in a zone, and what it is read as: E.164 (or `none`), extension, remark, shown.
    static let cases: [(cell: String, zone: String, numbers: [String])] = [
        ("+44 113 496 0182", "Europe/Dublin", ["+441134960182||| +44 113 496 0182"]),
        ("0113 496 0182", "Europe/London", ["+441134960182||| 0113 496 0182"]),
        ("(01) 555-0133 ext. 204", "Europe/Dublin", ["+35315550133|204|| (01) 555 0133"]),
        ("(01) 555-0133 ext. 204", "Europe/London", ["none|204|| (01) 555-0133"]),
        (
            "030-555012-0, Durchwahl 17 (nur vormittags)", "Europe/Berlin",
            ["+49305550120|17|nur vormittags| 030 5550120"]
        ),
        (
            "+46 8 555 01 23 / 070-555 0144", "Europe/Stockholm",
            ["+4685550123||| 08-555 01 23", "+46705550144||| 070-555 01 44"]
        ),
        ("=\"0902125550100\"", "Europe/Istanbul", ["+902125550100||| (0212) 555 01 00"]),
        ("=\"0902125550100\"", "Europe/London", ["none||| 0902125550100"]),
        ("4.41E+12", "Europe/London", ["none||| 4.41E+12"]),
        ("4.41134960182E+11", "Europe/London", ["+441134960182||| 0113 496 0182"]),
        ("-0113 496 0182", "Europe/London", ["none||| -0113 496 0182"]),
        ("01 99 00 12 34 poste 23", "Europe/Paris", ["+33199001234|23|| 01 99 00 12 34"]),
        ("06 698 12345 int. 12", "Europe/Rome", ["+390669812345|12|| 06 6981 2345"]),
        (
            "Tel. 0113 496 0182 mobile, 020 7946 0018 office", "Europe/London",
            ["+441134960182||mobile| 0113 496 0182", "+442079460018||office| 020 7946 0018"]
        ),
        (
            "mobile: 07700 900123; office: 020 7946 0018", "Europe/London",
            ["+447700900123||mobile| 07700 900123", "+442079460018||office| 020 7946 0018"]
        ),
        (
            "0113 496 0182 or 020 7946 0018", "Europe/London",
            ["+441134960182||| 0113 496 0182", "+442079460018||| 020 7946 0018"]
        ),
        ("+44 (0)113 496 0182", "Europe/Berlin", ["+441134960182||| +44 113 496 0182"]),
        ("tel:+44-113-496-0182;ext=204", "", ["+441134960182|204|| +44 113 496 0182"]),
        ("030/555012-0", "Europe/Berlin", ["+49305550120||| 030 5550120"]),
        ("030 5550120 / 13", "Europe/Berlin", ["+49305550120||13| 030 5550120"]),
        ("\u{FF0B}44 113\u{00A0}496\u{2013}0182 x204", "", ["+441134960182|204|| +44 113 496 0182"]),
        ("(212) 555-0100 #12", "America/New_York", ["+12125550100|12|| (212) 555-0100"]),
        ("555-0133", "America/New_York", ["none||| 555-0133"]),
        ("unknown", "Europe/London", ["none||| unknown"]),
        ("  ", "Europe/London", []),
    ]

    @Test("Two numbers, extensions in any language and remarks are told apart", arguments: cases)
    func cell(_ cell: String, _ zone: String, _ numbers: [String]) {
        let read = Telephony.parser(cell, TelephonePlace(zone: zone)).map { number in
            "\(number.isPossible ? number.e164 : "none")|\(number.extensionDigits)|\(number.remark)| \(number.shown)"
        }
        #expect(read == numbers)
    }

    @Test("The country is the customer's, else the book's, else the desk's")
    func country() {
        func read(_ place: TelephonePlace) -> String? { Telephony.parser("030 5550120", place).first?.e164 }
        #expect(read(TelephonePlace(zone: "Europe/Berlin", region: "GB", desk: "Europe/London")) == "+49305550120")
        #expect(read(TelephonePlace(region: "DE", desk: "Europe/London")) == "+49305550120")
        #expect(read(TelephonePlace(zone: "UTC", desk: "Europe/Berlin")) == "+49305550120")
        #expect(read(TelephonePlace(desk: "UTC")) == "")
    }
}
