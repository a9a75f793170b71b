import Exchange
import Foundation
import Receivables
import Testing

/// One of the small files that reproduce what real exports contain.
struct Quirk: Decodable, CustomTestStringConvertible {
    let file: String
    let cls: String
    let expect: String
    let rows: Int?
    let total: String?
    let currency: String?
    var testDescription: String { file }

    static let all: [Quirk] = {
        guard let data = FileManager.default.contents(atPath: SharedData.path("quirks/expect.json")) else { return [] }
        return (try? JSONDecoder().decode([Quirk].self, from: data)) ?? []
    }()
}

/// Without the data beside the project there is nothing to read, and these say that they were skipped.
@Suite(.enabled(if: SharedData.isThere, "no ../shared/data beside the package"))
struct QuirksTests {
    /// Files of class `warn` about which the reading itself has nothing to say, and why.
    private static let unremarked = [
        "36_german_headers_iso_body.csv": "German headers are known, so nothing is guessed",
        "76_payment_before_invoice.csv": "only the book knows the invoice's date",
        "89_terminal_escape_attack.csv": "names are kept as they are and made visible wherever they are shown",
        "91_formula_injection.csv": "names are kept as they are and guarded wherever CSV is written",
    ]

    private func options(_ quirk: Quirk) -> ImportOptions {
        ImportOptions(currency: Currency(quirk.currency ?? "USD"))
    }

    @Test("A sound file comes in with every row and every cent", arguments: Quirk.all.filter { $0.cls != "reject" })
    func sound(_ quirk: Quirk) throws {
        let book = try Collected(SharedData.path("quirks/" + quirk.file), options(quirk))
        if let rows = quirk.rows { #expect(book.openRows == rows) }
        if let total = quirk.total {
            #expect(book.totals.map { Money(minor: $1, $0).decimal } == [total])
        }
        #expect(book.source.rows == book.source.accepted + book.source.rejected + book.source.skipped)
        if quirk.cls == "warn" {
            let says =
                !book.allNotices.isEmpty || !book.source.problems.isEmpty || book.source.skipped > 0 || book.copies > 0
                || book.source.duplicateCount > 0
            #expect(says != QuirksTests.unremarked.keys.contains(quirk.file))
        } else {
            #expect(book.source.problems.isEmpty)
        }
    }

    @Test(
        "A file that can't be read with certainty changes nothing", arguments: Quirk.all.filter { $0.cls == "reject" })
    func refused(_ quirk: Quirk) throws {
        let error = #expect(throws: ImportError.self) {
            _ = try ImportFile.open(SharedData.path("quirks/" + quirk.file), options(quirk), today: Day(number: 20_500))
        }
        #expect(error?.sentence.isEmpty == false)
    }
}
