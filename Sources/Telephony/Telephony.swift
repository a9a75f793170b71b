import CTelephone
import Receivables
import Synchronization

/// Telephone numbers by libphonenumber: how countries number their telephones, and how they write them.
public enum Telephony {
    /// Splits a text into its numbers, with their extensions and remarks.
    public static let parser: TelephoneParser = { text, place in
        CellSplitting(text).pieces.map { read($0, regions.region(of: place)) }
    }

    private static let regions = Regions()

    private static func read(_ piece: NumberPiece, _ region: String) -> TelephoneNumber {
        guard !forbids(piece.remark) else {
            return TelephoneNumber(
                impossible: piece.written, extensionDigits: piece.extensionDigits, remark: piece.remark)
        }
        let readings = piece.spellings(in: region).lazy.compactMap { parsed($0, region) }
        guard let found = readings.first(where: \.isValid) ?? readings.first else {
            return TelephoneNumber(
                impossible: piece.written, extensionDigits: piece.extensionDigits, remark: piece.remark)
        }
        return TelephoneNumber(
            e164: found.e164,
            extensionDigits: piece.extensionDigits.isEmpty ? found.extensionDigits : piece.extensionDigits,
            remark: piece.remark, shown: isAtHome(found, region) ? found.national : found.international)
    }

    /// Whether what stands next to a number asks that it is not dialled.
    private static func forbids(_ remark: String) -> Bool {
        let words = remark.lowercased()
        return ["do not call", "don't call", "dnc", "no calls", "not to be called", "nicht anrufen", "ne pas appeler"]
            .contains { words.contains($0) }
    }

    /// Country codes begin no other, and neighbours who share one (+1, +39) write alike.
    private static func isAtHome(_ number: Parsed, _ region: String) -> Bool {
        !region.isEmpty && number.e164.hasPrefix("+\(ctelephone_country_code(region))")
    }

    struct Parsed {
        let e164: String
        let extensionDigits: String
        let national: String
        let international: String
        let isValid: Bool
    }

    /// One number as the library understands it; nil where it can't exist.
    static func parsed(_ text: String, _ region: String) -> Parsed? {
        // An E.164 text has 16 characters at most; longer ones that are a number all the same are mostly blanks.
        guard text.utf8.count < 64 else { return nil }
        var number = ctelephone_number()
        guard ctelephone_parse(text, region, &number) else { return nil }
        return Parsed(number)
    }
}

extension Telephony.Parsed {
    init(_ number: ctelephone_number) {
        e164 = Telephony.text(number.e164)
        extensionDigits = Telephony.text(number.`extension`)
        national = Telephony.text(number.national)
        international = Telephony.text(number.international)
        isValid = number.is_valid
    }
}

extension Telephony {
    /// The text of an array of C characters that ends with a zero.
    static func text<Characters>(_ characters: Characters) -> String {
        withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

/// The country of a place, and what was found so far: a book has a handful of zones and hundreds of thousands of
/// numbers.
private final class Regions: Sendable {
    private let known = Mutex<[TelephonePlace: String]>([:])

    /// An ISO 3166 code, or "" where nothing tells: then only numbers in international form can be read.
    func region(of place: TelephonePlace) -> String {
        known.withLock { known in
            if let region = known[place] { return region }
            let region =
                Regions.region(ofZone: place.zone) ?? (place.region.isEmpty ? nil : place.region)
                ?? Regions.region(ofZone: place.desk) ?? ""
            known[place] = region
            return region
        }
    }

    private static func region(ofZone zone: String) -> String? {
        var region: (CChar, CChar, CChar, CChar) = (0, 0, 0, 0)
        let isKnown = withUnsafeMutableBytes(of: &region) { bytes in
            bytes.withMemoryRebound(to: CChar.self) { ctelephone_region_of_zone(zone, $0.baseAddress) }
        }
        return isKnown ? Telephony.text(region) : nil
    }
}
