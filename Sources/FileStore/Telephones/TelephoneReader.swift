import Receivables

/// Reads telephone numbers for one book, each distinct text of a country once.
final class TelephoneReader {
    private let parse: TelephoneParser
    private var known: [Spelling: [TelephoneNumber]] = [:]

    private struct Spelling: Hashable {
        let text: String
        let place: TelephonePlace
    }

    /// Some twenty megabytes.
    private static let mostKept = 100_000

    init(_ parse: @escaping TelephoneParser) { self.parse = parse }

    func read(_ text: String, _ place: TelephonePlace) -> [TelephoneNumber] {
        guard !text.isEmpty else { return [] }
        let spelling = Spelling(text: text, place: place)
        if let numbers = known[spelling] { return numbers }
        let numbers = parse(text, place)
        if known.count < TelephoneReader.mostKept { known[spelling] = numbers }
        return numbers
    }

    /// After an import: what it has read is in the book.
    func forget() { known = [:] }
}
