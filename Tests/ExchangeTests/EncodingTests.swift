import Foundation
import Receivables
import Testing

@testable import Exchange

/// Which encoding a file has that isn't UTF-8: told rightly or asked about, never silently wrong.
struct EncodingTests {
    struct Language: Sendable, CustomTestStringConvertible {
        let name: String
        let encodings: [TextEncoding]
        let texts: [String]
        var testDescription: String { name }
    }

    static let languages: [Language] = {
        let text = (try? String(contentsOfFile: ExtractCase.ownFolder + "/names.txt", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 3 else { return nil }
            return Language(
                name: parts[0], encodings: parts[1].split(separator: " ").compactMap { TextEncoding(name: String($0)) },
                texts: parts[2].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) })
        }
    }()

    /// What was found in texts of one language.
    private struct Tally {
        var right = 0
        var asked = 0
        var wrong: [String] = []
    }

    private func tally(_ language: Language, lines: Int, rounds: Int) -> Tally {
        var chance = SplitMix(seed: UInt64(lines))
        var tally = Tally()
        for encoding in language.encodings {
            let encoded = language.texts.filter { text in text.contains { !$0.isASCII } }.compactMap { text in
                Encoder.bytes(of: text, in: encoding).map { (text: text, bytes: $0) }
            }
            for round in 0..<(lines == 1 ? encoded.count : rounds) where encoded.count >= lines {
                let cells = lines == 1 ? [encoded[round]] : Array(encoded.shuffled(using: &chance).prefix(lines))
                let evidence = EncodingEvidence(EncodingSample(cells.map(\.bytes)))
                guard let found = evidence.encoding else {
                    tally.asked += 1
                    continue
                }
                let isRight = cells.allSatisfy { Encoder.text(of: $0.bytes, in: found) == $0.text }
                if isRight {
                    tally.right += 1
                } else {
                    tally.wrong.append("\(encoding.rawValue) as \(found.rawValue): \(cells.map(\.text))")
                }
            }
        }
        return tally
    }

    @Test("Names on three to eight lines are read rightly or asked about, never wrong", arguments: languages)
    func fewLines(_ language: Language) {
        for lines in [3, 8] {
            let tally = tally(language, lines: lines, rounds: 8)
            print("encodings of \(language.name), \(lines) lines: \(tally.right) right, \(tally.asked) asked")
            #expect(tally.wrong.isEmpty)
            // Accents of Italian stand at the ends of words, where DOS has the bytes of points and dashes.
            let most = language.name == "Italian" ? 2 : 4
            #expect(tally.asked * most <= tally.right, "\(tally.asked) asked, \(tally.right) right")
        }
    }

    @Test("A single name is read rightly or asked about, never wrong", arguments: languages)
    func oneLine(_ language: Language) {
        let tally = tally(language, lines: 1, rounds: 0)
        print("encodings of \(language.name), 1 line: \(tally.right) right, \(tally.asked) asked")
        #expect(tally.wrong.isEmpty)
    }

    @Test(
        "One sign or letter of the West is Windows-1252 and no question",
        arguments: [
            "€ 100.50", "£100", "Café", "Zoë", "1.200,00 €", "Müller", "O’Brien", "“Oak” Ltd", "Señor", "25 °C",
            "½ pallet",
            "§ 14 UStG", "Oak House – Leeds", "Größe", "Acme® Ltd", "Société", "São Paulo", "Smørrebrød",
            "Oak\u{A0}House",
        ])
    func west(_ text: String) throws {
        let bytes = try #require(Encoder.bytes(of: text, in: .windows1252))
        let evidence = EncodingEvidence(EncodingSample([bytes]))
        #expect(evidence.encoding == .windows1252, "\(evidence.readings)")
    }

    @Test(
        "What no known language explains is asked about",
        arguments: [
            ("windows-1255", "מאפיית השחר; חברת החשמל; בית ספר תל אביב; מסעדת הגן"),
            ("windows-1256", "شركة النيل للتجارة; مخبز السلام; مصنع الأمل للنسيج; البنك العربي"),
            ("windows-874", "บริษัท สยาม จำกัด; ร้านอาหารไทย; โรงแรมกรุงเทพ; ธนาคารกสิกรไทย"),
            ("windows-1257", "Rīgas maiznīca; Būvniecības uzņēmums; Ķīmiskā tīrītava; Žvejų turgus; Šiaulių grūdai"),
            ("cp737", "Αρτοποιείο Θεσσαλονίκη; Εμπορική Εταιρεία Αθηνών; Μεταφορές Κρήτης"),
            ("mac-cyrillic", "Молочный комбинат; Хлебозавод; Мебельная фабрика; Книжный мир"),
        ])
    func unknown(_ name: String, _ texts: String) throws {
        let encoding = try #require(TextEncoding(name: name))
        let cells = texts.components(separatedBy: "; ").compactMap { Encoder.bytes(of: $0, in: encoding) }
        let evidence = EncodingEvidence(EncodingSample(cells))
        #expect(evidence.encoding == nil && !evidence.readings.isEmpty, "\(evidence.readings)")
    }

    @Test("A header that Duly knows decides where names alone don't")
    func headers() throws {
        let names = try ["Échéance", "Crêpe"].map { try #require(Encoder.bytes(of: $0, in: .windows1252)) }
        #expect(EncodingEvidence(EncodingSample([names[1]])).encoding == nil)
        #expect(EncodingEvidence(EncodingSample(names)).encoding == .windows1252)
    }

    @Test("UTF-8 with characters cut in two stays UTF-8; the notice names their number and line")
    func cutUTF8() throws {
        var bytes = Array(
            "Customer,Invoice,Date,Due date,Open amount\nMüller & Söhne,I1,2025-01-10,2025-02-10,5\n".utf8)
        bytes += Array("Gebrüder Wei".utf8) + [0xC3] + Array(",I2,2025-01-10,2025-02-10,5\n".utf8)
        let book = try Collected(of: bytes, ImportOptions(currency: .usd))
        #expect(book.plan.encoding == .utf8)
        #expect(book.items.map(\.account.text) == ["Müller & Söhne", "Gebrüder Wei\u{FFFD}"])
        #expect(book.plan.notices.contains { $0.hasPrefix("1 character can’t be read as UTF-8, the first on line 3") })
    }

    @Test("A sample of a long file is short, spread over it, and has every byte of it")
    func sample() throws {
        var bytes = Array("Name,No\n".utf8)
        for number in 1...20_000 { bytes += [0xC4] + Array("rger \(number),\(number)\n".utf8) }
        bytes += [0x80] + Array(" 5,1\n".utf8)
        let file = try TemporaryFile(bytes)
        let sample = try EncodingSample(of: try ByteFile(path: file.path), newline: 0x0A)
        #expect(sample.cells.reduce(0) { $0 + $1.bytes.count } <= 16 * 1024)
        #expect(sample.cells.last?.line == 20_002)
        #expect(sample.cells.contains { (9_000...11_000).contains($0.line) })
    }

    @Test("A character across two blocks is one", arguments: [TextEncoding.shiftJIS, .gb18030, .eucJP, .mixed])
    func acrossBlocks(_ encoding: TextEncoding) throws {
        var text = "Customer,Invoice,Date,Due date,Open amount\n"
        for number in 1...9_000 {
            text += "\(number % 3 == 0 ? "x" : "")株式会社東京商事\(number),I\(number),2025-01-10,2025-02-10,5\n"
        }
        let bytes = encoding == .mixed ? Array(text.utf8) : try #require(Encoder.bytes(of: text, in: encoding))
        #expect(bytes.count > 256 * 1024)
        let book = try Collected(of: bytes, ImportOptions(currency: .usd, encoding: encoding))
        #expect(
            book.items.count == 9_000
                && book.items.allSatisfy { $0.account.text.hasSuffix("社東京商事\($0.number.dropFirst())") })
        #expect(!book.plan.notices.contains { $0.contains("can’t be read") })
    }

    @Test("A bar as the second byte of a character separates nothing")
    func bars() throws {
        // ポ is 0x83 0x7C.
        let bytes = try #require(
            Encoder.bytes(
                of: "Customer|Invoice|Date|Due date|Open amount\nコーポ中央|I1|2025-01-10|2025-02-10|5\n", in: .shiftJIS))
        #expect(bytes.count { $0 == 0x7C } == 9)
        let book = try Collected(of: bytes, ImportOptions(currency: .usd, encoding: .shiftJIS))
        #expect(book.items.map(\.account.text) == ["コーポ中央"])
    }

    @Test("What is said is not asked; every name of the help is known")
    func said() throws {
        for encoding in TextEncoding.allCases { #expect(TextEncoding(name: encoding.name) == encoding) }
        let bytes =
            Array("Customer,Invoice,Date,Due date,Open amount\nPozna".utf8) + [0xF1]
            + Array(",I1,2025-01-10,2025-02-10,5\n".utf8)
        let error = #expect(throws: ImportError.self) { try Collected(of: bytes, ImportOptions(currency: .usd)) }
        #expect(error?.sentence.contains("line 2: “Poznań” in Windows-1250") == true)
        #expect(error?.sentence.contains("--encoding windows-1250 or ") == true)
        let said = try Collected(of: bytes, ImportOptions(currency: .usd, encoding: .windows1250))
        #expect(said.items.map(\.account.text) == ["Poznań"])
    }

    @Test("NUL bytes in names are left out and named; a part of zeros is damage")
    func nuls() throws {
        let text =
            "Customer,Invoice,Date,Due date,Open amount\nOak\0\0\0\0,I1,2025-01-10,2025-02-10,5\n"
            + "Elm\0,I2,2025-01-10,2025-02-10,7\n"
        let book = try Collected(of: text, ImportOptions(currency: .usd))
        #expect(book.items.map(\.account.text) == ["Oak", "Elm"] && book.items.map(\.open) == [500, 700])
        #expect(book.plan.notices.contains("5 NUL bytes were left out, the first on line 2"))
    }
}

/// Writes the encodings that Duly reads.
private enum Encoder {
    /// Nil where a text can't be spelt in it.
    static func bytes(of text: String, in encoding: TextEncoding) -> [UInt8]? {
        guard let descriptor = iconv_open(encoding.iconvName, "UTF-8"), descriptor != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(descriptor) }
        var source = Array(text.utf8CString.dropLast())
        var target = [CChar](repeating: 0, count: source.count * 2 + 16)
        let made: Int? = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (input, left) = (source.baseAddress, source.count)
                var (output, free) = (target.baseAddress, target.count)
                let code = iconv(descriptor, &input, &left, &output, &free)
                return code == 0 ? target.count - free : nil
            }
        }
        return made.map { target.prefix($0).map { UInt8(bitPattern: $0) } }
    }

    static func text(of bytes: [UInt8], in encoding: TextEncoding) -> String? {
        guard var decoder = BlockDecoder(TextSpelling(encoding: encoding)) else { return nil }
        let text = bytes.withUnsafeBytes { decoder.decode($0).bytes } + decoder.finish().bytes
        return String(decoding: text, as: UTF8.self)
    }
}

/// The same shuffles in every run.
private struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
