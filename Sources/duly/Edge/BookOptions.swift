import ArgumentParser
import FileStore
import Receivables

/// Which book, and which moment: on every command that reads.
struct BookOptions: ParsableArguments {
    @Option(help: "The book's file (else DULY_BOOK, else your data folder).")
    var book: String?

    @Option(name: .customLong("as-of"), help: "Read as it was then: DAY or DAYTHH:MM.")
    var asOf: String?

    @Flag(help: "JSON instead of text.")
    var json = false

    var path: String { Paths.book(book) }

    func open() throws -> FileBook { try FileBook.opened(path) }

    /// The moment to read at: `--as-of`, else now; the day is the date in the book's zone.
    func moment(_ book: FileBook) throws -> Moment {
        let zone = try book.rules().zone
        guard let asOf else { return ProcessContext.moment(zone: zone) }
        guard let time = LocalTime(argument: asOf) else { throw ValidationError(BookOptions.notAMoment(asOf)) }
        return Moment(at: ProcessContext.instant(time, zone: zone), day: time.day)
    }

    static func notAMoment(_ text: String) -> String {
        "\u{201C}\(text)\u{201D} is not a day: write it as 2026-11-20, or 2026-11-20T09:41 with a time."
    }
}

extension LocalTime {
    /// Reads `2026-11-20` (the end of that day) or `2026-11-20T09:41`.
    init?(argument text: String) {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard let first = parts.first, let day = Day(iso: first), parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(day: day, time: TimeOfDay(minutes: 1439))
            return
        }
        guard let time = TimeOfDay(parts[1]) else { return nil }
        self.init(day: day, time: time)
    }
}

extension Day {
    /// Reads a day from the command line, or says how to write one.
    static func argument(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else {
            throw ValidationError("\u{201C}\(text)\u{201D} is not a day: write it as 2026-11-20.")
        }
        return day
    }
}
