import ArgumentParser
import FileStore
import Receivables
import Runtime

/// Which book, and which moment: on every command that reads.
struct BookOptions: ParsableArguments {
    @Option(help: "The book's file (else DULY_BOOK, else your data folder).")
    var book: String?

    @Option(name: .customLong("as-of"), help: "Read as it was then: DAY or DAYTHH:MM.")
    var asOf: String?

    @Flag(help: "JSON instead of text.")
    var json = false

    var path: String { Paths.book(book) }

    func open() throws -> any Book { try Books.open(path) }

    /// For what concerns the book's file.
    func openFile() throws -> FileBook { try Books.openFile(path) }

    /// The moment to read at: `--as-of`, else now; the day is the date in the book's zone.
    func moment(_ book: any Book) throws -> Moment {
        let zone = try book.rules().zone
        guard let asOf else { return ProcessContext.moment(zone: zone) }
        let time = try LocalTime.argument(asOf)
        return Moment(at: ProcessContext.instant(time, zone: zone), day: time.day)
    }
}

extension Day {
    /// Reads a day from the command line, or says how to write one.
    static func argument(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else {
            throw ValidationError(ArgumentSentences.notADay(text))
        }
        return day
    }
}
