import CTelephone
import Receivables
import Telephony
import Testing

@Suite("Whatever the spelling")
struct NoCallProperties {
    /// Thirty countries that number their telephones in thirty ways.
    static let countries = [
        "US America/New_York", "GB Europe/London", "DE Europe/Berlin", "FR Europe/Paris", "IT Europe/Rome",
        "ES Europe/Madrid",
        "NL Europe/Amsterdam", "BE Europe/Brussels", "AT Europe/Vienna", "CH Europe/Zurich", "SE Europe/Stockholm",
        "NO Europe/Oslo",
        "DK Europe/Copenhagen", "FI Europe/Helsinki", "IE Europe/Dublin", "PT Europe/Lisbon", "PL Europe/Warsaw",
        "CZ Europe/Prague",
        "HU Europe/Budapest", "RO Europe/Bucharest", "GR Europe/Athens", "TR Europe/Istanbul", "AU Australia/Sydney",
        "NZ Pacific/Auckland",
        "JP Asia/Tokyo", "IN Asia/Kolkata", "BR America/Sao_Paulo", "MX America/Mexico_City", "ZA Africa/Johannesburg",
        "SG Asia/Singapore",
    ].map { $0.split(separator: " ").map(String.init) }

    @Test("No number that is marked is ever dialled, and the one beside it is", arguments: [1, 2, 3] as [UInt64])
    func spellings(_ seed: UInt64) throws {
        var chance = Chance(seed)
        let book = try NumbersBook()
        var customers: [NumbersBook.Customer] = []
        var cases: [(account: String, mark: String, barred: String, free: String)] = []
        for (nth, country) in NoCallProperties.countries.enumerated() {
            let barred = try #require(Example(country[0], isMobile: false)),
                free = try #require(Example(country[0], isMobile: true))
            // Where one number serves as an example for both there is none beside it.
            let others = barred.e164 == free.e164 ? "" : free.e164
            let cell = barred.spelling(&chance)
            let cells =
                others.isEmpty
                ? [cell]
                : [[cell, free.spelling(&chance)], ["\(cell) / \(free.e164)"], ["\(free.international), \(cell)"]][
                    chance.below(3)]
            customers.append(NumbersBook.Customer(account: "A\(nth)", zone: country[1], cells: cells))
            cases.append(("A\(nth)", barred.spelling(&chance), barred.e164, others))
        }
        try book.importExtract(customers)
        for (account, mark, barred, free) in cases {
            let before = try book.dialled(account)
            #expect(before.contains(barred), "\(customers.first { $0.account == account }?.cells ?? [])")
            try book.mark(mark, of: account)
            let dialled = try book.dialled(account)
            #expect(!dialled.contains(barred), "\(mark) in \(customers.first { $0.account == account }?.cells ?? [])")
            #expect(
                dialled == (free.isEmpty ? [] : [free]),
                "\(mark) in \(customers.first { $0.account == account }?.cells ?? [])")
        }
    }
}

/// A number that belongs to nobody, in the spellings that exports and callers have.
private struct Example {
    let e164: String
    let national: String
    let international: String

    init?(_ region: String, isMobile: Bool) {
        var number = ctelephone_number()
        guard ctelephone_example(region, isMobile, &number) else { return nil }
        func text<Characters>(_ characters: Characters) -> String {
            withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        }
        (e164, national, international) = (text(number.e164), text(number.national), text(number.international))
    }

    private func link(_ extensionDigits: String) -> String {
        var buffer = [CChar](repeating: 0, count: 128)
        let isMade = buffer.withUnsafeMutableBufferPointer { ctelephone_rfc3966(e164, extensionDigits, $0.baseAddress) }
        return isMade ? String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : e164
    }

    func spelling(_ chance: inout Chance) -> String {
        let digits = String(chance.below(900) + 100)
        let plain = [
            national, international, e164, "tel:" + link("").replacingPrefix("tel:"), national.withPoints,
            international.withPoints,
            national.withBlanks, "=\"\(e164)\"", "'\(international)", "Tel. \(national)",
        ]
        let base = plain[chance.below(plain.count)]
        guard chance.below(3) == 0, !base.hasPrefix("="), !base.hasPrefix("tel:") else { return base }
        return base
            + [" ext. \(digits)", " x\(digits)", ", Durchwahl \(digits)", " poste \(digits)", " (mornings)"][
                chance.below(5)]
    }
}

extension String {
    fileprivate var withPoints: String { String(map { $0 == " " || $0 == "-" ? "." : $0 }) }
    fileprivate var withBlanks: String { String(map { "-.".contains($0) ? " " : $0 }) }
    fileprivate func replacingPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}

/// The same sequence for the same seed (SplitMix64).
struct Chance {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
